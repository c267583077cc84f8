import { describe, expect, it } from 'vitest';
import { type ComparedWords, compareWords } from './compare-words.ts';

/** Changed words between brackets. */
function mark(words: readonly ComparedWords[]): string {
  return words.map(({ text, isChanged }) => (isChanged ? `[${text.trim()}]` : text.trim())).join(' ');
}

describe('two versions of a passage', () => {
  it.each([
    [
      'De termijn is zes weken.',
      'De termijn is vier weken.',
      'De termijn is [zes] weken.',
      'De termijn is [vier] weken.',
    ],
    ['Dat kost tijd.', 'Dat kost geen tijd.', 'Dat kost tijd.', 'Dat kost [geen] tijd.'],
    ['één officiële brief', 'één brief', 'één [officiële] brief', 'één brief'],
    ['De tolk\n  blijft.', 'De tolk blijft.', 'De tolk blijft.', 'De tolk blijft.'],
  ])('%j and %j', (then, now, markedThen, markedNow) => {
    const comparison = compareWords(then, now);
    expect(mark(comparison.before)).toBe(markedThen);
    expect(mark(comparison.after)).toBe(markedNow);
  });

  it('keep all their words', () => {
    const [then, now] = ['Een twee drie, vier.', 'Nul twee drie: vijf. Zes'];
    const comparison = compareWords(then, now);
    expect(comparison.before.map(({ text }) => text).join('')).toBe(then);
    expect(comparison.after.map(({ text }) => text).join('')).toBe(now);
  });

  it('differ as a whole when they are too long to compare in time', () => {
    const numbers = (step: number) =>
      Array.from({ length: 20_000 }, (_, index) => (index * step) % 99_991).join(' ');
    const { before, after } = compareWords(numbers(7), numbers(31));
    expect(before).toEqual([{ text: numbers(7), isChanged: true }]);
    expect(after).toEqual([{ text: numbers(31), isChanged: true }]);
  });
});
