import { describe, expect, it } from 'vitest';
import { indexDossier, type MatrixFilters, readCell, shareOut, type WantedClaims } from './index.ts';
import { content, helps, hurts, passage } from './testing.ts';

const words = { start: 900, exact: 'dezelfde woorden' };
const index = indexDossier(
  content([
    passage('1', [{ ...hurts, speaker: 'ind' }]),
    passage('2', [{ ...helps, speaker: 'court' }]),
    passage('3', [{ ...helps, speaker: 'ind' }]),
    passage('4', [{ ...helps, speaker: 'ind' }]),
    passage('5', [{ ...helps, speaker: 'ind' }]),
    passage('6', [{ ...helps, speaker: 'court', impact: 'duration' }]),
    passage('7', [{ ...helps, speaker: 'inspectorate' }], words),
    passage('8', [{ ...hurts, speaker: 'inspectorate' }], { ...words, reviewer: 'colleague' }),
  ]),
);
const cell = { row: 'voornemen', column: 'cost' };

function read(wanted: Partial<WantedClaims>, number = {}, filters: MatrixFilters = {}) {
  const query = { rows: 'safeguard', columns: 'impact', filters, language: 'nl' } as const;
  const { claims, ...told } = readCell(index, query, number, { cursor: 0, limit: 100, ...wanted });
  return { ...told, claims: claims.map(({ places }) => places.map(({ annotation }) => annotation)) };
}

describe('the first claims behind a number', () => {
  it('are told by stance and by speaker, who says most first, and what reviewers differ on last', () => {
    const { sections, claims } = read({ first: 10 }, cell);
    expect(sections?.map(({ part, claims: count, voices }) => [part, count, voices])).toEqual([
      [
        'helps',
        4,
        [
          { speaker: 'ind', claims: 3, first: [0, 1, 2] },
          { speaker: 'court', claims: 1, first: [3] },
        ],
      ],
      ['hurts', 1, [{ speaker: 'ind', claims: 1, first: [4] }]],
      ['differ', 1, [{ claims: 1, first: [5] }]],
    ]);
    expect(claims).toEqual([['3'], ['4'], ['5'], ['2'], ['1'], ['7', '8']]);
  });

  it('come with how many there are in all, however few are told', () => {
    const { sections, claims, total } = read({ first: 2, each: 1 }, cell);
    expect(claims).toEqual([['3'], ['2'], ['1'], ['7', '8']]);
    expect(sections?.map(({ claims: count }) => count)).toEqual([4, 1, 1]);
    expect(sections?.[0]?.voices.map(({ claims: count }) => count)).toEqual([3, 1]);
    expect(total).toBe(6);
  });

  it('come with who opposes whom in a cell, and in a total with nobody', () => {
    expect(read({ first: 1 }, cell).opposition.map(({ helpsId, hurtsId }) => [helpsId, hurtsId])).toEqual([
      ['court', 'ind'],
    ]);
    expect(read({ first: 1 }, { row: 'voornemen' }).opposition).toEqual([]);
    expect(read({}, { row: 'voornemen' }).opposition).toHaveLength(1);
  });
});

describe('the claims of a part', () => {
  it('follow page by page on those that were told first', () => {
    const page = read({ part: 'helps', by: 'ind', cursor: 1, limit: 1 }, cell);
    expect(page).toMatchObject({ claims: [['4']], total: 3, next: '2' });
    const last = read({ part: 'helps', by: 'ind', cursor: 2, limit: 1 }, cell);
    expect(last.claims).toEqual([['5']]);
    expect(last.next).toBeUndefined();
  });

  it('are those of all speakers where none is named, and those that reviewers read differently', () => {
    expect(read({ part: 'helps' }, { row: 'voornemen' }).claims).toEqual([['2'], ['3'], ['4'], ['5'], ['6']]);
    expect(read({ part: 'differ' }).claims).toEqual([['7', '8']]);
    expect(read({ by: 'ind' }).claims).toEqual([['1'], ['3'], ['4'], ['5']]);
    expect(read({ by: 'nobody' }).claims).toEqual([]);
  });
});

describe('shareOut', () => {
  it.each([
    [[30, 10, 5], 20, 20, [20, 0, 0]],
    [[30, 10, 5], 40, 20, [20, 10, 5]],
    [[3, 10, 5], 10, 4, [3, 4, 0]],
    [[30, 10, 2], 30, 20, [20, 10, 0]],
    [[10, 8, 2], 15, 15, [10, 0, 0]],
    [[], 10, 10, []],
  ])('of %j at most %i, of one %i, gives %j', (sizes, most, each, shares) => {
    expect(shareOut(sizes, most, each)).toEqual(shares);
  });
});
