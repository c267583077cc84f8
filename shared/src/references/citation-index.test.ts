import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CitationIndex,
  type Citer,
  citedInPassage,
  createPassageReader,
  distinctCitations,
  readCitations,
} from './index.ts';

/** What a text cites, as `key article`. */
const cited = (text: string) =>
  readCitations(text).map(({ source, article }) => `${source.key}${article ? ` ${article}` : ''}`);

describe('readCitations', () => {
  it.each([
    ['artikel 28 Vw 2000', 'bwb bwbr0011823 art. 28'],
    ['artikel 28, eerste lid, aanhef en onder a, van de Vreemdelingenwet 2000', 'bwb bwbr0011823 art. 28'],
    ['jci1.3:c:BWBR0011823&artikel=28&lid=1', 'bwb bwbr0011823 art. 28'],
    ['de Vreemdelingenwet 2000', 'bwb bwbr0011823'],
    ['artikel 46 van Richtlijn 2013/32/EU', 'celex 32013l0032 art. 46'],
    ['paragraaf C2/6.2.8 Vc 2000', 'bwb bwbr0012288 par. C2/6.2.8'],
    ['Kamerstukken II 2024/25, 36704, nr. 11', 'official-publication kst-36704-11'],
    ['ECLI:NL:RVS:2013:298', 'ecli ecli:nl:rvs:2013:298'],
    ['artikel 12, tweede lid', 'unnamed art. 12'],
  ])('reads %o as %o', (text, expected) => {
    expect(cited(`Zie ${text}.`)).toEqual([expected]);
  });

  it('leads to an article as a whole, whichever paragraph is cited', () => {
    const [citation] = readCitations('artikel 31, tweede lid, van de Vw 2000');
    expect(citation?.articleLink).toBe('https://wetten.overheid.nl/jci1.3:c:BWBR0011823&artikel=31');
    expect(citation?.source).toMatchObject({ group: 'laws', canonical: 'Vw 2000' });
  });
});

describe('citedInPassage', () => {
  const range = { prefix: 'Zie EVRM. Volgens ', exact: 'artikel 28', suffix: ' van de Vw 2000 en de Awb' };

  it('reads the words around a citation along, and takes nothing that stands only there', () => {
    const found = citedInPassage({ ranges: [range], codings: [] });
    expect(found.map(({ source, article }) => [source.canonical, article])).toEqual([['Vw 2000', 'art. 28']]);
  });

  it('counts the provisions of codings, and each thing once', () => {
    const codings = [{ provision: 'art. 28 lid 1 Vw 2000' }, { provision: 'art. 3 EVRM' }, {}];
    const found = citedInPassage({ ranges: [range], codings });
    expect(found.map(({ source, article }) => [source.canonical, article])).toEqual([
      ['Vw 2000', 'art. 28'],
      ['EVRM', 'art. 3'],
    ]);
  });

  it('is read the same of one passage and of many with the same provisions', () => {
    const passages = ['art. 28 Vw 2000', 'art. 3 EVRM', 'art. 28 Vw 2000', 'art. II'].map((provision) => ({
      ranges: [range],
      codings: [{ provision }, { provision: 'art. 3 EVRM' }],
    }));
    const readPassage = createPassageReader();
    expect(passages.map(readPassage)).toEqual(passages.map((one) => citedInPassage(one)));
  });

  it('is a law or an article that is named without any digit', () => {
    const found = citedInPassage({
      ranges: [{ exact: 'Zo ook artikel II van de Opiumwet, het EVRM en de Procedurerichtlijn.' }],
      codings: [],
    });
    expect(found.map(({ source }) => source.canonical)).toEqual(['Opiumwet', 'EVRM', 'Procedurerichtlijn']);
  });
});

const paper = {
  id: 'memorie',
  aliases: [],
  identifiers: [{ scheme: 'official-publication' as const, value: 'kst-36704-3' }],
  addresses: [],
};
const citer = (id: string, kind: Citer['kind'], document: string, words: string): Citer => ({
  ...{ id, kind, document },
  citations: distinctCitations(readCitations(words)),
});

