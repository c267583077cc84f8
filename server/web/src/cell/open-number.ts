import type { MatrixResponse } from '@waarborg/shared/api';
import { noValue } from '@waarborg/shared/matrix';
import type { matrixMessages } from '@waarborg/shared/messages/matrix';
import { capitalise } from '@waarborg/shared/text';
import { type Cell, type Counts, stateOfColumn, stateOfRow } from '../matrix-view/cell-words.ts';
import type { MatrixView, Selection } from '../matrix-view/view.ts';

/** The number that is open, with what the matrix knows about it. */
export interface OpenNumber {
  /** "Voornemen en zienswijze → Kosten" */
  readonly title: string;
  /** Undefined when the matrix has no such number, because of a filter or an old address. */
  readonly counts: Counts | undefined;
  /** Whether the matrix has the row and the column that are named; what it does not have was not read or found either. */
  readonly isListed: boolean;
  readonly state: Cell['state'];
  /** The safeguards for which the reading counts, for each of them; none: for any. */
  readonly safeguards: readonly string[];
}

function countsOf(matrix: MatrixResponse, { row, column }: Selection): Counts | undefined {
  const { all, rows, columns } = matrix.totals;
  if (row === undefined) return column === undefined ? all : columns[column];
  if (column === undefined) return rows[row];
  return matrix.cells.find((cell) => cell.row === row && cell.column === column);
}

function stateOf(
  matrix: MatrixResponse,
  { row, column }: Selection,
  counts: Counts | undefined,
): Cell['state'] {
  if (!counts) return 'nothing-found';
  if ('state' in counts) return counts.state;
  if (counts.claims > 0) return 'evidence';
  if (row !== undefined) return stateOfRow(matrix, row);
  if (column !== undefined) return stateOfColumn(matrix, column);
  return 'read' in counts && counts.read.documents === 0 ? 'not-read' : 'nothing-found';
}

function safeguardsOf(
  matrix: MatrixResponse,
  view: MatrixView,
  { row, column }: Selection,
): readonly string[] {
  const [id, members] = view.rows === 'safeguard' ? [row, matrix.rows] : [column, matrix.columns];
  const isAbout = (view.rows === 'safeguard' || view.columns === 'safeguard') && id !== noValue;
  if (!isAbout || id === undefined) return [];
  return members.find((member) => member.id === id)?.values ?? [id];
}

/** What a selection opens. */
export function openNumber(
  matrix: MatrixResponse,
  selection: Selection,
  view: MatrixView,
  messages: (typeof matrixMessages)['nl'],
): OpenNumber {
  const { row, column } = selection;
  const counts = countsOf(matrix, selection);
  const label = (members: MatrixResponse['rows'], id: string) =>
    members.find((member) => member.id === id)?.label ?? id;
  const rowLabel = row === undefined ? capitalise(messages[`all.${view.rows}`]) : label(matrix.rows, row);
  const columnLabel = column === undefined ? messages[`all.${view.columns}`] : label(matrix.columns, column);
  const isAll = row === undefined && column === undefined;
  const has = (members: MatrixResponse['rows'], id: string | undefined) =>
    id === undefined || members.some((member) => member.id === id);
  return {
    title: isAll ? messages.all : messages.pair(rowLabel, columnLabel),
    counts,
    isListed: has(matrix.rows, row) && has(matrix.columns, column),
    state: stateOf(matrix, selection, counts),
    safeguards: safeguardsOf(matrix, view, selection),
  };
}
