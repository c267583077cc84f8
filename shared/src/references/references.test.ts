import { describe, expect, it } from 'vitest';
import { canonicalAddress, findDocument, findEcli, identifiersOfAddress, toPublicationId } from './index.ts';

describe('identifiersOfAddress', () => {
  it.each([
    ['https://zoek.officielebekendmakingen.nl/kst-36704-11.html', 'official-publication', 'kst-36704-11'],
    [
      'https://zoek.officielebekendmakingen.nl/staatscourant/kst-36704-11.html',
      'official-publication',
      'kst-36704-11',
    ],
    ['https://zoek.officielebekendmakingen.nl/KST-36600-vi-12', 'official-publication', 'kst-36600-VI-12'],
    [
      'https://repository.overheid.nl/frbr/officielepublicaties/kst/36704/kst-36704-11/1/pdf/kst-36704-11.pdf',
      'official-publication',
      'kst-36704-11',
    ],
    [
      'https://uitspraken.rechtspraak.nl/details?id=ECLI%3ANL%3ARBDHA%3A2022%3A6122',
      'ecli',
      'ECLI:NL:RBDHA:2022:6122',
    ],
    [
      'https://data.rechtspraak.nl/api/pdfdownload/ECLI_NL_RBDHA_2022_6122',
      'ecli',
      'ECLI:NL:RBDHA:2022:6122',
    ],
    ...[
      'api/pdfdownload/ECLI_NL_RBDHA_2022_6122.pdf',
      'details?id=ECLI%253ANL%253ARBDHA%253A2022%253A6122',
      '#!/details?id=ecli%3anl%3arbdha%3a2022%3a6122',
    ].map((path) => [`https://uitspraken.rechtspraak.nl/${path}`, 'ecli', 'ECLI:NL:RBDHA:2022:6122']),
    [
      'https://uitspraken.rechtspraak.nl/details?keyword=ECLI:NL:HR:2020:1&id=ECLI:NL:RBDHA:2022:6122',
      'ecli',
      'ECLI:NL:RBDHA:2022:6122',
    ],
    [
      'https://data.rechtspraak.nl/uitspraken/content?id=ECLI:NL:RBDHA:2022:6122:INH',
      'ecli',
      'ECLI:NL:RBDHA:2022:6122',
    ],
    [
      'https://zoek.officielebekendmakingen.nl/dossier/36704/kst-36704-11?resultIndex=3',
      'official-publication',
      'kst-36704-11',
    ],
    [
      'https://eur-lex.europa.eu/legal-content/NL/TXT/PDF/?uri=CELEX%3A32016R0679&qid=1',
      'celex',
      '32016R0679',
    ],
    ['https://eur-lex.europa.eu/eli/dir/2013/32/oj/nld', 'celex', '32013L0032'],
    [
      'https://eur-lex.europa.eu/legal-content/NL/AUTO/?locale=nl&uri=ecli%3AECLI%3AEU%3AC%3A2013%3A24',
      'ecli',
      'ECLI:EU:C:2013:24',
    ],
    ['https://wetten.overheid.nl/jci1.3:c:BWBR0011823&artikel=39&z=2026-01-01', 'bwb', 'BWBR0011823'],
    ['https://wetten.overheid.nl/BWBR0011823/2022-10-01/0#Hoofdstuk3', 'bwb', 'BWBR0011823'],
    ['https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679', 'celex', '32016R0679'],
    ['https://eur-lex.europa.eu/eli/reg/2024/1348/oj', 'celex', '32024R1348'],
    [
      'https://www.tweedekamer.nl/kamerstukken/brieven_regering/detail?did=2022D06725&id=2022Z03223',
      'tweede-kamer',
      '2022D06725',
    ],
    ['https://www.tweedekamer.nl/downloads/document?id=2022D06725', 'tweede-kamer', '2022D06725'],
  ])('reads %s', (address, scheme, value) => {
    expect(identifiersOfAddress(address)).toEqual([{ scheme, value }]);
  });

  it.each([
    'http://localhost:8080/kst-36704-11.html',
    'https://example.org/details?id=ECLI:NL:RBDHA:2022:6122',
    'https://zoek.officielebekendmakingen.nl/uitgebreidzoeken',
    'https://eur-lex.europa.eu/homepage.html',
    'https://uitspraken.rechtspraak.nl/100%',
    'https://www.tweedekamer.nl/kamerstukken/wetsvoorstellen/detail?id=2022Z03223',
    'https://www.tweedekamer.nl/kamerstukken/detail?did=2022D06725&did=2022D06726',
    'https://www.tweedekamer.nl/zoeken?did=2022D06725',
    // Pages that list, summarise or show a part of what they name.
    'https://uitspraken.rechtspraak.nl/resultaat?zoekterm=ECLI:NL:RVS:2021:1939',
    'https://uitspraken.rechtspraak.nl/details?id=&keyword=ECLI:NL:RVS:2021:1939',
    'https://zoek.officielebekendmakingen.nl/dossier/36704',
    'https://repository.overheid.nl/frbr/officielepublicaties/kst/36704/kst-36704-11/1/pdf/kst-36704-12.pdf',
    'https://wetten.overheid.nl/zoeken/BWBR0011823',
    'https://eur-lex.europa.eu/legal-content/NL/LSU/?uri=CELEX:32016R0679',
    'https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:02016R0679-20160504',
    'https://eur-lex.europa.eu/eli/reg/2016/679/2016-05-04',
    'https://eur-lex.europa.eu/eli/reg/2016/679/art_5/oj',
    // Copies on somebody's machine, and sites that only have the name in theirs.
    'http://zoek.officielebekendmakingen.nl:8080/kst-36704-11.html',
    'file://zoek.officielebekendmakingen.nl/kst-36704-11.html',
    'https://zoek.officielebekendmakingen.nl.example.org/kst-36704-11.html',
    'https://web.archive.org/web/2025/https://zoek.officielebekendmakingen.nl/kst-36704-11.html',
    'not an address',
  ])('guesses nothing from %s', (address) => {
    expect(identifiersOfAddress(address)).toEqual([]);
  });
});

