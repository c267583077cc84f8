import type { MatrixResponse } from '@waarborg/shared/api';
import { buildMatrix, indexDossier, type MatrixFilters } from '@waarborg/shared/matrix';
import { describe, expect, it } from 'vitest';
import { arrange } from '../matrix-view/arrange.ts';
import { minister, smallDossier } from '../matrix-view/small-dossier.ts';
import { type MatrixView, parseView, selectionHref } from '../matrix-view/view.ts';
import { differenceOf, largestDifference, mergeAxes, mergeMembers, weighDifferences } from './compare.ts';
import { againstOthers, aroundDate, dateBefore } from './compare-presets.ts';

const matrixOf = (filters: MatrixFilters, rows: MatrixView['rows'] = 'safeguard') =>
  buildMatrix(indexDossier(smallDossier), {
    ...{ rows, columns: 'impact', language: 'nl' },
    filters,
  }) as unknown as MatrixResponse;
const matrices = {
  a: matrixOf({ speakerKind: ['government'] }),
  b: matrixOf({ speakerKind: ['advisory', 'lawyer'] }),
};
const cellOf = (side: 'a' | 'b', row: string, column: string) =>
  matrices[side].cells.find((cell) => cell.row === row && cell.column === column);

describe('a comparison', () => {
  it('says which side has more, and that the sides mostly say the opposite', () => {
    const [a, b] = [cellOf('a', 'voornemen', 'court-workload'), cellOf('b', 'voornemen', 'court-workload')];
    expect(differenceOf(a, b, 'claims')).toEqual({ a: 1, b: 2, lead: 'b', isOpposed: true });
    expect(differenceOf(a, a, 'claims')).toEqual({ a: 1, b: 1, isOpposed: false });
    expect(differenceOf(undefined, b, 'documents')).toMatchObject({ a: 0, lead: 'b', isOpposed: false });
  });

  it('has the rows of both sides, each once and in their order', () => {
    const member = (id: string) => ({ id, label: id });
    const merged = mergeMembers(['b', 'd'].map(member), ['a', 'b', 'c', 'e'].map(member));
    expect(merged.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'e', 'd']);
    const speakers = mergeAxes({
      a: matrixOf({ speakerKind: ['government'] }, 'speaker'),
      b: matrixOf({ speakerKind: ['advisory', 'lawyer'] }, 'speaker'),
    }).rows;
    expect(speakers).toHaveLength(3);
    expect(speakers.map(({ id }) => id)).toContain(minister.id);
  });

  it('is put in order by how much the sides differ, and hides what is empty on both', () => {
    const view = {
      rowOrder: { isDescending: true, by: 'total' },
      columnOrder: { isDescending: true, by: 'member', member: 'voornemen' },
      hide: ['rows', 'columns'],
    } as const;
    const { rows, columns } = arrange(mergeAxes(matrices), view, weighDifferences(matrices, 'claims'));
    expect(rows.map(({ id }) => id)).toEqual(['rest-period', 'voornemen']);
    expect(columns.map(({ id }) => id)).toEqual(['duration', 'court-workload', 'applicant']);
    expect(largestDifference(matrices, 'claims')).toBe(1);
  });
});

describe('where a comparison begins', () => {
  const view: MatrixView = { ...parseView('?q=drie&from=2020'), selection: { row: 'voornemen' } };

  it.each([
    ['2026-03-01', '2026-02-28'],
    ['2024-03-01', '2024-02-29'],
    ['2026-01', '2025-12'],
    ['2026', '2025'],
  ])('splits before %s at %s', (date, before) => {
    expect(dateBefore(date)).toBe(before);
  });

  it('keeps what both sides have in common', () => {
    const { filters, compare, selection } = aroundDate(view, '2026-05-01');
    expect(filters).toEqual({ q: 'drie', to: '2026-04-30' });
    expect(compare).toEqual({ q: 'drie', from: '2026-05-01' });
    expect(selection).toBeUndefined();
  });

  it('names all others, also those of which nothing is known', () => {
    const { filters, compare } = againstOthers(view, 'stage', 'in-force');
    expect(filters).toMatchObject({ stage: ['in-force'], q: 'drie' });
    expect(compare?.stage).toEqual(['proposed', 'adopted', 'none']);
  });

  it('opens a number with the filters of its side', () => {
    const compared = againstOthers(view, 'stage', 'in-force');
    const opened = parseView(selectionHref(compared, { row: 'voornemen' }, 'b'));
    expect(opened).toMatchObject({ side: 'b', compare: compared.compare, selection: { row: 'voornemen' } });
    expect(parseView(selectionHref(opened, {}))).not.toHaveProperty('side');
  });
});
