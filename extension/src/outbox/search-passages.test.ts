import { describe, expect, it } from 'vitest';
import type { DossierPassage } from '../messaging/index.ts';
import { mostFound, searchPassages } from './search-passages.ts';

const names = {
  codebook: {
    concepts: [{ id: 'voornemen', label: { nl: 'Voornemenprocedure', en: 'Notice of intent' } }],
  },
  speakers: [{ id: 'ind', name: 'Immigratie- en Naturalisatiedienst', aliases: ['IND'] }],
};

function passage(id: string, exact: string, extra: Partial<DossierPassage> = {}): DossierPassage {
  return {
    id,
    source: 'https://example.nl/brief',
    ranges: [{ exact }],
    codings: [],
    modified: '2026-05-01T00:00:00Z',
    document: { id: 'brief', title: 'Brief over de termijnen' },
    ...extra,
  };
}

const coded = { direction: 'unclear', basis: 'finding' } as const;
const elsewhere = { id: 'advies', title: 'Advies van de Raad', issuer: 'ind' };

function find(passages: readonly DossierPassage[], words: string): string[] {
  const search = { words, except: 'own', document: 'brief' };
  return searchPassages(passages, search, names).passages.map(({ id }) => id);
}

describe('searchPassages', () => {
  it('finds by the names that a speaker and a safeguard have now, and by those from before they were merged', () => {
    const [ind] = names.speakers;
    const [notice] = names.codebook.concepts;
    const merged = {
      codebook: {
        concepts: [
          { id: 'zienswijze', label: { nl: 'Zienswijze', en: 'Response' }, mergedInto: 'voornemen' },
          ...(notice ? [notice] : []),
        ],
      },
      speakers: [
        { id: 'old', name: 'Vreemdelingendienst', aliases: [], mergedInto: 'between' },
        { id: 'between', name: 'Dienst', aliases: [], mergedInto: 'ind' },
        ...(ind ? [ind] : []),
      ],
    };
    const codings = [{ ...coded, safeguard: 'zienswijze', speaker: 'old' }];
    const coding = passage('old', 'Zes weken', { codings });
    for (const words of ['naturalisatie', 'vreemdelingendienst', 'voornemenprocedure', 'zienswijze']) {
      const search = { words, except: 'own', document: 'brief' };
      expect(searchPassages([coding], search, merged).count, words).toBe(1);
    }
  });

  const passages = [
    passage('own', 'De termijn vervalt'),
    passage('one', 'De termijn blijft zes weken'),
    passage('two', 'Het voornemen vervalt', {
      document: elsewhere,
      codings: [{ ...coded, safeguard: 'voornemen' }],
    }),
    passage('three', 'Geëist wordt een tolk', { note: 'navragen bij de griffie' }),
  ];

  it.each([
    ['termijn', ['one', 'three']],
    ['TERM weken', ['one']],
    ['geeist', ['three']],
    ['griffie', ['three']],
    ['advies raad', ['two']],
    ['notice', ['two']],
    ['naturalisatie', ['two']],
    ['ind voornemen', ['two']],
    ['ermijn', []],
    ['niets hiervan', []],
  ])('finds by %j the passages %j', (words, ids) => {
    expect(find(passages, words)).toEqual(ids);
  });

  it('gives every other passage for nothing typed: those of this document first, in the order of its text', () => {
    const late = passage('late', 'b', { ranges: [{ exact: 'b', start: 90 }] });
    const early = passage('early', 'a', { ranges: [{ exact: 'a', start: 3 }] });
    const newer = passage('newer', 'c', { document: elsewhere, modified: '2026-05-03T00:00:00Z' });
    const older = passage('older', 'd', { document: elsewhere, modified: '2026-05-02T00:00:00Z' });
    expect(find([older, newer, late, early], ' ')).toEqual(['early', 'late', 'newer', 'older']);
  });

  it('gives so many at most, and says how many there are', () => {
    const many = Array.from({ length: mostFound + 5 }, (_, index) => passage(`p${index}`, 'zaak'));
    const found = searchPassages(many, { words: 'zaak', except: 'own', document: 'brief' }, names);
    expect(found.passages).toHaveLength(mostFound);
    expect(found.count).toBe(mostFound + 5);
  });
});
