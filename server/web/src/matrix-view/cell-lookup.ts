import type { MatrixResponse } from '@waarborg/shared/api';
import type { Cell } from './cell-words.ts';

/** Finds the cell of a row and a column, by their ids; a very large matrix leaves out those without claims. */
export type CellLookup = (row: string, column: string) => Cell | undefined;

/** Linear in the cells, once. */
export function createCellLookup({ cells }: Pick<MatrixResponse, 'cells'>): CellLookup {
  const rows = new Map<string, Map<string, Cell>>();
  for (const cell of cells) {
    const own = rows.get(cell.row) ?? new Map<string, Cell>();
    rows.set(cell.row, own.set(cell.column, cell));
  }
  return (row, column) => rows.get(row)?.get(column);
}
