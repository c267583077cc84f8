import { matrixMessages } from '@waarborg/shared/messages/matrix';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { language } from '../language/language.ts';
import type { Arrangement } from '../matrix-view/arrange.ts';
import type { Member } from '../matrix-view/cell-words.ts';
import { groupMembers } from '../matrix-view/member-groups.ts';
import type { MatrixView } from '../matrix-view/view.ts';
import { hasFewColumns } from './cell-size.ts';
import { MatrixHead } from './matrix-head.tsx';
import { useRovingFocus } from './roving-focus.ts';
import { GroupHead, RowHead } from './row-head.tsx';
import { SortButton } from './sort-button.tsx';
import { useDrawnRows } from './use-drawn-rows.ts';

interface TableFrameProps {
  readonly view: MatrixView;
  readonly arrangement: Arrangement;
  /** Ids of rows in which speakers disagree on the fact itself. */
  readonly disputed: ReadonlySet<string>;
  /** How many numbers stand in a cell: two where two filters are compared. */
  readonly numbersInCell?: 1 | 2;
  /** The cells of a row; `index` is its place, from 0. */
  readonly renderRow: (row: Member, index: number) => ComponentChildren;
  readonly totals: ComponentChildren;
}

/** Shows whoever points at a number its sentence: on each of hundreds a title would be written anew with each filter. */
function tellPointed({ target }: PointerEvent): void {
  const label =
    target instanceof Element && target.matches('.wb-number') && target.getAttribute('aria-label');
  if (label && target.getAttribute('title') !== label) target.setAttribute('title', label);
}

/**
 * A table of rows and columns with their heads, one stop of the Tab key for all of its numbers. The numbers of a table
 * that appears come row by row into room that is kept for them, the totals last; other numbers come first where one looks.
 */
export function TableFrame(props: TableFrameProps) {
  const { view, arrangement, disputed, numbersInCell = 1, renderRow, totals } = props;
  const { rows, columns } = arrangement;
  const table = useRef<HTMLTableElement>(null);
  const layout = useMemo(
    () => JSON.stringify([rows, columns].map((members) => members.map(({ id }) => id))),
    [rows, columns],
  );
  const { draw, isWhole } = useDrawnRows(table, { rows: rows.length + 1, subject: props, layout });
  useRovingFocus(table, isWhole);
  const selected = JSON.stringify([view.selection, view.side]);
  useEffect(() => {
    const open = isWhole && view.selection && table.current?.querySelector('[aria-current="true"]');
    if (!open) return;
    const { scrollX, scrollY } = window;
    open.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // Only what the table scrolls in: where the page scrolls, the reader is at the passages below it.
    window.scrollTo(scrollX, scrollY);
  }, [selected, isWhole]);
  const messages = matrixMessages[language.value];
  const groups = useMemo(() => groupMembers(rows), [rows]);
  const head = useMemo(
    () => <MatrixHead columns={columns} view={view} numbersInCell={numbersInCell} />,
    [columns, view, numbersInCell],
  );
  const room = <td class="wb-cell" colSpan={columns.length + 2} />;
  let index = 0;
  return (
    <table
      class="wb-matrix"
      data-few={hasFewColumns(columns.length) || undefined}
      data-compared={numbersInCell === 2 || undefined}
      ref={table}
      onPointerMove={tellPointed}
    >
      <caption class="wb-visually-hidden">
        {messages.matrixOf(messages[`axis.${view.rows}`], messages[`axis.${view.columns}`])}. {messages.keys}
      </caption>
      {head}
      {groups.map((group) => (
        <tbody key={group.members[0]?.id}>
          {group.members.map((row, place) => {
            const own = index++;
            return (
              <tr key={row.id}>
                {place === 0 && <GroupHead view={view} group={group} index={own} />}
                <RowHead view={view} row={row} index={own} isDisputed={disputed.has(row.id)} />
                {draw(own, () => renderRow(row, own)) ?? room}
              </tr>
            );
          })}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th class="wb-row-label wb-total-label" scope="row" colSpan={2}>
            <SortButton
              view={view}
              sorted="columnOrder"
              orderKey={{ by: 'total' }}
              position={[rows.length, -1]}
            >
              {messages.total}
            </SortButton>
          </th>
          {draw(rows.length, () => totals) ?? room}
        </tr>
      </tfoot>
    </table>
  );
}
