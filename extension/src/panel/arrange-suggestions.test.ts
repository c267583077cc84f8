import { describe, expect, it } from 'vitest';
import { arrangeSuggestions, countBySafeguard } from './arrange-suggestions.ts';

/** A suggestion that is named, with its place and score. */
const suggestion = (key: string, start: number, score: number) => ({
  ...{ key, start, end: start + 1, score, isLikely: true, quote: key, reasons: [] },
  safeguard: key.charAt(0),
});
const all = [suggestion('a1', 20, 1), suggestion('b1', 10, 3), suggestion('a2', 30, 2)];
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

describe('suggestions', () => {
  it('come likeliest first, or in the order of the text', () => {
    expect(keys(arrangeSuggestions(all, 'likeliest', []))).toEqual(['b1', 'a2', 'a1']);
    expect(keys(arrangeSuggestions(all, 'text', ['a2']))).toEqual(['b1', 'a1', 'a2']);
  });

  it('stay where they are shown when others become likelier, and new ones come after them', () => {
    const later = [suggestion('c1', 5, 9), suggestion('a1', 20, 8), suggestion('b1', 10, 1)];
    expect(keys(arrangeSuggestions(later, 'likeliest', ['b1', 'a2', 'a1']))).toEqual(['b1', 'a1', 'c1']);
  });

  it('are counted by safeguard, the most first', () => {
    expect(countBySafeguard(all, 'a')).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  it('are counted for the safeguard that is chosen also when none is left', () => {
    expect(countBySafeguard(all.slice(1, 2), 'a')).toEqual([
      ['b', 1],
      ['a', 0],
    ]);
  });
});
