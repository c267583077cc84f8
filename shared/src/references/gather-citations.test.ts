import { describe, expect, it } from 'vitest';
import { citedInPassage, gatherCitations, readCitations } from './index.ts';

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
});

describe('gatherCitations', () => {
  const paper = {
    id: 'memorie',
    identifiers: [{ scheme: 'official-publication' as const, value: 'kst-36704-3' }],
    addresses: [],
  };
  const text = (document: string, words: string) => ({ document, citations: readCitations(words) });
  const gathered = gatherCitations(
    [{ passage: 'p1', ...text('brief', 'artikel 10 Vw 2000; Kamerstukken II 2024/25, 36704, nr. 3') }],
    [
      text('brief', 'artikel 10 Vw 2000, artikel 9 Vw 2000'),
      text('memorie', 'Kamerstukken II 2024/25, 36704, nr. 3; CELEX 31995L0046'),
      text('advies', 'Kamerstukken 36704, nr. 3; Richtlijn 95/46/EG'),
    ],
    [paper],
  );
  const byName = new Map(gathered.map((one) => [one.source.canonical, one]));

  it('groups articles under their law, in its order, and counts a document once', () => {
    const law = byName.get('Vw 2000');
    expect(law?.articles.map(({ article }) => article)).toEqual(['art. 9', 'art. 10']);
    expect([law?.passages.size, law?.documents.size]).toEqual([1, 1]);
    expect(law?.articles[1]?.passages).toEqual(new Set(['p1']));
  });

  it('knows a source that is a document of the dossier, which does not cite itself', () => {
    expect(byName.get('kst-36704-3')).toMatchObject({
      document: 'memorie',
      documents: new Set(['brief', 'advies']),
    });
  });

  it('prefers the name of a source to its number, whichever is found first', () => {
    expect(byName.get('Richtlijn 95/46/EG')?.documents).toEqual(new Set(['memorie', 'advies']));
    expect(byName.has('31995L0046')).toBe(false);
  });
});
