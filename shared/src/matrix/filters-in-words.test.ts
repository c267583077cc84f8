import { expect, it } from 'vitest';
import { defaultCodebook } from '../codebook/index.ts';
import { createVocabulary } from '../dossier/index.ts';
import { filtersInWords } from './filters-in-words.ts';

const names = {
  vocabulary: createVocabulary(defaultCodebook, [], 'nl'),
  documents: new Map([['oud', { title: 'Brief' }]]),
  reviewerName: (id: string) => `codeur ${id}`,
};

it.each([
  [{ impact: ['duration', 'none'] }, 'gevolg: Doorlooptijd, Niet vermeld'],
  [{ stance: ['none' as const] }, 'standpunt: geen standpunt'],
  [{ document: ['oud', 'weg'], reviewer: ['r'] }, 'document: Brief, weg; codeur: codeur r'],
  [
    { month: ['2025-06'], from: '2025', to: '2025-12-01', q: 'tolk' },
    'maand: juni 2025; Vanaf: 2025; Tot en met: 1 december 2025; Woorden in passage of aantekening: tolk',
  ],
  [{ speaker: [] }, ''],
])('says %j as %j', (filters, said) => {
  const inWords = filtersInWords(filters, names).map(({ name, values }) => `${name}: ${values.join(', ')}`);
  expect(inWords.join('; ')).toBe(said);
});
