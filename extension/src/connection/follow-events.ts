import { createParser } from 'eventsource-parser';

/** Where the changes of a dossier are told, and with which token. */
export interface EventAddress {
  /** Address of the server, without a slash at the end. */
  readonly server: string;
  /** Slug of the dossier. */
  readonly slug: string;
  readonly token: string;
}

/** What a follower is told. */
export interface EventListener {
  /** The dossier changed, or may have changed while nobody listened. */
  readonly onNews: () => void;
  /** Whether changes are told as they happen; until they are, whoever wants to know has to ask. */
  readonly onLive: (isLive: boolean) => void;
}

/** How a follower waits, in milliseconds. */
export interface FollowTiming {
  /** A stream that says nothing for so long is lost: the server gives a sign of life every 15 s. */
  readonly silenceMs: number;
  /** How long after a number of failures in a row it is tried again. */
  readonly pauseMs: (failures: number) => number;
}

/** How a stream ended: `denied` is the server's word that this token may not listen. */
type StreamEnd = 'denied' | 'lost';

/**
 * Listens to the changes of a dossier until the signal aborts: after a break it goes on where it was, and what
 * happened meanwhile is news. Resolves early when the server does not let the token listen.
 */
export async function followEvents(
  address: EventAddress,
  listener: EventListener,
  timing: FollowTiming,
  signal: AbortSignal,
): Promise<void> {
  const place = { lastId: '' };
  for (let failures = 0; !signal.aborted; ) {
    let wasLive = false;
    const onLive = () => {
      wasLive = true;
      listener.onLive(true);
      listener.onNews();
    };
    const end = await readStream({ address, place, onLive, onNews: listener.onNews, timing, signal });
    if (signal.aborted) return;
    listener.onLive(false);
    // Why, the background learns when it asks itself, and tells it in the line at the bottom.
    listener.onNews();
    if (end === 'denied') return;
    failures = wasLive ? 1 : failures + 1;
    await pause(timing.pauseMs(failures), signal);
  }
}

interface Reading {
  readonly address: EventAddress;
  /** How far the stream was read; moves on. */
  readonly place: { lastId: string };
  readonly onLive: () => void;
  readonly onNews: () => void;
  readonly timing: FollowTiming;
  readonly signal: AbortSignal;
}

async function readStream({ address, place, onLive, onNews, timing, signal }: Reading): Promise<StreamEnd> {
  const silence = new AbortController();
  const hear = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), timing.silenceMs);
  };
  let timer = setTimeout(() => silence.abort(), timing.silenceMs);
  const parser = createParser({
    onEvent: onNews,
    onId: (id) => {
      place.lastId = id;
    },
  });
  try {
    const response = await open(address, place.lastId, AbortSignal.any([signal, silence.signal]));
    if (response.status === 401 || response.status === 403) return 'denied';
    const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream');
    if (!response.ok || !isStream || !response.body) return 'lost';
    onLive();
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      hear();
      parser.feed(decoder.decode(part.value, { stream: true }));
    }
    return 'lost';
  } catch {
    return 'lost'; // No network, a silent connection, or nobody listens any more.
  } finally {
    clearTimeout(timer);
  }
}

function open({ server, slug, token }: EventAddress, lastId: string, signal: AbortSignal): Promise<Response> {
  return fetch(`${server}/api/v1/dossiers/${encodeURIComponent(slug)}/events`, {
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    headers: {
      Accept: 'text/event-stream',
      Authorization: `Bearer ${token}`,
      ...(lastId && { 'Last-Event-ID': lastId }),
    },
    signal,
  });
}

/** Ends early when the network is back, or when nobody waits any more. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    globalThis.addEventListener?.('online', done);
    signal.addEventListener('abort', done);
  });
}
