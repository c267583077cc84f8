import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentIdentifier } from '../dossier/index.ts';
import { canonicalAddress, findDocument, findNamesake, identifiersOfAddress } from './index.ts';

const number = (min: number, max: number) => fc.integer({ min, max });

/** Documents of every site, by the identifier that their addresses name. */
const publication = fc
  .tuple(
    number(10_000, 36_999),
    fc.constantFrom('', '-VI', '-02'),
    fc.oneof(number(1, 3_000).map(String), fc.constantFrom('A', 'BC')),
    fc.constantFrom('', '-n1', '-b1', '-h1'),
  )
  .map(([file, addition, item, suffix]) => `kst-${file}${addition}-${item}${suffix}`);
const ruling = fc
  .tuple(fc.constantFrom('HR', 'RVS', 'RBDHA', 'GHARL'), number(1990, 2026), number(1, 20_000))
  .map(([court, year, ordinal]) => `ECLI:NL:${court}:${year}:${ordinal}`);
const law = number(0, 9_999_999).map((digits) => `BWBR${String(digits).padStart(7, '0')}`);
const act = fc
  .tuple(number(1960, 2026), fc.constantFrom('R', 'L', 'D'), number(1, 9_999))
  .map(([year, letter, digits]) => `3${year}${letter}${String(digits).padStart(4, '0')}`);
const chamberDocument = fc
  .tuple(number(2008, 2026), number(1, 99_999))
  .map(([year, digits]) => `${year}D${String(digits).padStart(5, '0')}`);

/** Ways in which a site names a document in its addresses, beside what surrounds it in a query. */
const ways: Readonly<Record<string, readonly ((value: string) => { path: string; query?: string })[]>> = {
  'official-publication': [
    (id) => ({ path: `zoek.officielebekendmakingen.nl/${id}` }),
    (id) => ({ path: `zoek.officielebekendmakingen.nl/${id}.html` }),
    (id) => ({ path: `zoek.officielebekendmakingen.nl/${id.toUpperCase()}.pdf` }),
    (id) => ({ path: `zoek.officielebekendmakingen.nl/${id}.odt` }),
    (id) => ({ path: `repository.overheid.nl/frbr/officielepublicaties/kst/36704/${id}/1/xml/${id}.xml` }),
  ],
  ecli: [
    (id) => ({ path: 'uitspraken.rechtspraak.nl/details', query: `id=${id}` }),
    (id) => ({ path: 'uitspraken.rechtspraak.nl/inziendocument', query: `id=${encodeURIComponent(id)}` }),
    (id) => ({ path: 'deeplink.rechtspraak.nl/uitspraak', query: `id=${id.toLowerCase()}` }),
    (id) => ({ path: 'data.rechtspraak.nl/uitspraken/content', query: `id=${id}` }),
    (id) => ({ path: `uitspraken.rechtspraak.nl/api/pdfdownload/${id.replaceAll(':', '_')}` }),
  ],
  bwb: [
    (id) => ({ path: `wetten.overheid.nl/${id}/2022-10-01/0` }),
    (id) => ({ path: `wetten.overheid.nl/${id}` }),
    (id) => ({ path: `wetten.overheid.nl/jci1.3:c:${id}&artikel=3&z=2026-01-01` }),
  ],
  celex: [
    (id) => ({ path: 'eur-lex.europa.eu/legal-content/NL/TXT/', query: `uri=CELEX:${id}` }),
    (id) => ({ path: 'eur-lex.europa.eu/legal-content/EN/TXT/PDF/', query: `uri=CELEX%3A${id}` }),
  ],
  'tweede-kamer': [
    (id) => ({ path: 'tweedekamer.nl/kamerstukken/detail', query: `did=${id}` }),
    (id) => ({ path: 'tweedekamer.nl/downloads/document', query: `id=${id}` }),
  ],
};

const documents: fc.Arbitrary<DocumentIdentifier> = fc.oneof(
  publication.map((value) => ({ scheme: 'official-publication' as const, value })),
  ruling.map((value) => ({ scheme: 'ecli' as const, value })),
  law.map((value) => ({ scheme: 'bwb' as const, value })),
  act.map((value) => ({ scheme: 'celex' as const, value })),
  chamberDocument.map((value) => ({ scheme: 'tweede-kamer' as const, value })),
);

