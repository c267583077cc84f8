/**
 * Two matrices with the same axes and different filters, side by side. Nothing is counted here: both come from
 * the server, each with its own filters.
 */
import type { MatrixResponse } from '@waarborg/shared/api';
import type { CountKind } from '@waarborg/shared/matrix';
import type { Weights } from '../matrix-view/arrange.ts';
import { createCellLookup } from '../matrix-view/cell-lookup.ts';
import type { Counts, Member } from '../matrix-view/cell-words.ts';
import type { Side } from '../matrix-view/view.ts';

/** How two numbers differ. */
export interface Difference {
  readonly a: number;
  readonly b: number;
  /** The side with more; absent where they are the same. */
  readonly lead?: Side;
  /** One side mostly says that it helps, the other mostly that it hurts. */
  readonly isOpposed: boolean;
}

/** What most claims with a stance say; undefined where neither is more. */
function leaningOf(counts: Counts | undefined): 'helps' | 'hurts' | undefined {
  const { helps, hurts } = counts?.stances ?? { helps: 0, hurts: 0 };
  if (helps === hurts) return undefined;
  return helps > hurts ? 'helps' : 'hurts';
}

/** Compares two numbers; one that is absent counts nothing. */
export function differenceOf(
  one: Counts | undefined,
  other: Counts | undefined,
  count: CountKind,
): Difference {
  const [a, b] = [one?.[count] ?? 0, other?.[count] ?? 0];
  const leanings = [leaningOf(one), leaningOf(other)];
  return {
    a,
    b,
    ...(a === b ? {} : { lead: a > b ? 'a' : 'b' }),
    isOpposed: leanings.includes('helps') && leanings.includes('hurts'),
  };
}

/** The members of both, in the order of the first; what only the second has stands behind what it follows there. */
export function mergeMembers(first: readonly Member[], second: readonly Member[]): Member[] {
  const known = new Set(first.map(({ id }) => id));
  const behind = new Map<string | undefined, Member[]>();
  let before: string | undefined;
  for (const member of second) {
    if (known.has(member.id)) before = member.id;
    else behind.set(before, [...(behind.get(before) ?? []), member]);
  }
  return [
    ...(behind.get(undefined) ?? []),
    ...first.flatMap((member) => [member, ...(behind.get(member.id) ?? [])]),
  ];
}

/** Both sides of a comparison. */
export type Pair<T> = Readonly<Record<Side, T>>;

/** Rows and columns of both sides. */
export function mergeAxes({ a, b }: Pair<MatrixResponse>): Pick<MatrixResponse, 'rows' | 'columns'> {
  return { rows: mergeMembers(a.rows, b.rows), columns: mergeMembers(a.columns, b.columns) };
}

/** Weighs members by how much the sides differ, whichever has more. */
export function weighDifferences({ a, b }: Pair<MatrixResponse>, count: CountKind): Weights {
  const [cellInA, cellInB] = [createCellLookup(a), createCellLookup(b)];
  const between = (one: number | undefined, other: number | undefined) => Math.abs((one ?? 0) - (other ?? 0));
  const numberAt = (row = '', column = '') =>
    between(cellInA(row, column)?.[count], cellInB(row, column)?.[count]);
  const hasClaims = (counts: Counts | undefined) => (counts?.claims ?? 0) > 0;
  return {
    ofRow:
      ({ by, member }) =>
      (row) => {
        const [inA, inB] = [a.totals.rows[row], b.totals.rows[row]];
        if (by === 'read') return between(inA?.read.documents, inB?.read.documents);
        return by === 'member' ? numberAt(row, member) : between(inA?.[count], inB?.[count]);
      },
    ofColumn:
      ({ by, member }) =>
      (column) =>
        by === 'member'
          ? numberAt(member, column)
          : between(a.totals.columns[column]?.[count], b.totals.columns[column]?.[count]),
    hasRow: (row) => hasClaims(a.totals.rows[row]) || hasClaims(b.totals.rows[row]),
    hasColumn: (column) => hasClaims(a.totals.columns[column]) || hasClaims(b.totals.columns[column]),
  };
}

/** The largest difference between two cells. */
export function largestDifference({ a, b }: Pair<MatrixResponse>, count: CountKind): number {
  const cellInB = createCellLookup(b);
  const cellInA = createCellLookup(a);
  const inA = a.cells.map((cell) => Math.abs(cell[count] - (cellInB(cell.row, cell.column)?.[count] ?? 0)));
  const onlyInB = b.cells.map((cell) => (cellInA(cell.row, cell.column) ? 0 : cell[count]));
  return [...inA, ...onlyInB].reduce((most, difference) => Math.max(most, difference), 0);
}
