import { describe, expect, it } from 'vitest';
import { act, letter, paper, publication, ruling } from './documents-under-test.ts';
import { type CitedDocument, citedPlace, citePassage, dateInWords, parliamentaryYear } from './index.ts';

const onPage3 = { pages: [3] };
const at = (...considerations: string[]) => ({
  sections: considerations.map((consideration) => ({ consideration })),
});

describe('citePassage', () => {
  it.each([
    [publication('kst-36704-11', '2025-02-03'), 'Kamerstukken II 2024/25, 36704, nr. 11, p. 3.'],
    [publication('kst-27858-88', '2010-01-20'), 'Kamerstukken II 2009/10, 27858, nr. 88, p. 3.'],
    [publication('kst-31700-VI-D', '2008-12-01'), 'Kamerstukken I 2008/09, 31700 VI, D, p. 3.'],
    [publication('kst-35261-B', '2020-03-01'), 'Kamerstukken I 2019/20, 35261, B, p. 3.'],
    [publication('kst-26732-A', '1999-09-16'), 'Kamerstukken II 1998/99, 26732, A, p. 3.'],
    [publication('kst-28483-A', '2003-10-07'), 'Kamerstukken I 2003/04, 28483, A, p. 3.'],
    [publication('kst-36600-VI-12', '2024'), 'Kamerstukken II, 36600 VI, nr. 12, p. 3.'],
    [publication('kst-21501-02-3174', '2025-06-30'), 'Kamerstukken II 2024/25, 21501-02, nr. 3174, p. 3.'],
    [publication('kst-25000-A-4', '1996-10-01'), 'Kamerstukken II 1996/97, 25000 A, nr. 4, p. 3.'],
    [
      publication('kst-26448-346-b2', '2009-01-15'),
      'Bijlage 2 bij Kamerstukken II 2008/09, 26448, nr. 346, p. 3.',
    ],
    [publication('kst-23700-188b', '1996-03-01'), 'Kamerstukken I 1995/96, 23700, nr. 188b, p. 3.'],
    [publication('kst-19992000-26271-6'), 'Kamerstukken II 1999/2000, 26271, nr. 6, p. 3.'],
    [publication('kst-CXXIV-G', '2015-05-01'), 'Kamerstukken I 2014/15, CXXIV, G, p. 3.'],
    [publication('h-tk-20232024-53-12'), 'Handelingen II 2023/24, nr. 53, item 12, p. 3.'],
    [publication('h-ek-20102011-8-5'), 'Handelingen I 2010/11, nr. 8, item 5, p. 3.'],
    // The pages of old proceedings are in their id, and are not those of a PDF.
    [publication('h-tk-20082009-16-1234-1256'), 'Handelingen II 2008/09, nr. 16, p. 1234-1256.'],
    [publication('ah-tk-20242025-1244'), 'Aanhangsel Handelingen II 2024/25, nr. 1244, p. 3.'],
    [publication('ah-ek-20142015-12'), 'Aanhangsel Handelingen I 2014/15, nr. 12, p. 3.'],
    [publication('stcrt-2024-5812'), 'Stcrt. 2024, 5812, p. 3.'],
    [publication('stb-2025-123'), 'Stb. 2025, 123, p. 3.'],
    [publication('trb-2020-12'), 'Trb. 2020, 12, p. 3.'],
    [
      publication('blg-1184123', '2025-02-03'),
      'Titel van het stuk (kamerstuk), 3 februari 2025, blg-1184123, p. 3.',
    ],
  ])('cites the publication %o as %s', (document, expected) => {
    expect(citePassage(document, onPage3, 'nl')).toBe(expected);
  });

  it.each([
    [
      ruling('ECLI:NL:RBDHA:2022:6122', '2022-06-28'),
      at('5'),
      'Rb. Den Haag 28 juni 2022, ECLI:NL:RBDHA:2022:6122, r.o. 5.',
    ],
    [
      {
        ...{ sourceType: 'court-ruling' as const, date: '2014-07-10', identifiers: [] },
        title: 'ECLI:NL:RBDHA:2014:8504, Rechtbank Den Haag, 2014-07-10',
      },
      {},
      'Rb. Den Haag 10 juli 2014, ECLI:NL:RBDHA:2014:8504.',
    ],
    [
      ruling('ECLI:NL:RVS:2015:1780', '2015-05-28'),
      at('5', '5.1'),
      'ABRvS 28 mei 2015, ECLI:NL:RVS:2015:1780, r.o. 5 en 5.1.',
    ],
    [ruling('ECLI:NL:RVS:1993:AN3446', '1993-10-11'), {}, 'RvS 11 oktober 1993, ECLI:NL:RVS:1993:AN3446.'],
    [ruling('ECLI:NL:RVS:1994:ZF1032'), {}, 'ABRvS, ECLI:NL:RVS:1994:ZF1032.'],
    [
      ruling('ECLI:NL:RBSGR:2010:BO1234', '2010-11-02'),
      onPage3,
      "Rb. 's-Gravenhage 2 november 2010, ECLI:NL:RBSGR:2010:BO1234, p. 3.",
    ],
    [
      ruling('ECLI:EU:C:2020:495', '2020-06-25'),
      at('43', '44'),
      'HvJ EU 25 juni 2020, ECLI:EU:C:2020:495, punten 43-44.',
    ],
    [
      ruling('ECLI:EU:C:2009:94', '2009-02-17'),
      at('43'),
      'HvJ EG 17 februari 2009, ECLI:EU:C:2009:94, punt 43.',
    ],
    [ruling('ECLI:EU:C:2009:764', '2009-12-10'), {}, 'HvJ EU 10 december 2009, ECLI:EU:C:2009:764.'],
    [ruling('ECLI:EU:T:2005:456'), {}, 'GvEA EG, ECLI:EU:T:2005:456.'],
    [
      ruling('ECLI:CE:ECHR:2007:0515JUD005239199'),
      at('319'),
      'EHRM 15 mei 2007, 52391/99, ECLI:CE:ECHR:2007:0515JUD005239199, par. 319.',
    ],
    [
      { ...ruling('ECLI:NL:TGZRAMS:2020:1', '2020-01-07'), issuerName: 'RTG Amsterdam' },
      {},
      'RTG Amsterdam 7 januari 2020, ECLI:NL:TGZRAMS:2020:1.',
    ],
    [
      paper('court-ruling', { scheme: 'celex', value: '62019CJ0808' }, '2020-06-25'),
      {},
      'HvJ EU 25 juni 2020, C-808/19.',
    ],
    [
      paper('court-ruling', { scheme: 'celex', value: '62019CJ0808' }, '2020-06-25'),
      at('43', '44'),
      'HvJ EU 25 juni 2020, C-808/19, punten 43-44.',
    ],
    [
      paper('court-ruling', { scheme: 'celex', value: '62019CC0808' }, '2020-02-06'),
      at('43'),
      'Conclusie A-G HvJ EU 6 februari 2020, C-808/19, punt 43.',
    ],
    // A conclusion has no considerations of law.
    [
      ruling('ECLI:NL:PHR:2021:345', '2021-04-09'),
      at('4.3'),
      'Parket HR 9 april 2021, ECLI:NL:PHR:2021:345, punt 4.3.',
    ],
  ])('cites the ruling %o', (document, place, expected) => {
    expect(citePassage(document, place, 'nl')).toBe(expected);
  });

  it.each([
    [act('bwb', 'BWBR0011823'), { article: '39' }, 'art. 39 Vw 2000.'],
    [act('bwb', 'BWBR0011825'), { article: '3.109', paragraph: '2' }, 'art. 3.109 lid 2 Vb 2000.'],
    [act('bwb', 'BWBR0005537'), { article: '8:81' }, 'art. 8:81 Awb.'],
    [
      act('celex', '32024R1348'),
      { article: '13' },
      'art. 13 Verordening (EU) 2024/1348 (Procedureverordening).',
    ],
    [
      act('celex', '32013R0604'),
      { article: '17' },
      'art. 17 Verordening (EU) nr. 604/2013 (Dublinverordening).',
    ],
    [act('celex', '32013L0032'), { article: '46' }, 'art. 46 Richtlijn 2013/32/EU (Procedurerichtlijn).'],
    [act('celex', '32008L0115'), { article: '5' }, 'art. 5 Richtlijn 2008/115/EG (Terugkeerrichtlijn).'],
    [act('celex', '31995L0046'), { article: '2' }, 'art. 2 Richtlijn 95/46/EG.'],
    [act('celex', '12012P/TXT'), { article: '47' }, 'art. 47 Handvest van de grondrechten van de EU.'],
  ])('cites an article of %o', (document, section, expected) => {
    expect(citePassage(document, { sections: [section] }, 'nl')).toBe(expected);
  });

  it.each([
    ['Kamerstukken II 2024/25, 36704, nr. 11', 'Kamerstukken II 2024/25, 36704, nr. 11.'],
    ['Tweede Kamer, vergaderjaar 2024–2025, 36 704 nr. 11', 'Kamerstukken II 2024/25, 36704, nr. 11.'],
    ['Kamerstukken II 2022/23, 36067, nr. 11', 'Kamerstukken II, 36704, nr. 11.'],
    ['Kamerstukken II 2024/25, 36704, nr. 110', 'Kamerstukken II, 36704, nr. 11.'],
    ['Reactie op Kamerstukken II 2024/25, 36704, nr. 11', 'Kamerstukken II, 36704, nr. 11.'],
  ])('takes the parliamentary year of a paper without a date from its title %s', (title, expected) => {
    expect(citePassage({ ...publication('kst-36704-11'), title }, {}, 'nl')).toBe(expected);
    const dated = { ...publication('kst-36704-11', '2025-11-03'), title };
    expect(citePassage(dated, {}, 'nl')).toBe('Kamerstukken II 2025/26, 36704, nr. 11.');
  });

  it('names the version of a law that was read, and its title where it has no short name', () => {
    const source = 'https://wetten.overheid.nl/BWBR0000001/2022-10-01/0#Artikel3';
    const law = { ...act('bwb', 'BWBR0000001'), title: 'wetten.nl - Regeling - Kadasterwet - BWBR0000001' };
    const ranges = [{ section: { article: '3' } }];
    expect(citePassage(law, citedPlace({ source, ranges }), 'nl')).toBe(
      'art. 3 Kadasterwet (geldend op 1 oktober 2022).',
    );
    expect(
      citedPlace({
        source: 'https://wetten.overheid.nl/jci1.3:c:BWBR0011823&artikel=39&z=2026-01-01',
        ranges,
      }).version,
    ).toBe('2026-01-01');
  });

  it('cites a proposal of the Commission by its number', () => {
    expect(citePassage(act('celex', '52016PC0467'), onPage3, 'nl')).toBe('COM(2016) 467, p. 3.');
  });

  it.each([
    ['inspection-letter', 'Brief over de asielwetten (inspectiebrief)'],
    ['legislative-advice', 'Brief over de asielwetten (wetgevingsadvies)'],
    ['implementation-report', 'Brief over de asielwetten (uitvoeringsrapport)'],
    ['position-paper', 'Brief over de asielwetten (position paper)'],
    ['parliamentary-paper', 'Brief over de asielwetten (kamerstuk)'],
    ['other', 'Brief over de asielwetten'],
  ] as const)('cites %s with body, title and kind, date and page', (sourceType, named) => {
    expect(citePassage({ ...letter, sourceType }, onPage3, 'nl')).toBe(
      `Inspectie Justitie en Veiligheid, ${named}, mei 2025, p. 3.`,
    );
    expect(citePassage({ ...letter, sourceType }, {}, 'nl')).toBe(
      `Inspectie Justitie en Veiligheid, ${named}, mei 2025.`,
    );
  });

  it('does not say again what the title says, and gives the number of a paper of the Tweede Kamer', () => {
    const plan = {
      ...letter,
      title: 'Inspectiebrief van de Inspectie Justitie en Veiligheid, mei 2025',
      identifiers: [{ scheme: 'tweede-kamer', value: '2025D04328' } as const],
    };
    expect(citePassage(plan, {}, 'nl')).toBe(
      'Inspectiebrief van de Inspectie Justitie en Veiligheid, mei 2025, 2025D04328.',
    );
  });

  it('cites an advice in the gazette by the gazette', () => {
    const advice = {
      ...publication('stcrt-2025-1188', '2025-01-20'),
      sourceType: 'legislative-advice' as const,
    };
    expect(citePassage(advice, onPage3, 'nl')).toBe('Stcrt. 2025, 1188, p. 3.');
  });

  it.each([
    [{ issuerName: 'NRC', issuerKind: 'press' }, '‘Stuk’, NRC, 3 mei 2025.'],
    [{ issuerName: 'NRC', issuerKind: 'other' }, '‘Stuk’, NRC, 3 mei 2025.'],
    [
      { issuerName: 'A. de Vries', issuerKind: 'academic' },
      'A. de Vries, ‘Stuk’, krant.example, 3 mei 2025.',
    ],
    [{ issuerName: 'A. de Vries', addresses: [] }, '‘Stuk’, A. de Vries, 3 mei 2025.'],
    [
      { issuerName: 'A. de Vries', issuerKind: 'academic', addresses: [] },
      'A. de Vries, ‘Stuk’, 3 mei 2025.',
    ],
    [{}, '‘Stuk’, krant.example, 3 mei 2025.'],
  ] as const)('cites press of %o', (issuer, expected) => {
    const article: CitedDocument = {
      sourceType: 'press',
      title: 'Stuk',
      date: '2025-05-03',
      identifiers: [],
      addresses: [{ address: 'https://www.krant.example/a' }],
      ...issuer,
    };
    expect(citePassage(article, {}, 'nl')).toBe(expected);
  });

  it.each([
    ['an author of any kind', 'nrc.nl', 'A. de Vries', undefined, 'A. de Vries, ‘Stuk’, NRC, 3 mei 2025.'],
    [
      'an author added by hand',
      'volkskrant.nl',
      'A. de Vries',
      'other',
      'A. de Vries, ‘Stuk’, de Volkskrant, 3 mei 2025.',
    ],
    [
      'a bureau that is press itself',
      'trouw.nl',
      'Investico',
      'press',
      'Investico, ‘Stuk’, Trouw, 3 mei 2025.',
    ],
    ['the medium', 'nrc.nl', 'NRC', 'press', '‘Stuk’, NRC, 3 mei 2025.'],
    [
      'the medium by a longer name',
      'nrc.nl',
      'NRC Handelsblad',
      undefined,
      '‘Stuk’, NRC Handelsblad, 3 mei 2025.',
    ],
    ['the medium by its site', 'fd.nl', 'FD', 'press', '‘Stuk’, FD, 3 mei 2025.'],
    ['the medium by an alias', 'ad.nl', 'Algemeen Dagblad', 'other', '‘Stuk’, Algemeen Dagblad, 3 mei 2025.'],
    [
      'somebody whose name holds that of the medium as a part of a word',
      'ad.nl',
      'Adviesraad Migratie',
      'academic',
      'Adviesraad Migratie, ‘Stuk’, AD, 3 mei 2025.',
    ],
    ['nobody', 'groene.nl', undefined, undefined, '‘Stuk’, De Groene Amsterdammer, 3 mei 2025.'],
  ] as const)(
    'cites press on the site of a medium that is known, by %s',
    (_who, site, issuerName, issuerKind, expected) => {
      const article: CitedDocument = {
        ...{
          sourceType: 'press',
          title: 'Stuk',
          date: '2025-05-03',
          identifiers: [],
          issuerName,
          issuerKind,
        },
        addresses: [{ address: `https://www.${site}/nieuws/a` }],
      };
      expect(citePassage(article, {}, 'nl')).toBe(expected);
    },
  );

  it('does not close itself with the full stop of a title', () => {
    const titled = (title: string) => citePassage({ ...letter, title }, onPage3, 'nl');
    expect(titled('Wie beslist.')).toContain(', Wie beslist (inspectiebrief), mei 2025');
    expect(titled('De Wit e.a.')).toContain(', De Wit e.a. (inspectiebrief), mei 2025');
  });

  it('names the article of what was read as a law before', () => {
    const inArticle = { sections: [{ article: 'I' }] };
    expect(citePassage(publication('kst-36704-2'), inArticle, 'nl')).toBe(
      'Kamerstukken II, 36704, nr. 2, art. I.',
    );
  });

  it('puts double quotation marks around a title or heading that has single ones', () => {
    const titled = (title: string) => citePassage({ sourceType: 'press', title, identifiers: [] }, {}, 'nl');
    expect(titled('‘Rechters vrezen golf’')).toBe('“‘Rechters vrezen golf’”.');
    expect(titled("Kamer: 'niet zorgvuldig'")).toBe("“Kamer: 'niet zorgvuldig'”.");
    expect(titled('Foto’s van ’s nachts')).toBe('‘Foto’s van ’s nachts’.');
    const under = { sections: [{ heading: 'De ‘knip’' }] };
    expect(citePassage(publication('kst-36704-3'), under, 'nl')).toContain('onder “De ‘knip’”.');
  });

  it('invents nothing where little is known, and closes a title that ends by itself with no second mark', () => {
    expect(citePassage({ sourceType: 'press', title: 'Stuk', identifiers: [] }, {}, 'nl')).toBe('‘Stuk’.');
    expect(citePassage({ sourceType: 'other', title: 'Wie beslist?', identifiers: [] }, {}, 'nl')).toBe(
      'Wie beslist?',
    );
  });

  it.each([
    [
      publication('kst-36704-11', '2025-02-03'),
      onPage3,
      'Parliamentary Papers II 2024/25, 36704, no. 11, p. 3.',
    ],
    [
      ruling('ECLI:NL:RBDHA:2022:6122', '2022-06-28'),
      at('5'),
      'District Court of The Hague 28 June 2022, ECLI:NL:RBDHA:2022:6122, para. 5.',
    ],
    [act('bwb', 'BWBR0011823'), { sections: [{ article: '39', paragraph: '1' }] }, 'art. 39(1) Vw 2000.'],
    [act('celex', '32013R0604'), { sections: [{ article: '17' }] }, 'art. 17 Regulation (EU) No 604/2013.'],
    [act('celex', '32013R0604'), { sections: [{ recital: '5' }] }, 'recital 5 Regulation (EU) No 604/2013.'],
    [
      publication('kst-36704-3'),
      { sections: [{ heading: 'Gevolgen', number: '3.2' }] },
      'Parliamentary Papers II, 36704, no. 3, section 3.2.',
    ],
    [publication('stb-2025-123'), {}, 'Bulletin of Acts and Decrees (Stb.) 2025, 123.'],
    [
      letter,
      onPage3,
      'Inspectie Justitie en Veiligheid, Brief over de asielwetten (inspection letter), May 2025, p. 3.',
    ],
  ])('cites %o in English', (document, place, expected) => {
    expect(citePassage(document, place, 'en')).toBe(expected);
  });
});

