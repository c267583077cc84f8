import { describe, expect, it } from 'vitest';
import { readAmountScale } from './amount-scale.ts';
import type { ImportField } from './import-field.ts';
import { readQuantity } from './read-quantity.ts';

type Cells = Partial<Record<ImportField, string>>;

function read(head: string, cells: Cells) {
  return readQuantity((field) => cells[field] ?? '', readAmountScale(head));
}

describe('an amount', () => {
  it('is multiplied with what the head of its column says, or the cell of its unit, and has their unit', () => {
    expect(read('Bedrag (€ mln)', { quantity: '1,15' })).toEqual({ value: 1_150_000, unit: 'EUR' });
    expect(read('Bedrag (€ mln)', { quantity: '€ 3' })).toEqual({ value: 3e6, unit: 'EUR' });
    expect(read('Kosten (x 1.000)', { quantity: '660', quantityTo: '800', unit: 'EUR' })).toEqual({
      ...{ value: 660_000, to: 800_000, unit: 'EUR' },
    });
    expect(read('Bedrag', { quantity: '12,5', unit: '€ mln', period: 'per jaar' })).toEqual({
      ...{ value: 12_500_000, unit: 'EUR', period: 'P1Y' },
    });
    expect(read('Aantal zaken per jaar', { quantity: '2.400' })).toEqual({
      ...{ value: 2_400, unit: 'cases', period: 'P1Y' },
    });
  });

  it('is not multiplied where it is written out, and is none where nobody can say whether it is', () => {
    expect(read('Bedrag (€ mln)', { quantity: '€ 3 mln' })).toEqual({ value: 3e6, unit: 'EUR' });
    expect(read('Bedrag (€ mln)', { quantity: '660 duizend euro' })).toEqual({ value: 660_000, unit: 'EUR' });
    expect(read('Bedrag (€ mln)', { quantity: '12.500.000' })).toBeUndefined();
    expect(read('Bedrag (mln)', { quantity: '12,5' })).toBeUndefined();
  });

  it('is a share where it says so, of what stands beside it, and its end is one too', () => {
    expect(read('Omvang', { quantity: '25%', unit: 'procent' })).toEqual({ value: 25, unit: '%' });
    expect(read('Omvang', { quantity: '12,5%', unit: 'van de zaken' })).toEqual({
      ...{ value: 12.5, unit: '% van de zaken' },
    });
    expect(read('Omvang', { quantity: '1,125%', quantityTo: '2,125%' })).toEqual({
      ...{ value: 1.125, to: 2.125, unit: '%' },
    });
  });

  it('is in euros, however they are called', () => {
    for (const unit of ['€', 'euro', 'EUR']) {
      expect(read('Bedrag', { quantity: '660000', unit })).toEqual({ value: 660_000, unit: 'EUR' });
    }
  });

  it('has its own unit before that of its column', () => {
    expect(read('Termijn (weken)', { quantity: '3 maanden' })).toEqual({ value: 3, unit: 'months' });
    expect(read('Termijn (weken)', { quantity: '3', unit: 'dagen' })).toEqual({ value: 3, unit: 'days' });
  });
});
