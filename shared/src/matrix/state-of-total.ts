import { procedureAsAWhole } from '../codebook/index.ts';
import type { Member } from './axis-members.ts';
import type { Cell, CellState, Matrix } from './matrix.ts';

/** Whether something was found for a cell, all of which filters leave out; so it is in a copy of a part of a dossier. */
export function isLeftOut({ state, claims }: Pick<Cell, 'state' | 'claims'>): boolean {
  return state === 'evidence' && claims === 0;
}

/** Why the total of a row or column looks as it does: by its cells, since filters can leave out all that was found. */
export function stateOfTotal(
  { cells, totals }: Pick<Matrix, 'cells' | 'totals'>,
  axis: 'row' | 'column',
  id: string,
): CellState {
  if (cells.some((cell) => cell[axis] === id && cell.state === 'evidence')) return 'evidence';
  return (totals[`${axis}s`][id]?.read.documents ?? 0) > 0 ? 'nothing-found' : 'not-read';
}

/**
 * Safeguards without any claim, by how far the reading got; those that only the filters leave empty are neither. That
 * nothing is said of the procedure as a whole is no finding.
 */
export function blindRows<Row extends Pick<Member, 'id'>>(
  matrix: Pick<Matrix, 'cells' | 'totals'> & { readonly rows: readonly Row[] },
): { readonly notRead: Row[]; readonly nothingFound: Row[] } {
  const inState = (state: CellState) =>
    matrix.rows.filter(({ id }) => stateOfTotal(matrix, 'row', id) === state);
  return {
    notRead: inState('not-read'),
    nothingFound: inState('nothing-found').filter(({ id }) => id !== procedureAsAWhole),
  };
}
