import { describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

/** Work of which the test says when it ends. */
function startedBy() {
  const runs: PromiseWithResolvers<void>[] = [];
  const ask = oneAtATime(() => {
    const run = Promise.withResolvers<void>();
    runs.push(run);
    return run.promise;
  });
  return { runs, ask };
}

describe('work that is done one at a time', () => {
  it('is done once more for all who ask while it goes on', async () => {
    const { runs, ask } = startedBy();
    const first = ask();
    const later = Promise.all([ask(), ask(), ask()]);
    expect(runs).toHaveLength(1);
    runs[0]?.resolve();
    await first;
    await expect.poll(() => runs.length).toBe(2);
    runs[1]?.resolve();
    await later;
    expect(runs).toHaveLength(2);
  });

  it('is done again after it failed', async () => {
    const { runs, ask } = startedBy();
    const first = ask();
    const second = ask();
    runs[0]?.reject(new TypeError('no'));
    await expect(first).rejects.toThrow('no');
    await expect.poll(() => runs.length).toBe(2);
    runs[1]?.resolve();
    await second;
  });
});
