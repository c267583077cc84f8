import { explainCell, indexDossier } from '@waarborg/shared/matrix';
import { describe, expect, it } from 'vitest';
import { council, lawyers, minister, smallDossier } from '../matrix-view/small-dossier.ts';
import { disagreementsOf, sectionsOf } from './sections.ts';

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
