import type { MatrixResponse } from '@waarborg/shared/api';
import { contradicts } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useMemo } from 'preact/hooks';
import { language } from '../frame/language.ts';
import type { Arrangement } from './arrange.ts';
import { createCellLookup } from './cell-lookup.ts';
import {
  type Cell,
  cellSentence,
  type Member,
  type StrengthStep,
  stateOfRow,
  strengthOf,
} from './cell-words.ts';
import { numberKey } from './changed-numbers.ts';
import { NumberLink } from './number-link.tsx';
import { ReadCount } from './read-count.tsx';
import { TableFrame } from './table-frame.tsx';
import { isOpen, type MatrixView, selectionHref } from './view.ts';

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
          {arrangement.columns.map((column, place) => (
            <CellNumber
              key={column.id}
              {...props}
              row={row}
              column={column}
              position={[index, place]}
              cell={cellAt(row.id, column.id)}
            />
          ))}
          <RowTotal {...props} row={row} index={index} />
        </>
      )}
      totals={<Totals {...props} />}
    />
  );
}

interface CellNumberProps extends MatrixTableProps {
  readonly row: Member;
  readonly column: Member;
  readonly position: readonly [number, number];
  /** Absent where a very large matrix leaves out what has no claims. */
  readonly cell: Cell | undefined;
}

function CellNumber({ view, steps, marked, row, column, position, cell }: CellNumberProps) {
  if (!cell) return <td class="wb-cell" data-state="nothing-found" />;
  const pair = matrixMessages[language.value].pair(row.label, column.label);
  const selection = { row: row.id, column: column.id };
  return (
    <td
      class="wb-cell"
      data-state={cell.state}
      data-strength={strengthOf(cell[view.count], steps)}
      data-contested={contradicts(cell) || undefined}
      data-changed={marked.has(numberKey(row.id, column.id)) || undefined}
    >
      <NumberLink
        counts={cell}
        count={view.count}
        href={selectionHref(view, selection)}
        label={cellSentence(pair, cell, language.value)}
        position={position}
        isOpen={isOpen(view, selection)}
      />
    </td>
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
        class="wb-cell wb-total"
        data-state={state}
        data-changed={marked.has(numberKey(row.id, undefined)) || undefined}
      >
        <NumberLink
          counts={{ ...total, state }}
          count={view.count}
          href={selectionHref(view, selection)}
          label={cellSentence(messages.pair(row.label, messages.total), { ...total, state }, language.value)}
          position={[index, arrangement.columns.length]}
          isOpen={isOpen(view, selection)}
        />
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
  return (
    <>
      {arrangement.columns.map(({ id, label }, place) => {
        const total = columns[id];
        return (
          <td
            key={id}
            class="wb-cell wb-total"
            data-state={total?.claims ? 'evidence' : 'nothing-found'}
            data-changed={marked.has(numberKey(undefined, id)) || undefined}
          >
            {total && (
              <NumberLink
                counts={total}
                count={view.count}
                href={selectionHref(view, { column: id })}
                label={cellSentence(messages.pair(messages.total, label), total, language.value)}
                position={[last, place]}
                isOpen={isOpen(view, { column: id })}
              />
            )}
          </td>
        );
      })}
      <td
        class="wb-cell wb-total wb-total-all"
        data-state="evidence"
        data-changed={marked.has(numberKey(undefined, undefined)) || undefined}
      >
        <NumberLink
          counts={all}
          count={view.count}
          href={selectionHref(view, {})}
          label={cellSentence(messages.all, all, language.value)}
          position={[last, arrangement.columns.length]}
          isOpen={isOpen(view, {})}
        />
      </td>
      <td class="wb-read">
        <ReadCount read={all.read} />
      </td>
    </>
  );
}
