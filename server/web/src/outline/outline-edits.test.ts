import type { OutlinePart } from '@waarborg/shared/dossier';
import { describe, expect, it } from 'vitest';
import { partName, placeAfter, placeOfMove } from './outline-edits.ts';

const part = (id: string, place: string, text = id): OutlinePart => ({
  ...{ id, outline: 'o', place, comments: [], revision: 1 },
  content: { kind: 'text', text },
});
const parts = [part('a', 'B'), part('b', 'D'), part('c', 'F')];

describe('placeOfMove', () => {
  it.each([
    ['a', 1, ['b', 'a', 'c']],
    ['a', 2, ['b', 'c', 'a']],
    ['c', 0, ['c', 'a', 'b']],
    ['c', -5, ['c', 'a', 'b']],
    ['b', 99, ['a', 'c', 'b']],
  ])('moves %s to index %i', (id, index, order) => {
    const place = placeOfMove(parts, id, index) ?? '';
    const moved = parts.map((one) => (one.id === id ? { ...one, place } : one));
    expect(moved.toSorted((x, y) => (x.place < y.place ? -1 : 1)).map((one) => one.id)).toEqual(order);
  });

  it('moves nothing to where it stands, and nothing that is not there', () => {
    expect([placeOfMove(parts, 'b', 1), placeOfMove(parts, 'x', 0), placeOfMove(parts, 'a', -1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('placeAfter', () => {
  it('comes behind both of two parts at the same place', () => {
    expect(placeAfter([part('a', 'B'), part('b', 'B'), part('c', 'C')], 0) > 'B').toBe(true);
  });
});

describe('partName', () => {
  it('is short, and there also where a part has no words', () => {
    expect(partName(part('a', 'B', `${'woord '.repeat(20)}`), 'leeg')).toHaveLength(60);
    expect(partName(part('a', 'B', '  '), 'leeg')).toBe('leeg');
  });
});
