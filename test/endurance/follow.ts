import { setTimeout as delay } from 'node:timers/promises';
import { readEvents } from '@waarborg/server/read-events';
import type { WritingPlace } from '../helpers/steady-writer.ts';

const pauseMs = 50;

/** Somebody who follows a dossier from its beginning. */
export interface Follower {
  /** Revisions in the order in which they came. */
  readonly seen: readonly number[];
  stop(): Promise<void>;
}

/** Follows a dossier as a client does: when the stream breaks, from the last change that came. */
export function follow({ api, dossier, token }: Omit<WritingPlace, 'document'>): Follower {
  const seen: number[] = [];
  const stop = new AbortController();
  const { signal } = stop;
  const read = async () => {
    const headers = { authorization: `Bearer ${token}`, 'last-event-id': String(seen.at(-1) ?? 0) };
    const answer = await fetch(`${api}/dossiers/${dossier}/events`, { headers, signal });
    if (!answer.ok) return;
    const stream = readEvents(answer);
    for (let [event] = await stream.take(1); event; [event] = await stream.take(1)) {
      seen.push(Number(event.id));
    }
  };
  const reading = (async () => {
    while (!signal.aborted) {
      // The server or its database is away, or the stream was cut off.
      await read().catch(() => {});
      await delay(pauseMs);
    }
  })();
  return {
    seen,
    async stop() {
      stop.abort();
      await reading;
    },
  };
}
