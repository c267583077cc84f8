import { describe, expect, it } from 'vitest';
import { plainNumber } from '../exchange/index.ts';
import { readNumber, readPeriod } from './read-values.ts';

describe('a number', () => {
  it.each([
    ['1.500,5', 1_500.5],
    ['1,500.5', 1_500.5],
    ['€ 660.000', 660_000],
    ['EUR 660.000,-', 660_000],
    ['12,5', 12.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['-3', -3],
  ])('is understood: %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([1.234, -12.345, 123.456, 0.125, 1_234, 1_234.567, 12.5, 660_000])(
    'comes back as it was written to a table: %d',
    (value) => {
      expect(readNumber(String(plainNumber(value)))).toBe(value);
    },
  );

  it.each(['veel', '1.50.0', '1,2,3', ''])('is not taken from %s', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });
});

describe('a period', () => {
  it('is understood as people write it, and else left as it is', () => {
    const written = ['per jaar', 'Jaarlijks', 'p.j.', 'maand', 'per week', 'uur', 'P2Y', 'soms', ''];
    const read = ['P1Y', 'P1Y', 'P1Y', 'P1M', 'P1W', 'PT1H', 'P2Y', 'soms', ''];
    expect(written.map(readPeriod)).toEqual(read);
  });
});
