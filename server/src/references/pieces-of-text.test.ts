import { describe, expect, it } from 'vitest';
import { piecesOf } from './pieces-of-text.ts';

describe('piecesOf', () => {
  it.each([
    ['kort', 10, ['kort']],
    ['een\ntwee\ndrie', 8, ['een\ntwee', '\ndrie']],
    ['zonderregels', 5, ['zonde', 'rrege', 'ls']],
    ['', 5, []],
  ])('of %o at %d are %o', (text, length, pieces) => {
    expect([...piecesOf(text, length)]).toEqual(pieces);
  });
});
