import { describe, expect, it } from 'vitest';
import type { SourceDocument } from './document.ts';
import { findBill } from './find-bill.ts';

const paper = (id: string, title: string, changes: Partial<SourceDocument> = {}): SourceDocument => ({
  ...{
    id,
    title,
    sourceType: 'parliamentary-paper',
    addresses: [],
    identifiers: [],
    aliases: [],
    revision: 1,
  },
  ...changes,
});
const bill = paper('bill', 'Wijziging van de Wachtwet; Voorstel van wet');
const memorandum = paper('memo', 'Voorstel van wet van het lid Smit; Memorie van toelichting');

describe('findBill', () => {
  it.each([
    ['by the end of its title', bill],
    ['by its title alone', paper('b', 'Voorstel van wet van het lid Smit tot wijziging van de Wachtwet')],
    ['that was changed', paper('b', 'Wachtwet; Gewijzigd voorstel van wet')],
    [
      'by its number',
      paper('b', 'Wachtwet', { identifiers: [{ scheme: 'official-publication', value: 'kst-39990-2' }] }),
    ],
  ])('finds the only bill, %s', (_how, document) => {
    expect(findBill([memorandum, document])).toEqual({ document, isNamed: false });
  });

  it('takes no other paper for one, and none of two', () => {
    const press = paper('p', 'Voorstel van wet', { sourceType: 'press' });
    const third = { identifiers: [{ scheme: 'official-publication' as const, value: 'kst-39990-12' }] };
    expect(findBill([memorandum, press, paper('n', 'Nota', third)])).toBeUndefined();
    expect(findBill([bill, paper('other', 'Andere wet; Voorstel van wet')])).toBeUndefined();
  });

  it('takes what the dossier names, also under an id that it had, unless it is gone', () => {
    const named = { ...memorandum, aliases: ['former'] };
    expect(findBill([bill, named], 'memo')).toEqual({ document: named, isNamed: true });
    expect(findBill([bill, named], 'former')).toEqual({ document: named, isNamed: true });
    expect(findBill([bill, named], 'gone')).toEqual({ document: bill, isNamed: false });
  });
});
