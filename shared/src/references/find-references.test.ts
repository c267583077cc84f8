import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReferences } from './index.ts';

/** What is found, as `kind canonical`, with the words in which it stands. */
function found(text: string): [string, string][] {
  return findReferences(text).map(({ kind, canonical, start, end }) => [
    `${kind} ${canonical}`,
    text.slice(start, end),
  ]);
}

describe('findReferences', () => {
  it.each([
    [
      'Zie Kamerstukken II 2024/25, 36704, nr. 11, p. 3.',
      'kst-36704-11',
      'Kamerstukken II 2024/25, 36704, nr. 11, p. 3',
    ],
    [
      'Kamerstukken I 2008/09, 31700 VI, D, p. 4',
      'kst-20082009-31700-VI-D',
      'Kamerstukken I 2008/09, 31700 VI, D, p. 4',
    ],
    ['Kamerstukken I 2010/11, 31 994, C', 'kst-31994-C', 'Kamerstukken I 2010/11, 31 994, C'],
    ['de motie op stuk nr. 68 (35 483) is', 'kst-35483-68', 'nr. 68 (35 483)'],
    [
      'Tweede Kamer, vergaderjaar 2025–2026, 19 637 nr. 3514',
      'kst-19637-3514',
      'Tweede Kamer, vergaderjaar 2025–2026, 19 637 nr. 3514',
    ],
    [
      '(Kamerstuk\u00a029\u00a0383, nr.\u00a0406)',
      'kst-29383-406',
      'Kamerstuk\u00a029\u00a0383, nr.\u00a0406',
    ],
    [
      'Kamerstukken II, 2013/14, 21 501-07, nr. 99',
      'kst-21501-07-99',
      'Kamerstukken II, 2013/14, 21 501-07, nr. 99',
    ],
    ['Kamerstuk TK 31.700.VIII, 6', 'kst-31700-VIII-6', 'Kamerstuk TK 31.700.VIII, 6'],
    ['het dossier Kamerstuk 36 704 ligt er', 'kst-36704', 'Kamerstuk 36 704'],
  ])('reads the parliamentary paper in %s', (text, canonical, words) => {
    expect(found(text)).toEqual([[`kamerstuk ${canonical}`, words]]);
  });

  it('reads every number that one citation names', () => {
    expect(found('Kamerstukken II 2020/21, 19 637, nrs. 2520 en 2548; nr. 2601, p. 4')).toEqual([
      ['kamerstuk kst-19637-2520', 'Kamerstukken II 2020/21, 19 637, nrs. 2520'],
      ['kamerstuk kst-19637-2548', '2548'],
      ['kamerstuk kst-19637-2601', 'nr. 2601, p. 4'],
    ]);
  });

  it('reads an enumeration without end', () => {
    const found = findReferences(`Kamerstukken II 36 704, nrs. 3${', 4'.repeat(130_000)}`);
    expect(found.length).toBe(130_001);
  }, 60_000);

  it('links papers only where their id is certain', () => {
    const links = (text: string) => findReferences(text).map(({ link }) => link);
    expect(links('Kamerstukken II 2024/25, 36704, nr. 11')).toEqual([
      'https://zoek.officielebekendmakingen.nl/kst-36704-11.html',
    ]);
    expect(links('Kamerstukken II 1984/85, 18 764, nr. 3')).toEqual([undefined]);
    expect(links('Kamerstukken I 2003/04, 27 484 (R 1669), nr. 289')).toEqual([undefined]);
  });

  it.each([
    ['Handelingen II 2010/11, nr. 108, item 5, p. 25-36', 'handelingen h-tk-20102011-108-5'],
    ['Aanhangsel Handelingen I 2014/15, nr. 12', 'aanhangsel ah-ek-20142015-12'],
    ['Aanhangsel II, 2022/23, nr. 3649', 'aanhangsel ah-tk-20222023-3649'],
    ['kst-36704-11', 'publication kst-36704-11'],
    ['Stb. 2025, 123', 'publication stb-2025-123'],
    ['ECLI : nl:rvs:2021:1939', 'ecli ECLI:NL:RVS:2021:1939'],
    ['ECLI: NL: RVS: 2021: 1939', 'ecli ECLI:NL:RVS:2021:1939'],
    ['EU:C:2015:369', 'ecli ECLI:EU:C:2015:369'],
    ['RVS:1984:AH0317', 'ecli ECLI:NL:RVS:1984:AH0317'],
    ['LJN-nr. aj 4938', 'ljn LJN:AJ4938'],
    ['artikel 31, tweede lid, aanhef en onder k, van de Vw', 'article art. 31 lid 2 onder k Vw 2000'],
    [
      'art. 30b, eerste tot en met derde lid, onder a en c, Vw 2000',
      'article art. 30b lid 1 t/m 3 onder a, c Vw 2000',
    ],
    ['artikel 8 EVRM', 'article art. 8 EVRM'],
    ['art. 3.109 Vb 2000', 'article art. 3.109 Vb 2000'],
    ['artikel 46 van Richtlijn 2013/32/EU', 'article art. 46 Procedurerichtlijn'],
    ['paragraaf C2/6.2.8 van de Vreemdelingencirculaire 2000', 'article par. C2/6.2.8 Vc 2000'],
    ['artikel I, onderdeel C', 'article art. I onder C'],
    ['jci1.3:c:BWBR0011823&artikel=39&z=2026-01-01', 'article art. 39 Vw 2000 (2026-01-01)'],
    ['de Vreemdelingenwet 2000', 'law Vw 2000'],
    ['Verordening (EU) nr. 604/2013', 'law Dublinverordening'],
    ['Verordening (EU) 2019/1157', 'law Verordening (EU) 2019/1157'],
    ['/eli/reg/2016/679/oj', 'law AVG'],
    ['BWBR0005537', 'law Awb'],
  ])('reads %s', (text, expected) => {
    expect(found(`Zie ${text}.`).map(([name]) => name)).toEqual([expected]);
  });

  it('gives each article of an enumeration the law that follows it', () => {
    expect(found('de artikelen 47 en 50 van het Handvest')).toEqual([
      ['article art. 47 Handvest', 'artikelen 47'],
      ['article art. 50 Handvest', '50 van het Handvest'],
    ]);
  });

  it('takes the names that a text declares for its laws', () => {
    const text =
      'Op grond van de Wet op de rechtsbijstand (hierna: Wrb) en de Algemene wet bestuursrecht (hierna te noemen: de Awb). Artikel 12 Wrb geldt, en artikel 3:2 Awb, en artikel 4 van die wet.';
    expect(found(text).map(([name]) => name)).toEqual([
      'law Wrb',
      'law Wrb',
      'law Awb',
      'law Awb',
      'article art. 12 Wrb',
      'article art. 3:2 Awb',
      'article art. 4 Awb',
    ]);
  });

  it.each([
    'ECLI:NL:2016:726',
    'ECLI:NL:HR:AE3365',
    'ECLI:NL:GHAMS:2021.3082.',
    'ECLI:EU:C:1984:ab3254',
    'ECLI:NL:HR:2014:0123',
    'ECLI:DE:BVerwG:2015:BVerwG:2015:161115',
    'Kamerstukken',
    'op 12 mei 2026, nr. 3',
    'artikel over Vb',
  ])('takes nothing from %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds the same where words are broken and space is wide, with all that stands in it', () => {
    const written =
      'Kamerstukken II 2024/25, 36704, nr. 11, p. 3; artikel 31, tweede lid, van de Vreemdelingenwet 2000';
    const whole = found(written);
    const inWords = fc.constantFrom('\u00ad', '\u200b', '-\n');
    const breaks = fc.array(fc.tuple(fc.nat(written.length - 1), inWords), { maxLength: 8 });
    fc.assert(
      fc.property(breaks, fc.constantFrom(' ', '  ', '\n', '\u00a0\n'), (all, space) => {
        const signs = new Map(all);
        const broken = Array.from(written, (sign, place) => {
          const isInWord = /[a-z][a-z]/u.test(written.slice(place - 1, place + 1));
          // A part of a word that ends with a hyphen may stand before "en".
          const isSafe = isInWord && !/^(?:en|of|tot|noch|dan)/u.test(written.slice(place));
          return (isSafe ? (signs.get(place) ?? '') : '') + (sign === ' ' ? space : sign);
        }).join('');
        const plain = (text: string) => text.replace(/\u00ad|\u200b|-\n/gu, '').replace(/\s+/gu, ' ');
        expect(found(broken).map(([name, words]) => [name, plain(words)])).toEqual(whole);
      }),
    );
  });

  it('never throws, keeps the order of the text and never overlaps, for any text', () => {
    const pieces = fc.constantFrom(
      'Kamerstukken II ',
      '2024/25, ',
      '36704, ',
      'nr. 11',
      'artikel 3',
      ' en ',
      ' van de ',
      'Vw',
      ' (hierna: ',
      ')',
      'ECLI:',
      'NL:HR:',
      '2020:',
      'Wet ',
      ' lid',
      ', ',
      '\ud83d',
      '–',
      '\u0000',
      '\u00ad',
      '\u200b',
      '\ufb01',
      'a-\n',
      ' \n ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const places = findReferences(text);
        for (const [index, { start, end }] of places.entries()) {
          expect(start).toBeGreaterThanOrEqual(places[index - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
