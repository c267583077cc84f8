import { buildMatrix, indexDossier } from '@waarborg/shared/matrix';
import { describe, expect, it } from 'vitest';
import { createCellLookup } from './cell-lookup.ts';
import { drawSigns, markSizeInCell, placeMarks, type Signed, signedOf } from './draw-signs.ts';
import { smallDossier } from './small-dossier.ts';

const plain: Signed = {
  speakers: 1,
  stances: { helps: 1, hurts: 2, noEffect: 1, none: 0 },
  isContested: false,
  marks: [],
  digits: 1,
};
/** Left edges and widths of the boxes in a path. */
const boxesOf = (path: string) =>
  [...path.matchAll(/M([\d.]+) [\d.]+h([\d.]+)/gu)].map(([, left, width]) => [Number(left), Number(width)]);

describe('drawSigns', () => {
  it('draws stances one behind the other, as wide as their share, over a line of all the room', () => {
    const paths = drawSigns([plain], 48);
    expect([paths.helps, paths.hurts, paths.noEffect, paths.line].map(boxesOf)).toEqual([
      [[4, 10]],
      [[14, 20]],
      [[34, 10]],
      [[4, 40]],
    ]);
  });

  it('leaves the share of what has no stance open, and draws nothing of a number without claims', () => {
    const open = drawSigns(
      [undefined, { ...plain, stances: { helps: 1, hurts: 0, noEffect: 0, none: 3 } }],
      48,
    );
    expect(boxesOf(open.helps)).toEqual([[52, 10]]);
    expect(open.hurts).toBe('');
    expect(Object.values(drawSigns([undefined], 48)).join('')).toBe('');
  });

  it('draws a dot for each of five speakers and a plus for more, and neither these nor marks without room', () => {
    const dotsOf = (speakers: number, hasRoom?: boolean) =>
      drawSigns([{ ...plain, speakers, marks: ['mixed'] }], 48, hasRoom);
    expect(dotsOf(3).dots.match(/a/gu)).toHaveLength(3);
    expect(boxesOf(dotsOf(5).dots)).toEqual([]);
    expect(boxesOf(dotsOf(6).dots)).toHaveLength(2);
    expect(dotsOf(6, false)).toMatchObject({ dots: '', marks: '' });
  });

  it('puts marks beside a number, and below it, in the place of the dots, where it is too wide for that', () => {
    const marks = ['mixed', 'denied'] as const;
    const beside = placeMarks({ ...plain, marks }, 40);
    expect(beside.areBeside).toBe(true);
    expect(beside.marks.map(({ x, y }) => [x, y])).toEqual([
      [28, 2],
      [3, 2],
    ]);
    const below = placeMarks({ ...plain, marks, digits: 3, isContested: true }, 40);
    expect(below.areBeside).toBe(false);
    const [first, second] = below.marks;
    expect(first?.y).toBe(second?.y);
    expect(first?.y).toBeGreaterThan(10);
    // Side by side around the middle.
    expect((first?.x ?? 0) + (second?.x ?? 0) + markSizeInCell).toBe(40);
    expect(second?.x).toBeGreaterThanOrEqual((first?.x ?? 0) + markSizeInCell);
    const drawn = drawSigns([{ ...plain, marks, digits: 3 }], 40);
    expect(drawn.dots).toBe('');
    expect(drawn.marks.match(/M/gu)).toHaveLength(2);
  });
});

describe('signedOf', () => {
  const matrix = buildMatrix(indexDossier(smallDossier), {
    ...{ rows: 'safeguard', columns: 'impact', filters: {}, language: 'nl' },
  });
  const cellAt = createCellLookup({ cells: [...matrix.cells].map((cell) => ({ ...cell, opposition: [] })) });

  it('marks a cell, and no total: there nobody opposes anybody', () => {
    const contested = cellAt('voornemen', 'court-workload');
    expect(contested && signedOf(contested, 'claims')).toMatchObject({ isContested: true });
    const { opposition: _, ...total } = matrix.totals.all;
    expect(signedOf({ ...total, opposition: [] }, 'claims')).toMatchObject({ isContested: false, marks: [] });
    const empty = cellAt('minors', 'cost');
    expect(empty && signedOf(empty, 'claims')).toBeUndefined();
  });
});
