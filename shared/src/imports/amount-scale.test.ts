import { expect, it } from 'vitest';
import { readAmountScale } from './amount-scale.ts';

it.each([
  ['Bedrag', 1, undefined, undefined],
  ['Bedrag (mln)', 1e6, undefined, undefined],
  ['Bedrag (€ mln)', 1e6, 'EUR', undefined],
  ['Kosten (x € 1.000)', 1e3, 'EUR', undefined],
  ['Kosten × 1 000 000', 1e6, undefined, undefined],
  ['Bedrag (in miljoenen euro’s)', 1e6, 'EUR', undefined],
  ['Bedrag in mln. euro per jaar', 1e6, 'EUR', 'P1Y'],
  ['Kosten op jaarbasis (mld EUR)', 1e9, 'EUR', 'P1Y'],
  ['Aantal zaken per jaar', 1, 'zaken', 'P1Y'],
  ['Aantal uur per week', 1, 'uur', 'P1W'],
  ['Termijn (weken)', 1, 'weken', undefined],
  ['Percentage (%)', 1, '%', undefined],
  ['K€', 1e3, 'EUR', undefined],
  // A limit is no multiple.
  ['Bedrag (max. € 1.000.000)', 1, 'EUR', undefined],
  ['Bedrag (x 10.000)', 1, undefined, undefined],
])('reads what %s says of its numbers', (head, factor, unit, period) => {
  expect(readAmountScale(head)).toEqual({ factor, unit, period });
});
