import { setTimeout as delay } from 'node:timers/promises';

/**
 * A page that loads asks for more within `quietMs`. Whoever waits for quiet waits no longer than `mostMs`: where many
 * work there may be none.
 */
const patience = { quietMs: 500, mostMs: 5_000 };

/** Resolves once nothing was asked for a moment, and nothing is being answered; or after some seconds, or when the signal is aborted. */
export type WhenQuiet = (stopping: AbortSignal) => Promise<void>;

/** Counts what is under way, so that nothing is closed under it, and nothing done beside it that can wait. */
export function createTracker({ quietMs, mostMs } = patience) {
  const underWay = new Set<unknown>();
  let endedAt = performance.now();
  return {
    async track<T>(work: Promise<T>): Promise<T> {
      underWay.add(work);
      try {
        return await work;
      } finally {
        underWay.delete(work);
        endedAt = performance.now();
      }
    },
    whenDone: () => Promise.allSettled(underWay),
    whenQuiet: async (stopping: AbortSignal): Promise<void> => {
      const latest = performance.now() + mostMs;
      while (!stopping.aborted) {
        const now = performance.now();
        const quietAt = underWay.size > 0 ? now + quietMs : endedAt + quietMs;
        if (now >= Math.min(quietAt, latest)) return;
        // Aborted, it rejects: then there is nothing to wait for.
        await delay(Math.min(quietAt, latest) - now, undefined, { signal: stopping }).catch(() => {});
      }
    },
  };
}
