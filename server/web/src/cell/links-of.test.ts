import { describe, expect, it } from 'vitest';
import { linksOf } from './links-of.ts';

describe('linksOf', () => {
  const links = [
    { id: '1', from: 'a', to: 'b', kind: 'repeats' },
    { id: '2', from: 'c', to: 'a', kind: 'contradicts' },
    { id: '3', from: 'a', to: 'd', kind: 'repeats' },
    { id: '4', from: 'c', to: 'd', kind: 'supports' },
  ] as const;

  it('tells what a passage does to others and what others do to it, without repeats that are folded', () => {
    expect(linksOf('a', links, new Map([['b', true]]))).toEqual([
      { id: '2', kind: 'contradicts', other: 'c', direction: 'from' },
      { id: '3', kind: 'repeats', other: 'd', direction: 'to' },
    ]);
  });

  it('has none for a passage without links', () => {
    expect(linksOf('x', links, new Map())).toEqual([]);
  });
});
