import { expect, it } from 'vitest';
import { currentFilters } from './index.ts';
import { content, document, speakers } from './testing.ts';

const { codebook, ...dossier } = content([], {
  speakers: [...speakers, { id: 'judge', name: 'Rechters', aliases: [], kind: 'court', mergedInto: 'court' }],
  documents: [document('a', { aliases: ['a-pdf'] })],
});
const concepts = codebook.concepts.map((concept) =>
  concept.id === 'minors' ? { ...concept, mergedInto: 'voornemen' } : concept,
);
const frame = { ...dossier, codebook: { ...codebook, concepts } };

it('filters name things as they are now, by any id and a speaker by any name', () => {
  const others = { measure: ['kept'], q: 'woord' };
  const asked = {
    ...others,
    safeguard: ['minors', 'voornemen', 'none'],
    document: ['a-pdf'],
    speaker: ['judge', ' de RECHTER', 'rechters', 'IND', 'nobody'],
  };
  expect(currentFilters(frame, asked)).toEqual({
    ...others,
    safeguard: ['voornemen', 'none'],
    document: ['a'],
    speaker: ['court', 'ind', 'nobody'],
  });
});
