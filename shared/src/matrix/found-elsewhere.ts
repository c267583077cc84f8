import { documentFilters, type MatrixFilters } from './filters.ts';
import { buildMatrix, type Matrix } from './matrix.ts';
import type { MatrixIndex } from './matrix-index.ts';

/** A cell of safeguards and impacts; the impact is `noValue` of codings that name none. */
export interface FoundCell {
  readonly safeguard: string;
  readonly impact: string;
}

const subjects = { rows: 'safeguard', columns: 'impact', language: 'nl' } as const;

function cellsWithClaims(index: MatrixIndex, filters: MatrixFilters): FoundCell[] {
  const { cells } = buildMatrix(index, { ...subjects, filters });
  return cells.flatMap(({ row, column, claims }) => (claims > 0 ? [{ safeguard: row, impact: column }] : []));
}

const keyOf = ({ safeguard, impact }: FoundCell) => `${safeguard} ${impact}`;

/**
 * The cells in which a dossier has claims and the part of it that passes filters has none: whoever holds only that part
 * must not read in them that nothing was found. As in the matrix, this is of the documents that the filters leave: that
 * nothing was found in these is a finding, whatever others say.
 */
export function foundElsewhere(index: MatrixIndex, filters: MatrixFilters): FoundCell[] {
  const held = new Set(cellsWithClaims(index, filters).map(keyOf));
  return cellsWithClaims(index, documentFilters(filters)).filter((cell) => !held.has(keyOf(cell)));
}

/** Whether something was found elsewhere for a member of an axis; undefined where the axis is neither of both. */
function isAt(cell: FoundCell, axis: string, ids: readonly string[]): boolean | undefined {
  return axis === 'safeguard' || axis === 'impact' ? ids.includes(cell[axis]) : undefined;
}

/**
 * The matrix of a part of a dossier, of whose empty cells those say that something was found for which that is so
 * elsewhere in the dossier. On other axes than safeguards and impacts a cell says so where there is anything of its
 * safeguard or impact: nobody can tell there that nothing was found.
 */
export function withFoundElsewhere(
  matrix: Matrix,
  { rows, columns }: { readonly rows: string; readonly columns: string },
  elsewhere: readonly FoundCell[],
): Matrix {
  if (elsewhere.length === 0) return matrix;
  const idsOf = (members: Matrix['rows']) => new Map(members.map(({ id, values }) => [id, values ?? [id]]));
  const [rowIds, columnIds] = [idsOf(matrix.rows), idsOf(matrix.columns)];
  const isOfBoth = [rows, columns].toSorted().join() === 'impact,safeguard';
  const isElsewhere = (row: string, column: string) =>
    elsewhere.some((cell) => {
      const at = [
        isAt(cell, rows, rowIds.get(row) ?? [row]),
        isAt(cell, columns, columnIds.get(column) ?? [column]),
      ];
      return at.includes(true) && (rows === columns || !at.includes(false));
    });
  const cells = matrix.cells.map((cell) => {
    const isOpen = cell.state === 'nothing-found' || (isOfBoth && cell.state === 'not-read');
    return isOpen && isElsewhere(cell.row, cell.column) ? { ...cell, state: 'evidence' as const } : cell;
  });
  return { ...matrix, cells };
}
