import type { MatrixResponse } from '@waarborg/shared/api';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { language } from '../frame/language.ts';
import {
  type Cell,
  cellSentence,
  type Member,
  type StrengthStep,
  stateOfRow,
  strengthOf,
} from './cell-words.ts';
import { DisputedMark } from './marks.tsx';
import { MatrixHead } from './matrix-head.tsx';
import { groupMembers } from './member-groups.ts';
import { NumberLink } from './number-link.tsx';
import { useRovingFocus } from './roving-focus.ts';
import { type MatrixView, type Selection, viewSearch } from './view.ts';

interface MatrixTableProps {
  readonly matrix: MatrixResponse;
  readonly view: MatrixView;
  readonly steps: readonly StrengthStep[];
}

/** What a row needs to draw its numbers. */
interface RowProps extends MatrixTableProps {
  readonly row: Member;
  /** Row in the grid of links, from 0. */
  readonly index: number;
  readonly cells: readonly Cell[];
}

function hrefOf(view: MatrixView, selection: Selection): string {
  return viewSearch({ ...view, selection }) || '?';
}

function isOpen({ selection }: MatrixView, row: string | undefined, column: string | undefined): boolean {
  return selection !== undefined && selection.row === row && selection.column === column;
}

/** The matrix as a table, of which every number leads to its passages. */
export function MatrixTable(props: MatrixTableProps) {
  const { matrix, view } = props;
  const table = useRef<HTMLTableElement>(null);
  useRovingFocus(table);
  const selected = JSON.stringify(view.selection);
  useEffect(() => {
    const open = selected && table.current?.querySelector('[aria-current="true"]');
    if (open) open.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  const messages = matrixMessages[language.value];
  const groups = useMemo(() => groupMembers(matrix.rows), [matrix.rows]);
  const cellsOfRow = useMemo(() => Map.groupBy(matrix.cells, ({ row }) => row), [matrix.cells]);
  const indices = useMemo(() => new Map(matrix.rows.map(({ id }, index) => [id, index])), [matrix.rows]);
  return (
    <table class="wb-matrix" data-few={matrix.columns.length <= 10 || undefined} ref={table}>
      <caption class="wb-visually-hidden">
        {messages.matrixOf(messages[`axis.${view.rows}`], messages[`axis.${view.columns}`])}. {messages.keys}
      </caption>
      <MatrixHead matrix={matrix} view={view} />
      {groups.map(({ label, members }) => (
        <tbody key={label ?? ''}>
          {members.map((row, place) => (
            <tr key={row.id}>
              {place === 0 && <GroupHeader label={label} size={members.length} />}
              <MatrixRow
                {...props}
                row={row}
                index={indices.get(row.id) ?? 0}
                cells={cellsOfRow.get(row.id) ?? []}
              />
            </tr>
          ))}
        </tbody>
      ))}
      <TotalsRow {...props} />
    </table>
  );
}

function GroupHeader({ label, size }: { label: string | undefined; size: number }) {
  if (label === undefined) return <td class="wb-row-group" rowSpan={size} />;
  return (
    <th class="wb-row-group" scope="rowgroup" rowSpan={size}>
      <span>{label}</span>
    </th>
  );
}

function MatrixRow({ matrix, view, steps, row, index, cells }: RowProps) {
  const messages = matrixMessages[language.value];
  const byColumn = useMemo(() => new Map(cells.map((cell) => [cell.column, cell])), [cells]);
  const total = matrix.totals.rows[row.id];
  const isDisputed = matrix.disputed.includes(row.id);
  return (
    <>
      <th class="wb-row-label" scope="row" title={row.label}>
        <span class="wb-label-long">{row.label}</span>
        <span class="wb-label-short" aria-hidden="true">
          {row.shortLabel ?? row.label}
        </span>
        {isDisputed && (
          <span class="wb-disputed" title={messages.disputed}>
            <DisputedMark />
            <span class="wb-visually-hidden"> ({messages.disputed})</span>
          </span>
        )}
      </th>
      {matrix.columns.map(({ id, label }, column) => {
        const cell = byColumn.get(id);
        // A very large matrix leaves out the cells without claims.
        if (!cell) return <td key={id} class="wb-cell" data-state="nothing-found" />;
        return (
          <td
            key={id}
            class="wb-cell"
            data-state={cell.state}
            data-strength={strengthOf(cell[view.count], steps)}
            data-contested={cell.contested || undefined}
          >
            <NumberLink
              counts={cell}
              count={view.count}
              href={hrefOf(view, { row: row.id, column: cell.column })}
              label={cellSentence(messages.pair(row.label, label), cell, language.value)}
              position={[index, column]}
              isOpen={isOpen(view, row.id, cell.column)}
            />
          </td>
        );
      })}
      {total && (
        <RowTotal
          view={view}
          row={row}
          index={index}
          total={total}
          state={stateOfRow(matrix, row.id)}
          size={matrix.columns.length}
        />
      )}
    </>
  );
}

function RowTotal({
  view,
  row,
  index,
  total,
  state,
  size,
}: {
  view: MatrixView;
  row: Member;
  index: number;
  total: MatrixResponse['totals']['all'];
  state: Cell['state'];
  size: number;
}) {
  const messages = matrixMessages[language.value];
  const name = messages.pair(row.label, messages.total);
  return (
    <>
      <td class="wb-cell wb-total" data-state={state}>
        <NumberLink
          counts={total}
          count={view.count}
          href={hrefOf(view, { row: row.id })}
          label={cellSentence(name, { ...total, state }, language.value)}
          position={[index, size]}
          isOpen={isOpen(view, row.id, undefined)}
        />
      </td>
      <td class="wb-read" data-state={state}>
        <span aria-hidden="true">
          {total.read.documents}/{total.read.of}
        </span>
        <span class="wb-visually-hidden">{messages.readOf(total.read.documents, total.read.of)}</span>
      </td>
    </>
  );
}

function TotalsRow({ matrix, view }: MatrixTableProps) {
  const messages = matrixMessages[language.value];
  const { all, columns } = matrix.totals;
  const last = matrix.rows.length;
  return (
    <tfoot>
      <tr>
        <th class="wb-row-label wb-total-label" scope="row" colSpan={2}>
          {messages.total}
        </th>
        {matrix.columns.map(({ id, label }, column) => {
          const total = columns[id];
          return (
            <td key={id} class="wb-cell wb-total" data-state={total?.claims ? 'evidence' : 'nothing-found'}>
              {total && (
                <NumberLink
                  counts={total}
                  count={view.count}
                  href={hrefOf(view, { column: id })}
                  label={cellSentence(messages.pair(messages.total, label), total, language.value)}
                  position={[last, column]}
                  isOpen={isOpen(view, undefined, id)}
                />
              )}
            </td>
          );
        })}
        <td class="wb-cell wb-total wb-total-all" data-state="evidence">
          <NumberLink
            counts={all}
            count={view.count}
            href={hrefOf(view, {})}
            label={cellSentence(messages.all, all, language.value)}
            position={[last, matrix.columns.length]}
            isOpen={isOpen(view, undefined, undefined)}
          />
        </td>
        <td class="wb-read">
          <span aria-hidden="true">
            {all.read.documents}/{all.read.of}
          </span>
          <span class="wb-visually-hidden">{messages.readOf(all.read.documents, all.read.of)}</span>
        </td>
      </tr>
    </tfoot>
  );
}
