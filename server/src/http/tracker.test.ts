import { expect, it } from 'vitest';
import { createTracker } from './tracker.ts';

const nobodyStops = new AbortController().signal;

it('is quiet a while after the last answer', async () => {
  const { track, whenQuiet, whenDone } = createTracker({ quietMs: 1, mostMs: 60_000 });
  const told: string[] = [];
  const work = Promise.withResolvers<void>();
  const answered = track(work.promise).then(() => told.push('answered'));
  const quiet = whenQuiet(nobodyStops).then(() => told.push('quiet'));
  // It looks at least once more while there is something under way.
  await createTracker({ quietMs: 5, mostMs: 60_000 }).whenQuiet(nobodyStops);
  work.resolve();
  await Promise.all([answered, quiet, whenDone()]);
  expect(told).toEqual(['answered', 'quiet']);
});

it('waits no longer where there is no quiet, and not at all when the server stops', async () => {
  const { track, whenQuiet } = createTracker({ quietMs: 60_000, mostMs: 1 });
  void track(new Promise(() => {}));
  await whenQuiet(nobodyStops);
  const stopping = new AbortController();
  const waiting = createTracker({ quietMs: 60_000, mostMs: 60_000 }).whenQuiet(stopping.signal);
  stopping.abort();
  await waiting;
  await whenQuiet(stopping.signal);
});
