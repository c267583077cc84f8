import type { MatrixResponse } from '@waarborg/shared/api';
import { createCellLookup } from '../matrix-view/cell-lookup.ts';
import type { Counts } from '../matrix-view/cell-words.ts';

/** Names a number of the matrix: a cell, a total of a row or a column, or everything. */
export function numberKey(row: string | undefined, column: string | undefined): string {
  return JSON.stringify([row ?? null, column ?? null]);
}

/** What a number shows, as text. */
function shownOf(counts: Counts | undefined): string | undefined {
  if (!counts) return undefined;
  const { claims, documents, speakers, stances, contested, denied, mixed, disagreements } = counts;
  return JSON.stringify([claims, documents, speakers, stances, contested, denied, mixed, disagreements]);
}

/** Keys of the numbers that show something else than before; both matrices are of one view. Linear in their cells. */
export function changedNumbers(before: MatrixResponse, after: MatrixResponse): ReadonlySet<string> {
  const known = createCellLookup(before);
  const differs = (one: Counts | undefined, other: Counts | undefined) => shownOf(one) !== shownOf(other);
  const cells = after.cells.filter((cell) => differs(known(cell.row, cell.column), cell));
  const { rows, columns, all } = after.totals;
  return new Set([
    ...cells.map(({ row, column }) => numberKey(row, column)),
    ...Object.keys(rows)
      .filter((row) => differs(before.totals.rows[row], rows[row]))
      .map((row) => numberKey(row, undefined)),
    ...Object.keys(columns)
      .filter((column) => differs(before.totals.columns[column], columns[column]))
      .map((column) => numberKey(undefined, column)),
    ...(differs(before.totals.all, all) ? [numberKey(undefined, undefined)] : []),
  ]);
}
