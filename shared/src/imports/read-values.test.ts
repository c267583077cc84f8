import { describe, expect, it } from 'vitest';
import { plainNumber } from '../exchange/index.ts';
import { readDay, readNumber, readPeriod } from './read-values.ts';

describe('a date', () => {
  it.each([
    ['2026-05-12', '2026-05-12'],
    ['12-5-2026', '2026-05-12'],
    ['12/05/2026 0:00', '2026-05-12'],
    ['2026-05-12T09:30:00.000Z', '2026-05-12'],
    ['12 mei 2026', '2026-05-12'],
    ['di. 12 mei 2026', '2026-05-12'],
    ['Tuesday, 12 May 2026', '2026-05-12'],
    ['1 mrt. 2026', '2026-03-01'],
    ['mei 2026', '2026-05'],
    ['Sept 2025', '2025-09'],
    ['2026-05', '2026-05'],
    ['2026', '2026'],
    ['12-05-26', '2026-05-12'],
    ['12/5/98 0:00', '1998-05-12'],
    ['12-mei-26', '2026-05-12'],
    ['12-mei-2026', '2026-05-12'],
    ['mei-26', '2026-05'],
    ['vr 1-mrt.-24', '2024-03-01'],
  ])('is understood: %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each([
    '31-02-2026',
    '31-02-26',
    'Maaike 2026',
    '12 mooi 2026',
    '3.1.12',
    '26-mei',
    '12-5/26',
    'mei',
    '',
    '2026-13',
  ])('is not taken from %s', (text) => {
    expect(readDay(text)).toBeUndefined();
  });
});

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
