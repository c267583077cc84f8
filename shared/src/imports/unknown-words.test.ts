import { expect, it } from 'vitest';
import { defaultCodebook } from '../codebook/index.ts';
import { applyChoices, createVocabularyReader, listUnknownWords, proposeChoices } from './index.ts';

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

it('asks of a cell that lists several only the words that nobody knows, and puts what they mean in their place', () => {
  const vocabulary = createVocabularyReader(defaultCodebook);
  const cells = [
    'Voornemen; Zienswijzeding',
    'Tolken\nzienswijzeding',
    'Voornemen, Rechtsbijstand',
    'Dit, dat',
  ];
  const rows = [['Waarborg'], ...cells.map((cell) => [cell])];
  const unknown = listUnknownWords(rows, ['safeguard'], vocabulary);
  expect(unknown.map(({ text, rows: count }) => [text, count])).toEqual([
    ['Zienswijzeding', 2],
    ['Tolken', 1],
    ['Dit, dat', 1],
  ]);
  const choices = new Map([
    ...proposeChoices(unknown, defaultCodebook),
    ['safeguard zienswijzeding', 'correction-of-report'],
    ['safeguard dit, dat', ''],
  ] as const);
  expect(applyChoices(rows, ['safeguard'], choices, vocabulary).slice(1)).toEqual([
    ['Voornemen; correction-of-report'],
    ['interpreter; correction-of-report'],
    ['Voornemen, Rechtsbijstand'],
    [''],
  ]);
});
