import { describe, expect, it } from 'vitest';
import { countByArticle, explainCell, indexDossier, type MatrixFilters } from './index.ts';
import { content, helps, hurts, passage } from './testing.ts';

const article = { provision: 'art. I, onderdeel D', stage: 'proposed' } as const;
const dossier = content([
  passage('1', [
    { ...hurts, ...article },
    { ...helps, ...article, impact: 'court-workload' },
  ]),
  passage('2', [{ ...helps, ...article, speaker: 'court' }], { document: 'b' }),
  passage('3', [{ ...hurts, ...article, stage: 'adopted', measure: 'restricted' }]),
  passage('4', [
    { ...helps, provision: 'amendement 39990, nr. 14, op art. I, onderdeel D', measure: 'introduced' },
    { ...helps, provision: 'amendement 39990, nr. 9', impact: undefined },
  ]),
  passage('5', [{ ...hurts, provision: 'art. 39 Vw 2000' }, hurts]),
]);
const index = indexDossier(dossier);

describe('countByArticle', () => {
  const articles = countByArticle(index, {});

  it('lists articles as the law does, with their changes beside them, and changes of nothing last', () => {
    expect(
      articles.map(({ article: name, versions }) => [name, versions.map(({ change }) => change)]),
    ).toEqual([
      ['art. I, onderdeel D', [undefined, 'amendement 39990, nr. 14']],
      ['art. 39 Vw 2000', [undefined]],
      [undefined, ['amendement 39990, nr. 9']],
    ]);
  });

  it('tells what happens to a safeguard at each stage, and who contradicts whom on it', () => {
    const effects = articles[0]?.versions[0]?.effects ?? [];
    expect(effects.map(({ stage, measure }) => [stage, measure])).toEqual([
      ['proposed', 'abolished'],
      ['adopted', 'restricted'],
    ]);
    expect(effects[0]?.impacts).toMatchObject([
      { impact: 'cost', claims: 2, speakers: 2, contested: true },
      { impact: 'court-workload', claims: 1 },
    ]);
  });

  it('tells of one article alone, under its name or none', () => {
    expect(countByArticle(index, {}, { article: 'art. 39 Vw 2000' })).toEqual([articles[1]]);
    expect(countByArticle(index, {}, { article: 'none' })).toEqual([articles[2]]);
    expect(countByArticle(index, {}, { article: 'art. 40' })).toEqual([]);
  });

  it('tells in full as many articles as there is room for, always one, and names the others', () => {
    const told = (lines: number) =>
      countByArticle(index, {}, { lines }).map(({ versions }) =>
        versions.map(({ effects }) => effects !== undefined),
      );
    expect(told(0)).toEqual([[true, true], [false], [false]]);
    // The first article has four lines, the others have one each.
    expect(told(4)).toEqual([[true, true], [false], [false]]);
    expect(told(5)).toEqual([[true, true], [true], [false]]);
    expect(countByArticle(index, {}, { lines: 6 })).toEqual(articles);
  });

  it.each<MatrixFilters>([{}, { speaker: ['ind'] }, { stage: ['proposed'] }])(
    'has the numbers of the cells that name the article, under %j',
    (filters) => {
      for (const { versions } of countByArticle(index, filters)) {
        for (const { provision, effects = [] } of versions) {
          for (const { safeguard, stage, measure, impacts } of effects) {
            for (const { impact, claims } of impacts) {
              const narrowed = { ...filters, provision: [provision], stage: [stage], measure: [measure] };
              const query = {
                rows: 'safeguard',
                columns: 'impact',
                filters: narrowed,
                language: 'nl',
              } as const;
              const cell = explainCell(index, query, { row: safeguard, column: impact });
              expect(cell.claims, `${provision} ${safeguard} ${impact}`).toHaveLength(claims);
            }
          }
        }
      }
    },
  );
});
