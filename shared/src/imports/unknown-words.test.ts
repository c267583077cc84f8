import { expect, it } from 'vitest';
import { defaultCodebook } from '../codebook/index.ts';
import { createVocabularyReader, proposeChoices } from './index.ts';

it('proposes for an unknown word the one concept of which it is a term', () => {
  const words = ['Voornemenprocedure', 'tolken', 'nabespreking', 'zomaar'].map((text) => ({
    ...{ field: 'safeguard' as const, text, rows: 1 },
  }));
  const direction = { field: 'direction' as const, text: 'voornemenprocedure', rows: 1 };
  expect([...proposeChoices([...words, direction], defaultCodebook)]).toEqual([
    ['safeguard voornemenprocedure', 'voornemen'],
    ['safeguard tolken', 'interpreter'],
  ]);
});

it.each([
  ['plus', 'favourable'],
  ['min', 'unfavourable'],
  ['–', 'unfavourable'],
])('reads the direction %s', (written, direction) => {
  expect(createVocabularyReader(defaultCodebook)('direction', written)).toBe(direction);
});
