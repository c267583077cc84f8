import { describe, expect, it } from 'vitest';
import { askOnce } from './ask-once.ts';

/** A question that is answered by hand. */
function createQuestion() {
  const signals: AbortSignal[] = [];
  const { promise, resolve } = Promise.withResolvers<string>();
  const ask = (signal: AbortSignal) => {
    signals.push(signal);
    return promise;
  };
  return { ask, answer: resolve, signals };
}

describe('askOnce', () => {
  it('asks once for two who want to know the same, and anew when the answer has come', async () => {
    const { ask, answer, signals } = createQuestion();
    const both = [1, 2].map(() => askOnce('one', new AbortController().signal, ask));
    expect(signals).toHaveLength(1);
    answer('here');
    expect(await Promise.all(both)).toEqual(['here', 'here']);
    await askOnce('one', new AbortController().signal, ask);
    expect(signals).toHaveLength(2);
  });

  it('gives a question up when nobody waits for it any more, and begins anew for who comes then', () => {
    const { ask, signals } = createQuestion();
    const [first, second] = [new AbortController(), new AbortController()];
    for (const { signal } of [first, second]) void askOnce('two', signal, ask);
    first.abort();
    expect(signals[0]?.aborted).toBe(false);
    second.abort();
    expect(signals[0]?.aborted).toBe(true);
    void askOnce('two', new AbortController().signal, ask);
    expect(signals).toHaveLength(2);
  });
});
