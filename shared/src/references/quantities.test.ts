import { describe, expect, it } from 'vitest';
import { findQuantities } from './index.ts';

describe('findQuantities', () => {
  it.each([
    [
      'dat kost € 660.000 tot € 800.000 per jaar',
      { value: 660_000, to: 800_000, unit: 'EUR', period: 'P1Y' },
    ],
    ['660.000–800.000 euro per jaar', { value: 660_000, to: 800_000, unit: 'EUR', period: 'P1Y' }],
    ['2 tot 3 miljoen euro', { value: 2_000_000, to: 3_000_000, unit: 'EUR' }],
    ['binnen zes weken', { value: 6, unit: 'weken' }],
    ['in 12,5 procent van de zaken', { value: 12.5, unit: '%' }],
    ['36 704 aanvragen', { value: 36_704, unit: 'aanvragen' }],
    [
      'gaat uit van zo’n 2.400 extra beroepszaken per jaar',
      { value: 2_400, unit: 'beroepszaken', period: 'P1Y' },
    ],
    ['de 140 onderzochte dossiers', { value: 140, unit: 'dossiers' }],
    ['een boete van € 500,-', { value: 500, unit: 'EUR' }],
  ])('reads %s', (text, quantity) => {
    expect(findQuantities(text).map((one) => one.quantity)).toEqual([quantity]);
  });

  it('says where it stands', () => {
    const text = 'De termijn is twee tot drie maanden.';
    const [{ start, end } = { start: 0, end: 0 }] = findQuantities(text);
    expect(text.slice(start, end)).toBe('twee tot drie maanden');
  });

  it.each(['artikel 39 en 2026', 'in 2025 ingediende aanvragen', 'op 12 mei 2026', 'nr. 3, p. 4', '3.109'])(
    'takes no number from %s',
    (text) => {
      expect(findQuantities(text)).toEqual([]);
    },
  );
});
