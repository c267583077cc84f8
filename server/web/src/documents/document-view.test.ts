import type { SourceDocument } from '@waarborg/shared/dossier';
import { describe, expect, it } from 'vitest';
import { readDocumentView, selectDocuments } from './document-view.ts';

const at = '2026-05-12T10:00:00Z';
const document = (id: string, changes: Partial<SourceDocument>): SourceDocument => ({
  ...{ id, sourceType: 'other', title: id, addresses: [], identifiers: [], aliases: [], revision: 1 },
  ...changes,
});
const documents = [
  document('brief', { title: 'Brief 10', date: '2026-02', issuer: 'ind' }),
  document('advies', { title: 'Brief 9', date: '2026-03-01', sourceType: 'legislative-advice' }),
  document('nota', {
    title: 'Nota',
    identifiers: [{ scheme: 'official-publication', value: 'kst-36704-3' }],
  }),
];
const facts = {
  readings: [
    { document: 'brief', reviewer: 'anna', at },
    { document: 'advies', reviewer: 'anna', safeguard: 'minors', at },
  ],
  safeguards: ['minors', 'voornemen'],
  passages: new Map([
    ['brief', { passages: 1, gone: 0 }],
    ['advies', { passages: 3, gone: 2 }],
  ]),
  issuerName: ({ issuer }: SourceDocument) => (issuer === 'ind' ? 'Immigratie- en Naturalisatiedienst' : ''),
};

describe('the documents that an address asks for', () => {
  it.each([
    ['', ['advies', 'brief', 'nota']],
    ['?sort=date', ['nota', 'brief', 'advies']],
    ['?sort=title', ['advies', 'brief', 'nota']],
    ['?sort=-passages', ['advies', 'brief', 'nota']],
    ['?sort=nothing&state=nothing', ['advies', 'brief', 'nota']],
    ['?q=naturalisatie', ['brief']],
    ['?q=36704', ['nota']],
    ['?sourceType=legislative-advice', ['advies']],
    ['?state=unread', ['nota']],
    ['?state=partly', ['advies']],
    ['?state=read', ['brief']],
    ['?state=empty', ['nota']],
    ['?state=gone', ['advies']],
  ])('with %o are %o', (search, expected) => {
    const found = selectDocuments(documents, readDocumentView(search), facts);
    expect(found.map(({ id }) => id)).toEqual(expected);
  });
});
