import {
  type Cell,
  type CellState,
  type CountKind,
  type Counts,
  isLeftOut,
  type Matrix,
  stateOfTotal,
} from '../matrix/index.ts';
import { tableMessages } from '../messages/exchange-tables.ts';
import type { Language } from '../messages/index.ts';
import { layOutTable } from './describe-columns.ts';
import type { Table, TableValue } from './table.ts';

/** What the matrix pages name their axes. */
interface AxisNames {
  readonly rows: string;
  readonly columns: string;
}

/**
 * The matrix as it is shown: a number for each cell, totals, and how far the reading got. A cell that nobody has
 * read says so in words, and so does a total of such cells; where nothing was found it is 0.
 */
export function matrixTable(matrix: Matrix, count: CountKind, axes: AxisNames, language: Language): Table {
  const { rows, columns, cells, totals } = matrix;
  const messages = tableMessages[language];
  const byPlace = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const shown = (counts: Counts | undefined, state: CellState | undefined): TableValue =>
    state === 'not-read' ? messages.notRead : (counts?.[count] ?? 0);
  const isNothingRead = cells.every(({ state }) => state === 'not-read');
  const total = [
    messages.total,
    ...columns.map(({ id }) => shown(totals.columns[id], stateOfTotal(matrix, 'column', id))),
    shown(totals.all, isNothingRead ? 'not-read' : undefined),
    messages.readOf(totals.all.read.documents, totals.all.read.of),
  ];
  return {
    name: 'matrix',
    columns: [
      { header: `${axes.rows} \\ ${axes.columns}`, kind: 'text' },
      ...columns.map(({ label }) => ({ header: label, kind: 'number' as const })),
      { header: messages.total, kind: 'number' },
      { header: messages.read, kind: 'text' },
    ],
    rows: [
      ...rows.map(({ id, label }) => {
        const own = totals.rows[id];
        return [
          label,
          ...columns.map((column) => {
            const cell = byPlace.get(`${id} ${column.id}`);
            return shown(cell, cell?.state);
          }),
          shown(own, stateOfTotal(matrix, 'row', id)),
          own && messages.readOf(own.read.documents, own.read.of),
        ];
      }),
      total,
    ],
  };
}

/** Every cell with all its numbers, a row for each: the form in which programs count on. */
export function cellTable({ rows, columns, cells }: Matrix, language: Language): Table {
  const messages = tableMessages[language];
  const labels = (members: Matrix['rows']) => new Map(members.map(({ id, label }) => [id, label]));
  const [rowLabels, columnLabels] = [labels(rows), labels(columns)];
  const isSo = (value: boolean) => messages[value ? 'yes' : 'no'];
  return layOutTable<Cell>(
    'cells',
    [
      ['row', ({ row }) => rowLabels.get(row)],
      ['column', ({ column }) => columnLabels.get(column)],
      ['claims', ({ claims }) => claims, 'number'],
      ['documents', ({ documents }) => documents, 'number'],
      ['speakers', ({ speakers }) => speakers, 'number'],
      ['helps', ({ stances }) => stances.helps, 'number'],
      ['hurts', ({ stances }) => stances.hurts, 'number'],
      ['noEffect', ({ stances }) => stances.noEffect, 'number'],
      ['none', ({ stances }) => stances.none, 'number'],
      ['contested', ({ contested }) => isSo(contested)],
      ['denied', ({ denied }) => isSo(denied)],
      ['mixed', ({ mixed }) => isSo(mixed)],
      // What the filters leave out was found, and is none of what this table counts.
      ['state', (cell) => messages[isLeftOut(cell) ? 'state.filteredOut' : (`state.${cell.state}` as const)]],
      ['read', ({ read }) => read.documents, 'number'],
      ['toRead', ({ read }) => read.of, 'number'],
    ],
    cells,
    language,
  );
}
