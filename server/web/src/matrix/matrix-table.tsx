import type { MatrixResponse } from '@waarborg/shared/api';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useMemo } from 'preact/hooks';
import { language } from '../language/language.ts';
import type { Arrangement } from '../matrix-view/arrange.ts';
import { type CellLookup, createCellLookup } from '../matrix-view/cell-lookup.ts';
import {
  cellSentence,
  type Member,
  type StrengthStep,
  stateOfColumn,
  stateOfRow,
  strengthOf,
} from '../matrix-view/cell-words.ts';
import { signedOf } from '../matrix-view/draw-signs.ts';
import { isOpen, type MatrixView, selectionHref } from '../matrix-view/view.ts';
import { cellWidth, totalWidth } from './cell-size.ts';
import { numberKey } from './changed-numbers.ts';
import { drawNumberLink } from './number-link.tsx';
import { ReadCount } from './read-count.tsx';
import { Signs } from './signs.tsx';
import { TableFrame } from './table-frame.tsx';

interface MatrixTableProps {
  readonly matrix: MatrixResponse;
  readonly view: MatrixView;
  readonly arrangement: Arrangement;
  readonly steps: readonly StrengthStep[];
  /** Keys (`numberKey`) of the numbers that somebody changed a moment ago. */
  readonly marked: ReadonlySet<string>;
}

/** The matrix as a table, of which every number leads to its passages. */
export function MatrixTable(props: MatrixTableProps) {
  const { matrix, view, arrangement } = props;
  const cellAt = useMemo(() => createCellLookup(matrix), [matrix]);
  const disputed = useMemo(() => new Set(matrix.disputed), [matrix]);
  return (
    <TableFrame
      view={view}
      arrangement={arrangement}
      disputed={disputed}
      renderRow={(row, index) => (
        <>
          <RowNumbers {...props} row={row} index={index} cellAt={cellAt} />
          <RowTotal {...props} row={row} index={index} />
        </>
      )}
      totals={<Totals {...props} />}
    />
  );
}

/** The numbers of a row, with their signs over them: a picture that reaches back from the last. */
function RowNumbers(props: MatrixTableProps & { row: Member; index: number; cellAt: CellLookup }) {
  const { view, steps, marked, arrangement, row, index, cellAt } = props;
  const { columns } = arrangement;
  const { pair } = matrixMessages[language.value];
  const cells = columns.map(({ id }) => cellAt(row.id, id));
  return (
    <>
      {columns.map((column, place) => {
        const cell = cells[place];
        const selection = { row: row.id, column: column.id };
        return (
          <td
            key={column.id}
            class={place === columns.length - 1 ? 'wb-cell wb-signed' : 'wb-cell'}
            data-state={cell?.state ?? 'nothing-found'}
            data-strength={cell && strengthOf(cell[view.count], steps)}
            data-changed={marked.has(numberKey(row.id, column.id)) || undefined}
          >
            {cell &&
              drawNumberLink({
                counts: cell,
                count: view.count,
                href: selectionHref(view, selection),
                label: cellSentence(pair(row.label, column.label), cell, language.value),
                position: [index, place],
                isOpen: isOpen(view, selection),
              })}
            {place === columns.length - 1 && (
              <Signs
                numbers={cells.map((one) => one && signedOf(one, view.count))}
                width={cellWidth(columns.length)}
              />
            )}
          </td>
        );
      })}
    </>
  );
}

function RowTotal({
  matrix,
  view,
  marked,
  arrangement,
  row,
  index,
}: MatrixTableProps & { row: Member; index: number }) {
  const messages = matrixMessages[language.value];
  const total = matrix.totals.rows[row.id];
  if (!total) return null;
  const state = stateOfRow(matrix, row.id);
  const selection = { row: row.id };
  return (
    <>
      <td
        class="wb-cell wb-total wb-signed"
        data-state={state}
        data-changed={marked.has(numberKey(row.id, undefined)) || undefined}
      >
        {drawNumberLink({
          counts: { ...total, state },
          count: view.count,
          href: selectionHref(view, selection),
          label: cellSentence(messages.pair(row.label, messages.total), { ...total, state }, language.value),
          position: [index, arrangement.columns.length],
          isOpen: isOpen(view, selection),
        })}
        <Signs numbers={[signedOf(total, view.count)]} width={totalWidth} fillsCell />
      </td>
      <td class="wb-read" data-state={state}>
        <ReadCount read={total.read} />
      </td>
    </>
  );
}

function Totals({ matrix, view, arrangement, marked }: MatrixTableProps) {
  const messages = matrixMessages[language.value];
  const { all, columns } = matrix.totals;
  const last = arrangement.rows.length;
  const signs = arrangement.columns.map(({ id }) => columns[id] && signedOf(columns[id], view.count));
  return (
    <>
      {arrangement.columns.map(({ id, label }, place) => {
        const total = columns[id];
        const state = stateOfColumn(matrix, id);
        return (
          <td
            key={id}
            class={
              place === arrangement.columns.length - 1 ? 'wb-cell wb-total wb-signed' : 'wb-cell wb-total'
            }
            data-state={state}
            data-changed={marked.has(numberKey(undefined, id)) || undefined}
          >
            {total &&
              drawNumberLink({
                counts: { ...total, state },
                count: view.count,
                href: selectionHref(view, { column: id }),
                label: cellSentence(
                  messages.pair(messages.total, label),
                  { ...total, state },
                  language.value,
                ),
                position: [last, place],
                isOpen: isOpen(view, { column: id }),
              })}
            {place === arrangement.columns.length - 1 && (
              <Signs numbers={signs} width={cellWidth(arrangement.columns.length)} />
            )}
          </td>
        );
      })}
      <td
        class="wb-cell wb-total wb-total-all wb-signed"
        data-state="evidence"
        data-changed={marked.has(numberKey(undefined, undefined)) || undefined}
      >
        {drawNumberLink({
          counts: all,
          count: view.count,
          href: selectionHref(view, {}),
          label: cellSentence(messages.all, all, language.value),
          position: [last, arrangement.columns.length],
          isOpen: isOpen(view, {}),
        })}
        <Signs numbers={[signedOf(all, view.count)]} width={totalWidth} fillsCell />
      </td>
      <td class="wb-read">
        <ReadCount read={all.read} />
      </td>
    </>
  );
}
