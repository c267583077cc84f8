import { describe, expect, it } from 'vitest';
import { readBillArticles } from '../references/index.ts';
import { countByArticle, indexDossier, listBillRows, type MatrixFilters } from './index.ts';
import { content, helps, passage } from './testing.ts';

const bill = readBillArticles(
  [
    ...['ARTIKEL I', 'De Wachtwet wordt als volgt gewijzigd:'],
    ...['A', 'Artikel 1 vervalt.', 'B', 'Artikel 2 vervalt.', 'Ba', 'Artikel 3 vervalt.'],
    ...['C', 'Artikel 4 vervalt.', 'D', 'Artikel 5 vervalt.'],
    ...['ARTIKEL II', 'De Haastwet wordt als volgt gewijzigd:', 'A', 'Artikel 1 vervalt.'],
    ...['ARTIKEL III', 'De Rustwet wordt ingetrokken.'],
    ...['ARTIKEL IV', 'Deze wet treedt in werking.'],
  ].join('\n'),
);

function rowsOf(provisions: readonly string[], filters: MatrixFilters = {}, articles = bill) {
  const codings = provisions.map((provision, place) =>
    passage(String(place + 1), [
      { ...helps, provision, status: provision === 'art. III' ? 'rejected' : 'draft' },
    ]),
  );
  const index = indexDossier(content(codings));
  return listBillRows(index, articles, countByArticle(index, filters));
}
const shortRows = (provisions: readonly string[], filters?: MatrixFilters) =>
  rowsOf(provisions, filters).map(({ article, naming, before }) => [
    article.replace('art. ', ''),
    naming,
    before,
  ]);

describe('listBillRows', () => {
  it('lists the articles of which nobody says anything, each where the bill has it', () => {
    expect(shortRows(['art. I, onderdeel B', 'art. II, onderdeel A', 'art. 39 Vw 2000'])).toEqual([
      ['I, onderdeel A', 'nowhere', 0],
      ['I, onderdeel Ba', 'nowhere', 1],
      ['I, onderdeel C', 'nowhere', 1],
      ['I, onderdeel D', 'nowhere', 1],
      ['III', 'nowhere', 2],
      ['IV', 'nowhere', 2],
    ]);
  });

  it('knows a bill of one article, and the part before its first', () => {
    const lines = ['Enig artikel', 'De Wachtwet wordt als volgt gewijzigd:', '0A', 'A', 'B'];
    const articles = readBillArticles(lines.join('\n'));
    const rows = (...provisions: string[]) =>
      rowsOf(provisions, {}, articles).map(({ article, naming }) => `${article}: ${naming}`);
    const [before, first, second] = ['0A', 'A', 'B'].map((part) => `enig artikel, onderdeel ${part}`);
    expect(rows('Enig artikel, onderdeel 0A')).toEqual([`${first}: nowhere`, `${second}: nowhere`]);
    expect(rows('enig artikel, onderdelen 0A en A')).toEqual([`${second}: nowhere`]);
    expect(rows('enig artikel')).toEqual([before, first, second].map((part) => `${part}: as-a-whole`));
  });

  it('says of a part that only its article was coded', () => {
    expect(shortRows(['art. I', 'art. I, onderdeel D', 'art. II'])).toEqual([
      ...['A', 'B', 'Ba', 'C'].map((part) => [`I, onderdeel ${part}`, 'as-a-whole', 1]),
      ['II, onderdeel A', 'as-a-whole', 3],
      ['III', 'nowhere', 3],
      ['IV', 'nowhere', 3],
    ]);
  });

  it('says of what filters leave out that it is named', () => {
    const provisions = [
      'art. I, onderdelen A t/m C',
      'art. I, onderdeel D',
      'art. II',
      'art. III',
      'art. IV',
    ];
    expect(shortRows(provisions, { provision: ['art. IV'] })).toEqual([
      ...['A', 'B', 'Ba', 'C', 'D'].map((part) => [`I, onderdeel ${part}`, 'left-out', 0]),
      ['II, onderdeel A', 'left-out', 0],
      ['III', 'left-out', 0],
    ]);
  });

  it('takes what is said of a part that the bill does not have for said of its article', () => {
    const ofMissing = { provision: ['art. IV'] };
    expect(shortRows(['art. III, onderdeel A', 'art. IV'], ofMissing)).toContainEqual(['III', 'left-out', 0]);
    expect(shortRows(['art. III, onderdeel A']).map(([article]) => article)).not.toContain('III');
  });

  it.each([
    ['artikel I onderdeel a, b', ['A', 'B', 'Ba', 'C', 'D']],
    ['art. I, onderdeel A, punt 2 (amendement 39990, nr. 14)', ['A']],
    ['amendement 39990, nr. 14, op art. I, onderdeel Ba', ['Ba']],
    ['art. I, onderdelen A, B en Ba–D', ['A', 'B', 'Ba', 'C', 'D']],
    ['artikelen III en IV', ['III', 'IV']],
    ['art. II t/m IV', ['II A', 'III', 'IV']],
    ['art. III, onderdeel A', ['III']],
    ['art.III', ['III']],
    ['art. I, onderdeel A en art. III', ['A', 'III']],
    ['art. IV, eerste lid', ['IV']],
    ['overgangsrecht', []],
    ['art. IV Vw 2000', []],
  ])('finds in %s what of the bill it names', (provision, named) => {
    const unnamed = rowsOf([provision]).flatMap((row) => (row.naming === 'nowhere' ? row.article : []));
    const places = ['I A', 'I B', 'I Ba', 'I C', 'I D', 'II A', 'III', 'IV'];
    const left = places.filter((place) => !named.includes(place.replace(/^I /u, '')));
    expect(unnamed).toEqual(left.map((place) => `art. ${place.replace(' ', ', onderdeel ')}`));
  });
});
