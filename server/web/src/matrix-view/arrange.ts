import type { MatrixResponse } from '@waarborg/shared/api';
import { createCellLookup } from './cell-lookup.ts';
import type { Member } from './cell-words.ts';
import type { Order } from './order.ts';
import type { MatrixView } from './view.ts';

/** Rows and columns as they are shown: in their order, without those that are hidden. */
export interface Arrangement {
  readonly rows: readonly Member[];
  readonly columns: readonly Member[];
  /** Left out, since nothing is counted in them. */
  readonly hiddenRows: readonly Member[];
  readonly hiddenColumns: readonly Member[];
}

/** How members are weighed for an order; undefined where there is no number. */
export type Weigh = (member: string) => number | undefined;

/** What can be weighed of a matrix: rows by a column, columns by a row, either by their totals. */
export interface Weights {
  readonly ofRow: (order: Order) => Weigh;
  readonly ofColumn: (order: Order) => Weigh;
  /** Whether anything is counted in it. */
  readonly hasRow: (row: string) => boolean;
  readonly hasColumn: (column: string) => boolean;
}

/** Weighs members by what the view counts. */
export function weightsOf(matrix: MatrixResponse, { count }: Pick<MatrixView, 'count'>): Weights {
  const { rows, columns } = matrix.totals;
  const cellAt = createCellLookup(matrix);
  const numberAt = (row = '', column = '') => cellAt(row, column)?.[count];
  return {
    ofRow:
      ({ by, member }) =>
      (row) =>
        by === 'member'
          ? numberAt(row, member)
          : by === 'read'
            ? rows[row]?.read.documents
            : rows[row]?.[count],
    ofColumn:
      ({ by, member }) =>
      (column) =>
        by === 'member' ? numberAt(member, column) : columns[column]?.[count],
    hasRow: (row) => (rows[row]?.claims ?? 0) > 0,
    hasColumn: (column) => (columns[column]?.claims ?? 0) > 0,
  };
}

/** Members by weight, those of the same weight as they stood; only folded groups keep their name. */
function sortMembers(members: readonly Member[], { isDescending }: Order, weigh: Weigh): Member[] {
  const sign = isDescending ? -1 : 1;
  return members
    .map((member) => ({ member, weight: weigh(member.id) ?? 0 }))
    .toSorted((a, b) => sign * (a.weight - b.weight))
    .map(({ member: { group, ...member } }) => (member.values && group ? { ...member, group } : member));
}

/** Lays rows and columns out as the view asks. Numbers are never touched by it. */
export function arrange(
  { rows, columns }: Pick<MatrixResponse, 'rows' | 'columns'>,
  { rowOrder, columnOrder, hide = [] }: Pick<MatrixView, 'rowOrder' | 'columnOrder' | 'hide'>,
  weights: Weights,
): Arrangement {
  const [hidesRows, hidesColumns] = [hide.includes('rows'), hide.includes('columns')];
  const isShownRow = ({ id }: Member) => !hidesRows || weights.hasRow(id);
  const isShownColumn = ({ id }: Member) => !hidesColumns || weights.hasColumn(id);
  const [shownRows, shownColumns] = [rows.filter(isShownRow), columns.filter(isShownColumn)];
  return {
    rows: rowOrder ? sortMembers(shownRows, rowOrder, weights.ofRow(rowOrder)) : shownRows,
    columns: columnOrder
      ? sortMembers(shownColumns, columnOrder, weights.ofColumn(columnOrder))
      : shownColumns,
    hiddenRows: rows.filter((row) => !isShownRow(row)),
    hiddenColumns: columns.filter((column) => !isShownColumn(column)),
  };
}