describe('citedPlace', () => {
  it('joins the pages and sections of all pieces, each once and in order', () => {
    const section = { consideration: '5' };
    const place = citedPlace({
      source: 'https://example.org/a.pdf',
      ranges: [{ page: 4, section }, { page: 3, section }, { page: 4 }],
    });
    expect(place).toEqual({ pages: [3, 4], sections: [section], version: undefined });
    expect(citePassage(publication('kst-36704-11'), place, 'nl')).toBe(
      'Kamerstukken II, 36704, nr. 11, p. 3-4.',
    );
    expect(citePassage(publication('kst-36704-11'), { pages: [3, 5, 9] }, 'nl')).toContain('p. 3, 5 en 9.');
  });
});

describe('dates', () => {
  it('says a date as far as it is known', () => {
    expect(['2022-06-28', '2025-05', '2026', 'geen-datum'].map((date) => dateInWords(date, 'nl'))).toEqual([
      '28 juni 2022',
      'mei 2025',
      '2026',
      'geen-datum',
    ]);
  });
  it.each([
    ['2025-09-15', '2024/25'],
    ['2025-09-16', '2025/26'],
    ['1999-12', '1999/2000'],
    ['2025-09', undefined],
    ['2025', undefined],
  ])('puts %s into the parliamentary year %s', (date, year) => {
    expect(parliamentaryYear(date)).toBe(year);
  });
});
