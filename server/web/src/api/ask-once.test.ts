import { afterEach, describe, expect, it, vi } from 'vitest';
import { askOnce, foresee, forgetForeseen } from './ask-once.ts';

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

describe('foresee', () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  const wanted = () => new AbortController().signal;

  it('gives who asks then the answer that is on its way or here, and the next a new one', async () => {
    const { ask, answer, signals } = createQuestion();
    foresee('three', ask);
    foresee('three', ask);
    answer('here');
    await Promise.resolve();
    expect(await askOnce('three', wanted(), ask)).toBe('here');
    expect(signals).toHaveLength(1);
    await askOnce('three', wanted(), ask);
    expect(signals).toHaveLength(2);
  });

  it('gives nobody an answer from before a change', () => {
    const { ask, signals } = createQuestion();
    foresee('four', ask);
    forgetForeseen();
    void askOnce('four', wanted(), ask);
    expect(signals).toHaveLength(2);
  });

  it('gives up what nobody came to want, and keeps what somebody waits for', () => {
    vi.useFakeTimers();
    const [unwanted, awaited] = [createQuestion(), createQuestion()];
    foresee('five', unwanted.ask);
    foresee('six', awaited.ask);
    void askOnce('six', wanted(), awaited.ask);
    vi.advanceTimersByTime(10_000);
    expect([unwanted, awaited].map(({ signals }) => signals[0]?.aborted)).toEqual([true, false]);
  });

  it('tells nobody but who asks of a failure', async () => {
    const ask = () => Promise.reject(new Error('unreachable'));
    foresee('seven', ask);
    await new Promise(setImmediate);
    await expect(askOnce('seven', wanted(), ask)).rejects.toThrow('unreachable');
  });
});
