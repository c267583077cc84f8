import { defaultCodebook } from '../codebook/index.ts';
import type { SourceDocument, Speaker } from '../dossier/index.ts';
import { createVocabularyReader } from './index.ts';

export const id = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** The only speaker of the dossier that rows are planned for. */
export const ind: Speaker = { id: id(1), name: 'IND', aliases: ['Immigratiedienst'], kind: 'executive' };
/** Its only document. */
export const paper: SourceDocument = {
  id: id(2),
  sourceType: 'parliamentary-paper',
  title: 'Nota',
  date: '2026-05-12',
  issuer: ind.id,
  addresses: [
    { address: 'https://zoek.officielebekendmakingen.nl/kst-36704-11.html', mediaType: 'text/html' },
  ],
  identifiers: [{ scheme: 'official-publication', value: 'kst-36704-11' }],
  aliases: [],
  revision: 1,
};
export const vocabulary = createVocabularyReader(defaultCodebook);
const ids = new Map<string, string>();
/** What rows are planned for: the same name gets the same id. */
export const context = {
  documents: [paper],
  speakers: [ind],
  vocabulary,
  createId: (name: string) => ids.get(name) ?? ids.set(name, id(100 + ids.size)).get(name) ?? '',
};
