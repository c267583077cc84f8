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

  it.each<MatrixFilters>([{}, { speaker: ['ind'] }, { stage: ['proposed'] }])(
    'has the numbers of the cells that name the article, under %j',
    (filters) => {
      for (const { versions } of countByArticle(index, filters)) {
        for (const { provision, effects } of versions) {
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