describe('CitationIndex', () => {
  const index = new CitationIndex();
  index.setDocuments([paper]);
  for (const one of [
    citer('p1', 'passage', 'brief', 'artikel 10 Vw 2000; Kamerstukken II 2024/25, 36704, nr. 3'),
    citer('t1', 'text', 'brief', 'artikel 10 Vw 2000, artikel 9 Vw 2000'),
    citer('t2', 'text', 'memorie', 'Kamerstukken II 2024/25, 36704, nr. 3; CELEX 31995L0046'),
    citer('t3', 'text', 'advies', 'Kamerstukken 36704, nr. 3; Richtlijn 95/46/EG'),
  ])
    index.put(one);
  const byName = new Map(index.listSources().map((one) => [one.source.canonical, one]));

  it('groups articles under their law, in its order, and counts a document once', () => {
    const law = byName.get('Vw 2000');
    expect(law?.articles.map(({ article }) => article)).toEqual(['art. 9', 'art. 10']);
    expect([law?.passages, law?.documents.size]).toEqual([1, 1]);
    expect(index.listPassages(law?.source.key ?? '', 'art. 10')).toEqual(['p1']);
    expect(index.listPassages(law?.source.key ?? '', 'art. 9')).toEqual([]);
  });

  it('knows a source that is a document of the dossier, which does not cite itself', () => {
    expect(byName.get('kst-36704-3')).toMatchObject({
      document: 'memorie',
      documents: new Set(['brief', 'advies']),
    });
  });

  it('knows a paper of the European Commission by its own number and by its CELEX number', () => {
    const identifiers = [{ scheme: 'celex' as const, value: '52016PC0467' }];
    const ofUnion = new CitationIndex();
    ofUnion.setDocuments([{ id: 'voorstel', aliases: [], identifiers, addresses: [] }]);
    ofUnion.put(citer('t1', 'text', 'brief', 'het voorstel COM(2016) 467 final; CELEX 52016PC0467'));
    expect(ofUnion.listSources()).toMatchObject([
      { document: 'voorstel', source: { canonical: 'COM(2016) 467', group: 'union' } },
    ]);
  });

  it('prefers the name of a source to its number, whichever is found first', () => {
    expect(byName.get('Richtlijn 95/46/EG')?.documents).toEqual(new Set(['memorie', 'advies']));
    expect(byName.has('31995L0046')).toBe(false);
  });

  it('is the same after any changes as an index that is made of what is there in the end', () => {
    const words = [
      'artikel 10 Vw 2000, artikel 9 Vw 2000',
      'Kamerstukken II 2024/25, 36704, nr. 3; CELEX 31995L0046',
      'Kamerstukken II 2023/24, 36704, nr. 3; Richtlijn 95/46/EG; artikel 12, tweede lid',
      'ECLI:NL:RVS:2013:298 en Kamerstukken 36704, nr. 3',
      'niets',
    ].map((text) => distinctCitations(readCitations(text)));
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      kind: fc.constantFrom<Citer['kind'][]>('passage', 'text'),
      document: fc.constantFrom('brief', 'brief-kopie', 'memorie'),
      citations: fc.option(fc.constantFrom(...words), { nil: undefined }),
    });
    const libraries = [
      [],
      [paper],
      [paper, { ...paper, id: 'brief', aliases: ['brief-kopie'], identifiers: [] }],
    ];
    const shown = (one: CitationIndex) =>
      one
        .listSources()
        .map((source) => ({ ...source, ids: one.listPassages(source.source.key).sort() }))
        .sort((a, b) => (a.source.key < b.source.key ? -1 : 1));
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 12 }),
        fc.array(fc.constantFrom(...libraries)),
        (changes, seen) => {
          const [grown, made] = [new CitationIndex(), new CitationIndex()];
          const left = new Map<string, Citer>();
          for (const [place, { citations, ...one }] of changes.entries()) {
            const library = seen[place];
            if (library) grown.setDocuments(library);
            grown.listSources();
            if (citations) grown.put({ ...one, citations });
            else grown.remove(one.id);
            left.delete(one.id);
            if (citations) left.set(one.id, { ...one, citations });
          }
          const library = seen.at(-1) ?? [];
          grown.setDocuments(library);
          made.setDocuments(library);
          for (const one of left.values()) made.put(one);
          expect(shown(grown)).toEqual(shown(made));
          expect(grown.size).toBe(made.size);
          expect(
            shown(grown.select(({ kind }) => kind === 'text')).every(({ ids }) => ids.length === 0),
          ).toBe(true);
        },
      ),
    );
  });
});
