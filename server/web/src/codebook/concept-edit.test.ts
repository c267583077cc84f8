import type { KeptConcept } from '@waarborg/shared/codebook';
import { describe, expect, it } from 'vitest';
import { beginEdit, disputedFields, rebaseEdit, typeInto } from './concept-edit.ts';

const concept: KeptConcept = {
  ...{ id: 'tolk', kind: 'safeguard', group: 'gehoor', revision: 3 },
  label: { nl: 'Tolk', en: 'Interpreter' },
  shortLabel: { nl: 'Tolk', en: 'Interpreter' },
  definition: { nl: 'Vertaalt.', en: 'Translates.' },
  terms: ['tolk*'],
};
const theirs: KeptConcept = {
  ...{ ...concept, revision: 4 },
  label: { nl: 'Tolken', en: 'Interpreters' },
  terms: ['tolk*', 'vertaler*'],
};

describe('an edit over a version that somebody else made', () => {
  it('follows it where nothing was typed, and keeps what was typed', () => {
    const edit = rebaseEdit(typeInto(beginEdit(concept), 'definitionNl', 'Zet om.'), theirs);
    expect(edit.typed).toMatchObject({
      ...{ labelNl: 'Tolken', labelEn: 'Interpreters', terms: 'tolk*\nvertaler*', definitionNl: 'Zet om.' },
    });
    expect(edit.concept.revision).toBe(4);
    expect(disputedFields(edit)).toEqual([]);
  });

  it('tells what the other one made of a field in which something else was typed, until that is taken', () => {
    const edit = rebaseEdit(typeInto(beginEdit(concept), 'labelNl', 'De tolk'), theirs);
    expect(edit.typed.labelNl).toBe('De tolk');
    expect(disputedFields(edit)).toEqual([['labelNl', 'Tolken']]);
    expect(disputedFields(rebaseEdit(edit, { ...theirs, revision: 5 }))).toEqual([['labelNl', 'Tolken']]);
    expect(disputedFields(typeInto(edit, 'labelNl', 'Tolken'))).toEqual([]);
  });

  it('finds nothing to tell where both typed the same', () => {
    const edit = rebaseEdit(typeInto(beginEdit(concept), 'labelNl', 'Tolken'), theirs);
    expect(disputedFields(edit)).toEqual([]);
  });

  it('is the same while the version is the same', () => {
    const edit = typeInto(beginEdit(concept), 'labelNl', 'De tolk');
    expect(rebaseEdit(edit, concept)).toBe(edit);
  });
});