/** What follows visitors around, in any order and around what names the document. */
const surroundings = fc.uniqueArray(
  fc.constantFrom(
    'utm_source=nb',
    'fbclid=x1',
    'session=8f3a',
    'keyword=ECLI:NL:HR:2001:1',
    'resultIndex=4',
    'qid=1',
  ),
  { maxLength: 4 },
);

/** A document with one of its addresses. */
const addressed = documents.chain((document) =>
  fc
    .tuple(
      fc.constantFrom(...(ways[document.scheme] ?? [])),
      surroundings,
      surroundings,
      fc.constantFrom('http://', 'https://', 'https://www.'),
      fc.constantFrom('', '#', '#p3', '#waarborg=0190', '#Hoofdstuk3'),
    )
    .map(([way, before, after, start, fragment]) => {
      const { path, query } = way(document.value);
      const all = [...before, ...(query ? [query] : []), ...after].join('&');
      return { document, address: `${start}${path}${all === '' ? '' : `?${all}`}${fragment}` };
    }),
);

const toDocument = (address: string) => ({
  identifiers: identifiersOfAddress(address),
  addresses: [{ address: canonicalAddress(address), mediaType: 'text/html' as const }],
});

describe('the identity of a document by its address', () => {
  it('is read from every form of its address, whatever surrounds it', () => {
    fc.assert(
      fc.property(addressed, ({ document, address }) => {
        expect(identifiersOfAddress(address)).toEqual([document]);
      }),
    );
  });

  it('joins two documents exactly where they are one', () => {
    fc.assert(
      fc.property(addressed, addressed, (one, other) => {
        const known = toDocument(one.address);
        const isSame = one.document.value.toLowerCase() === other.document.value.toLowerCase();
        expect(findDocument(toDocument(other.address), [known])).toBe(isSame ? known : undefined);
      }),
    );
  });

  it('joins pages that name no document only at the same address', () => {
    const page = fc
      .tuple(
        fc.constantFrom('http://', 'https://', 'https://www.'),
        fc.constantFrom(
          'example.org',
          'example.org:8080',
          'localhost:8080',
          'zoek.officielebekendmakingen.nl',
        ),
        fc.constantFrom('/', '/stuk', '/stuk.pdf', '/STUK'),
        fc.constantFrom('', '?id=1', '?id=2', '?session=1', '?id=1&utm_source=nb', '?utm_source=nb&id=1'),
        fc.constantFrom('', '#p3', '#/stuk/1', '#!/stuk/2'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(page, page, (one, other) => {
        const withoutVisitor = (address: string) =>
          address
            .replace(/[?&]?utm_source=nb&?(?=id|#|$)/u, '')
            .replace(/(?<=stuk|STUK|pdf|\/)id=/u, '?id=')
            .replace(/#p3$/u, '');
        const isSame = withoutVisitor(one) === withoutVisitor(other);
        expect(findDocument(toDocument(other), [toDocument(one)]) !== undefined).toBe(isSame);
      }),
    );
  });
});

describe('findNamesake', () => {
  const paper = { title: 'Plan van aanpak', date: '2026-05', identifiers: [], addresses: [] };
  const kamerstuk = (value: string): DocumentIdentifier => ({ scheme: 'official-publication', value });

  it.each<[string, object, object, boolean]>([
    ['the same title and day', {}, { title: 'Plan van Aanpak' }, true],
    ['another day', {}, { date: '2026-06' }, false],
    ['no day', { date: undefined }, { date: undefined }, false],
    ['another title', {}, { title: 'Plan van aanpak 2' }, false],
    [
      'identifiers of two papers',
      { identifiers: [kamerstuk('kst-36999-7')] },
      { identifiers: [kamerstuk('kst-36999-8')] },
      false,
    ],
  ])('compares what a reader sees: %s', (_, one, other, isFound) => {
    const found = { ...paper, ...other };
    expect(findNamesake({ ...paper, ...one }, [found])).toBe(isFound ? found : undefined);
  });
});
