import type { MatrixResponse } from '@waarborg/shared/api';
import { noValue } from '@waarborg/shared/matrix';
import type { matrixMessages } from '@waarborg/shared/messages/matrix';
import { type Cell, type Counts, stateOfRow } from '../matrix/cell-words.ts';
import type { MatrixView, Selection } from '../matrix/view.ts';

/** The number that is open, with what the matrix knows about it. */
export interface OpenNumber {
  /** "Voornemen en zienswijze → Kosten" */
  readonly title: string;
  /** Undefined when the matrix has no such number, because of a filter or an old address. */
  readonly counts: Counts | undefined;
  readonly state: Cell['state'];
  /** The safeguard for which the reading counts; undefined: any. */
  readonly safeguard: string | undefined;
}

function countsOf(matrix: MatrixResponse, { row, column }: Selection): Counts | undefined {
  const { all, rows, columns } = matrix.totals;
  if (row === undefined) return column === undefined ? all : columns[column];
  if (column === undefined) return rows[row];
  return matrix.cells.find((cell) => cell.row === row && cell.column === column);
}

function stateOf(matrix: MatrixResponse, { row }: Selection, counts: Counts | undefined): Cell['state'] {
  if (!counts) return 'nothing-found';
  if ('state' in counts) return counts.state;
  if (counts.claims > 0) return 'evidence';
  if (row !== undefined) return stateOfRow(matrix, row);
  return 'read' in counts && counts.read.documents === 0 ? 'not-read' : 'nothing-found';
}

function safeguardOf({ rows, columns }: MatrixView, { row, column }: Selection): string | undefined {
  const safeguard = rows === 'safeguard' ? row : columns === 'safeguard' ? column : undefined;
  return safeguard === noValue ? undefined : safeguard;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
  return {
    title: isAll ? messages.all : messages.pair(rowLabel, columnLabel),
    counts,
    state: stateOf(matrix, selection, counts),
    safeguard: safeguardOf(view, selection),
  };
}
