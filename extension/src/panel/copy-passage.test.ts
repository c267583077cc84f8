import { describe, expect, it } from 'vitest';
import type { LocalAnnotation } from '../messaging/index.ts';
import { citationText } from './copy-passage.ts';

const annotation: LocalAnnotation = {
  id: '0190a000-0000-7000-8000-000000000001',
  source: 'https://zoek.officielebekendmakingen.nl/kst-36704-11.html',
  ranges: [{ exact: 'De voornemenprocedure\n  wordt afgeschaft.', page: 3 }, { exact: 'Dat scheelt tijd.' }],
  codings: [],
  creator: { id: 'u', name: 'Ada' },
  created: '2026-05-12T10:00:00Z',
  modified: '2026-05-12T10:00:00Z',
  sync: 'sent',
};

describe('citationText', () => {
  it('gives the words on one line with the citation that a clerk accepts', () => {
    const document = {
      id: '0190a000-0000-7000-8000-000000000002',
      sourceType: 'parliamentary-paper',
      title: 'Nota',
      date: '2025-03-04',
      addresses: [],
      identifiers: [{ scheme: 'official-publication', value: 'kst-36704-11' }],
    } as const;
    const vocabulary = { language: 'nl', concepts: new Map(), speakers: new Map() } as const;
    const opened = { document: { ...document, addresses: [], identifiers: [...document.identifiers] } };
    expect(citationText(annotation, opened, vocabulary)).toBe(
      '‘De voornemenprocedure wordt afgeschaft. […] Dat scheelt tijd.’ (Kamerstukken II 2024/25, 36704, nr. 11, p. 3)',
    );
  });
});
