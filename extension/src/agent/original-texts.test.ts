import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../messaging/index.ts';
import { OriginalTexts } from './original-texts.ts';

/** Texts whose answers the test gives. */
function createTexts() {
  const questions: { readonly id: string; readonly answer: (outcome: Outcome<string>) => void }[] = [];
  const texts = new OriginalTexts(
    (id) => new Promise((resolve) => questions.push({ id, answer: (outcome) => resolve(outcome) })),
  );
  return { texts, questions };
}

describe('the texts in which passages were marked', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are asked for once', async () => {
    const { texts, questions } = createTexts();
    const onChange = vi.fn();
    texts.fetch(['a'], onChange);
    texts.fetch(['a'], onChange);
    expect(questions).toHaveLength(1);
    questions[0]?.answer({ ok: true, value: 'tekst' });
    await vi.advanceTimersByTimeAsync(0);
    texts.fetch(['a'], onChange);
    expect(questions).toHaveLength(1);
    expect(texts.known.get('a')).toBe('tekst');
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('are done without when they take long, and used when they come after all', async () => {
    const { texts, questions } = createTexts();
    const onChange = vi.fn();
    texts.fetch(['a'], onChange);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([...texts.known]).toEqual([['a', undefined]]);
    expect(onChange).toHaveBeenCalledTimes(1);
    questions[0]?.answer({ ok: true, value: 'tekst' });
    await vi.advanceTimersByTimeAsync(0);
    expect(texts.known.get('a')).toBe('tekst');
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('may come later when the server could not be asked, and never when it does not have them', async () => {
    const { texts, questions } = createTexts();
    texts.fetch(['away', 'none'], () => {});
    questions[0]?.answer({ ok: false, code: 'not-connected' });
    questions[1]?.answer({ ok: false, code: 'not-found' });
    await vi.advanceTimersByTimeAsync(0);
    expect([...texts.known.values()]).toEqual([undefined, undefined]);
    expect(texts.keepOnly(new Set(['away', 'none']))).toEqual(['away']);
  });

  it('are let go of with their last passage', async () => {
    const { texts, questions } = createTexts();
    const onChange = vi.fn();
    texts.fetch(['a'], onChange);
    texts.keepOnly(new Set());
    questions[0]?.answer({ ok: true, value: 'tekst' });
    await vi.advanceTimersByTimeAsync(0);
    expect(texts.known.size).toBe(0);
    expect(onChange).not.toHaveBeenCalled();
  });
});