describe('findEcli', () => {
  it('leaves the full stop of the sentence out', () => {
    expect(findEcli('zie ecli:nl:rbdha:2014:8504.')).toBe('ECLI:NL:RBDHA:2014:8504');
  });
  it('does not take a damaged one', () => {
    expect(findEcli('ECLI:RBDHA:2014:8504')).toBeUndefined();
  });
});

describe('toPublicationId', () => {
  it('asks for a known kind and a number', () => {
    expect(toPublicationId('stb-2025-123')).toBe('stb-2025-123');
    expect(toPublicationId('over-ons')).toBeUndefined();
    expect(toPublicationId('h-tk')).toBeUndefined();
  });
});

describe('canonicalAddress', () => {
  it('drops the fragment and what follows a visitor, and keeps the rest', () => {
    expect(canonicalAddress('https://EXAMPLE.org/a?id=2&utm_source=x#p3')).toBe('https://example.org/a?id=2');
    expect(canonicalAddress('http://localhost:8080/page.html?session=1')).toBe(
      'http://localhost:8080/page.html?session=1',
    );
  });

  it.each(['https://example.org/#!/details?id=1', 'https://example.org/#/stukken/12'])(
    'keeps %s, of which the fragment says what is shown',
    (address) => expect(canonicalAddress(address)).toBe(address),
  );
});

describe('findDocument', () => {
  const html = {
    address: 'https://zoek.officielebekendmakingen.nl/kst-1-2.html',
    mediaType: 'text/html',
  } as const;
  const paper = {
    identifiers: [{ scheme: 'official-publication', value: 'kst-1-2' }],
    addresses: [html],
  } as const;
  const other = { identifiers: [{ scheme: 'pdf-id', value: 'f00' }], addresses: [] } as const;

  it('knows a copy by its identifier wherever it stands', () => {
    const pdf = {
      identifiers: paper.identifiers,
      addresses: [{ address: 'file:///a.pdf', mediaType: 'application/pdf' }],
    } as const;
    expect(findDocument(pdf, [other, paper])).toBe(paper);
  });
  it('knows a page by its address without fragment', () => {
    const page = { identifiers: [], addresses: [{ ...html, address: `${html.address}#waarborg=x` }] };
    expect(findDocument(page, [other, paper])).toBe(paper);
  });
  it('never joins two documents that have identifiers of their own, though a site shows both at one address', () => {
    const next = { ...paper, identifiers: [{ scheme: 'official-publication', value: 'kst-1-3' }] } as const;
    expect(findDocument(next, [paper])).toBeUndefined();
    // A file may change at its address, and is a copy of the same paper.
    const file = { ...paper, identifiers: [{ scheme: 'sha256', value: 'a' }] } as const;
    expect(findDocument({ ...file, identifiers: [{ scheme: 'sha256', value: 'b' }] }, [file])).toBe(file);
  });
  it('never joins two files by their file identifier alone', () => {
    expect(findDocument({ identifiers: other.identifiers, addresses: [] }, [other])).toBeUndefined();
  });
});
