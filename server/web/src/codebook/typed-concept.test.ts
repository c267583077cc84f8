import { describe, expect, it } from 'vitest';
import { emptyTyped, readTyped, type TypedConcept, toTyped } from './typed-concept.ts';

const read = (changes: Partial<TypedConcept>) => readTyped({ ...emptyTyped('gehoor'), ...changes });
const long = 'Een naam die voor een smalle kolom te lang is';

describe('a concept as it was typed', () => {
  it('takes the Dutch where no English was typed, and a name that is short for its short name', () => {
    expect(read({ labelNl: ' Tolk ', definitionNl: 'Vertaalt.' }).update).toEqual({
      group: 'gehoor',
      label: { nl: 'Tolk', en: 'Tolk' },
      shortLabel: { nl: 'Tolk', en: 'Tolk' },
      definition: { nl: 'Vertaalt.', en: 'Vertaalt.' },
      terms: [],
    });
    expect(read({ labelNl: long, shortNl: 'Naam' }).update?.shortLabel).toEqual({ nl: 'Naam', en: 'Naam' });
  });

  it('has a term on each line', () => {
    expect(read({ labelNl: 'Tolk', terms: 'tolk*\n\n  vertaler* \r\n' }).update?.terms).toEqual([
      'tolk*',
      'vertaler*',
    ]);
  });

  it.each<[Partial<TypedConcept>, string]>([
    [{}, 'labelNl'],
    [{ labelNl: long }, 'shortNl'],
    [{ labelNl: 'Tolk', labelEn: long }, 'shortEn'],
    [{ labelNl: 'Tolk', shortNl: long }, 'shortNl'],
    [{ labelNl: 'Tolk', terms: 'tolk*\ntolk*' }, 'terms'],
    [{ labelNl: 'Tolk', terms: 'x'.repeat(81) }, 'terms'],
  ])('of %o says that %s is wrong', (changes, field) => {
    expect(read(changes)).toEqual({ wrong: field });
  });

  it('comes back as it was kept', () => {
    const kept = {
      ...{ group: 'gehoor', legalBasis: 'art. 38 Vw 2000', terms: ['tolk*', 'vertaling'] },
      label: { nl: 'Tolk', en: 'Interpreter' },
      shortLabel: { nl: 'T.', en: 'I.' },
      definition: { nl: 'Vertaalt.', en: 'Translates.' },
    };
    expect(readTyped(toTyped(kept)).update).toEqual(kept);
    for (const label of ['Tolk', 'Interpreter', long])
      for (const short of ['Tolk', 'Interpreter', 'I.']) {
        const one = { ...kept, label: { ...kept.label, en: label }, shortLabel: { nl: 'Tolk', en: short } };
        expect(readTyped(toTyped(one)).update).toEqual(one);
      }
  });

  it('takes a new name along to what only repeats it', () => {
    const copied = read({ labelNl: 'Tolk', definitionNl: 'Vertaalt.' }).update;
    if (!copied) throw new Error('what was typed is no concept');
    const renamed = readTyped({ ...toTyped(copied), labelNl: 'Vertaler', definitionNl: 'Zet over.' }).update;
    expect(renamed).toMatchObject({
      label: { nl: 'Vertaler', en: 'Vertaler' },
      shortLabel: { nl: 'Vertaler', en: 'Vertaler' },
      definition: { nl: 'Zet over.', en: 'Zet over.' },
    });
    const english = { ...copied, label: { nl: 'Tolk', en: 'Interpreter' } };
    expect(readTyped({ ...toTyped(english), labelNl: 'Vertaler' }).update?.label.en).toBe('Interpreter');
  });
});
