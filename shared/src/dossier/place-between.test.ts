import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBetween, placesBetween } from './place-between.ts';

describe('placeBetween', () => {
  it('finds room between any two places, whatever was put where before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 80 }), (spots) => {
        const places: string[] = [];
        for (const spot of spots) {
          const index = spot % (places.length + 1);
          places.splice(index, 0, placeBetween(places[index - 1], places[index]));
        }
        expect(places.toSorted()).toEqual(places);
        expect(new Set(places).size).toBe(places.length);
        expect(places.every((place) => !place.endsWith('0'))).toBe(true);
      }),
    );
  });

  it('stays short for a thousand things at one end, and at one spot', () => {
    let [last, spot] = [placeBetween(undefined, undefined), placeBetween(undefined, undefined)];
    for (let count = 0; count < 1_000; count++) {
      last = placeBetween(last, undefined);
      spot = placeBetween(undefined, spot);
    }
    expect([last.length, spot.length].every((length) => length <= 200)).toBe(true);
  });

  it('refuses two places in the wrong order', () => {
    expect(() => placeBetween('b', 'a')).toThrow(RangeError);
  });
});

describe('placesBetween', () => {
  it.each([
    ['in an empty order', undefined, undefined],
    ['at the end', 'V', undefined],
    ['before all', undefined, 'V'],
    ['between neighbours', 'V', 'V1'],
  ])('finds room for two thousand at once %s, and stays short', (_where, after, before) => {
    const places = placesBetween(after, before, 2_000);
    const all = [after, ...places, before].filter((place) => place !== undefined);
    expect(new Set(all.toSorted()).size).toBe(all.length);
    expect(all.toSorted()).toEqual(all);
    expect(places).toHaveLength(2_000);
    expect(Math.max(...places.map(({ length }) => length))).toBeLessThanOrEqual(20);
    expect(places.every((place) => !place.endsWith('0'))).toBe(true);
  });

  it('gives none where none is asked for', () => {
    expect(placesBetween('V', 'V1', 0)).toEqual([]);
  });
});
