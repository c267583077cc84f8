import { explainCell, indexDossier } from '@waarborg/shared/matrix';
import { describe, expect, it } from 'vitest';
import { council, lawyers, minister, smallDossier } from '../matrix-view/small-dossier.ts';
import { disagreementsOf, sectionsOf, shownPassages } from './sections.ts';

type Claims = Parameters<typeof sectionsOf>[0];

const query = { rows: 'safeguard', columns: 'impact', filters: {}, language: 'nl' } as const;
const cell = explainCell(indexDossier(smallDossier), query, { row: 'voornemen', column: 'court-workload' });
const sections = sectionsOf(structuredClone(cell.claims) as Claims);

describe('sectionsOf', () => {
  it('puts helps before hurts and leaves out what nobody says', () => {
    expect(sections.map(({ stance, claims }) => [stance, claims])).toEqual([
      ['helps', 2],
      ['hurts', 1],
    ]);
  });

  it('groups by speaker and folds what repeats a claim', () => {
    const [helps, hurts] = sections;
    expect(helps?.voices.map(({ speaker }) => speaker)).toEqual([council.id, lawyers.id]);
    expect(helps?.voices[0]?.claims.map(({ passages }) => passages.length)).toEqual([2]);
    expect(hurts?.voices.map(({ speaker }) => speaker)).toEqual([minister.id]);
  });

  it('names the first to make a claim where another one makes it too', () => {
    const place = {
      annotation: 'a',
      coding: 'a1',
      document: 'd',
      stance: 'helps',
      reviewersDiffer: false,
    } as const;
    const [section] = sectionsOf([
      {
        places: [
          { ...place, speaker: 'first' },
          { ...place, annotation: 'b', coding: 'b1', speaker: 'second' },
        ],
      },
    ]);
    expect(section?.claims).toBe(1);
    expect(section?.voices.map(({ speaker, claims }) => [speaker, claims[0]?.echoes])).toEqual([
      ['first', undefined],
      ['second', 'first'],
    ]);
  });

  it('keeps words that reviewers read differently out of every section', () => {
    const place = { document: 'd', speaker: 's', reviewersDiffer: true } as const;
    const claims = [
      {
        places: [
          { ...place, annotation: 'a', coding: 'a1', stance: 'helps' as const },
          { ...place, annotation: 'b', coding: 'b1', stance: 'noEffect' as const },
        ],
      },
    ];
    expect(sectionsOf(claims)).toEqual([]);
    expect(disagreementsOf(claims)).toEqual([
      [
        { passage: { annotation: 'a', codings: ['a1'] }, stance: 'helps' },
        { passage: { annotation: 'b', codings: ['b1'] }, stance: 'noEffect' },
      ],
    ]);
  });
});

describe('shownPassages', () => {
  const place = { document: 'd', stance: 'helps', reviewersDiffer: false } as const;
  const said = (annotation: string, speaker: string, stance: 'helps' | 'hurts' = 'helps') => ({
    ...{ ...place, annotation, coding: `${annotation} ${speaker}`, speaker, stance },
  });
  const quoting = (...ids: string[]) => ids.map((id) => ({ id, ranges: [{ exact: id }] }));
  const show = (claims: Claims, annotations: object[]) =>
    shownPassages({ claims, annotations } as Parameters<typeof shownPassages>[0]);

  it('are in the order of the page: by stance and by speaker, and what reviewers differ on last', () => {
    const differing = { ...said('e', 's'), reviewersDiffer: true };
    const claims = [
      { places: [differing] },
      { places: [said('a', 'few', 'hurts')] },
      { places: [said('b', 'few')] },
      { places: [said('c', 'many')] },
      { places: [said('d', 'many')] },
    ];
    const { shown } = show(claims, quoting('a', 'b', 'c', 'd', 'e'));
    expect(shown).toEqual(['c', 'd', 'b', 'a', 'e']);
  });

  it('are each there once, of folded repeats the one that leads, with how many are folded only', () => {
    const claims = [
      { places: [said('a', 's'), said('b', 's'), said('c', 's')] },
      { places: [said('b', 's')] },
      { places: [said('a', 's', 'hurts')] },
    ];
    expect(show(claims, quoting('a', 'b', 'c'))).toEqual({ shown: ['a', 'b'], folded: 1 });
  });

  it('are not those that quote nothing', () => {
    const claims = [{ places: [said('a', 's')] }, { places: [said('b', 's')] }];
    expect(show(claims, [...quoting('a'), { id: 'b', ranges: [] }])).toEqual({ shown: ['a'], folded: 0 });
  });
});
