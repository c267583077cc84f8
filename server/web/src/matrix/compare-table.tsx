import type { MatrixResponse } from '@waarborg/shared/api';
import { compareMessages } from '@waarborg/shared/messages/compare';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { language } from '../language/language.ts';
import type { Arrangement } from '../matrix-view/arrange.ts';
import { createCellLookup } from '../matrix-view/cell-lookup.ts';
import {
  type Cell,
  type Counts,
  cellSentence,
  type Member,
  type StrengthStep,
  stateOfRow,
  strengthOf,
  totalOfColumn,
} from '../matrix-view/cell-words.ts';
import { signedOf } from '../matrix-view/draw-signs.ts';
import { MarkSign } from '../matrix-view/marks.tsx';
import { isOpen, type MatrixView, type Selection, selectionHref, sides } from '../matrix-view/view.ts';
import { pairWidth, totalPairWidth } from './cell-size.ts';
import { numberKey } from './changed-numbers.ts';
import { differenceOf, type Pair } from './compare.ts';
import { drawNumberLink } from './number-link.tsx';
import { ReadCount } from './read-count.tsx';
import { Signs } from './signs.tsx';
import { TableFrame } from './table-frame.tsx';

interface CompareTableProps {
  readonly matrices: Pair<MatrixResponse>;
  readonly view: MatrixView;
  readonly arrangement: Arrangement;
  /** Steps of colour for how much two numbers differ. */
  readonly steps: readonly StrengthStep[];
  /** Keys (`numberKey`) of the numbers of either side that somebody changed a moment ago. */
  readonly marked: Pair<ReadonlySet<string>>;
}

/** Two matrices in one table: in each cell the number of either side, each of which leads to its passages. */
export function CompareTable(props: CompareTableProps) {
  const { matrices, arrangement, view } = props;
  const cellsAt = useMemo(
    () => ({ a: createCellLookup(matrices.a), b: createCellLookup(matrices.b) }),
    [matrices],
  );
  const disputed = useMemo(() => new Set([...matrices.a.disputed, ...matrices.b.disputed]), [matrices]);
  const { columns } = arrangement;
  const sidesOf = (row: string, column: string) => ({ a: cellsAt.a(row, column), b: cellsAt.b(row, column) });
  const totalsOf = ({ id }: Member) => ({
    a: totalOfColumn(matrices.a, id),
    b: totalOfColumn(matrices.b, id),
  });
  const all = { a: matrices.a.totals.all, b: matrices.b.totals.all };
  const total = matrixMessages[language.value].total;
  return (
    <TableFrame
      view={view}
      arrangement={arrangement}
      disputed={disputed}
      numbersInCell={2}
      renderRow={(row, index) => (
        <>
          {columns.map((column, place) => (
            <NumberPair
              key={column.id}
              {...props}
              name={[row.label, column.label]}
              selection={{ row: row.id, column: column.id }}
              position={[index, place]}
              counts={sidesOf(row.id, column.id)}
              signs={
                place === columns.length - 1 ? (
                  <PairSigns pairs={columns.map(({ id }) => sidesOf(row.id, id))} width={pairWidth} />
                ) : undefined
              }
            />
          ))}
          <RowTotals {...props} row={row} index={index} />
        </>
      )}
      totals={
        <>
          {columns.map((column, place) => (
            <NumberPair
              key={column.id}
              {...props}
              isTotal
              name={[total, column.label]}
              selection={{ column: column.id }}
              position={[arrangement.rows.length, place]}
              counts={totalsOf(column)}
              signs={
                place === columns.length - 1 ? (
                  <PairSigns pairs={columns.map(totalsOf)} width={pairWidth} />
                ) : undefined
              }
            />
          ))}
          <NumberPair
            {...props}
            isTotal
            name={[total, total]}
            selection={{}}
            position={[arrangement.rows.length, columns.length]}
            counts={all}
            signs={<PairSigns pairs={[all]} width={totalPairWidth} fillsCell />}
          />
          <ReadPair read={{ a: all.a.read, b: all.b.read }} />
        </>
      }
    />
  );
}

function RowTotals(props: CompareTableProps & { row: Member; index: number }) {
  const { matrices, arrangement, row, index } = props;
  const [a, b] = [matrices.a.totals.rows[row.id], matrices.b.totals.rows[row.id]];
  return (
    <>
      <NumberPair
        {...props}
        isTotal
        name={[row.label, matrixMessages[language.value].total]}
        selection={{ row: row.id }}
        position={[index, arrangement.columns.length]}
        counts={{
          a: a && { ...a, state: stateOfRow(matrices.a, row.id) },
          b: b && { ...b, state: stateOfRow(matrices.b, row.id) },
        }}
        signs={<PairSigns pairs={[{ a, b }]} width={totalPairWidth} fillsCell />}
      />
      <ReadPair read={{ a: a?.read, b: b?.read }} />
    </>
  );
}

function ReadPair({ read }: { read: Pair<Cell['read'] | undefined> }) {
  return (
    <td class="wb-read">
      {sides.map((side) => {
        const own = read[side];
        return (
          own && (
            <span key={side} class="wb-read-side" data-side={side}>
              <span class="wb-visually-hidden">{compareMessages[language.value][`side.${side}`]}: </span>
              <ReadCount read={own} />
            </span>
          )
        );
      })}
    </td>
  );
}

interface NumberPairProps extends CompareTableProps {
  readonly name: readonly [row: string, column: string];
  readonly selection: Selection;
  readonly position: readonly [row: number, column: number];
  /** Absent on a side that has no such row or column. */
  readonly counts: Pair<(Counts & { state?: Cell['state'] }) | undefined>;
  readonly isTotal?: boolean;
  /** What is drawn over it and over those before it. */
  readonly signs?: ComponentChild;
}

/** The signs of pairs that stand side by side; there is room for bars and edges only. */
function PairSigns({
  pairs,
  width,
  fillsCell = false,
}: {
  pairs: readonly Pair<Counts | undefined>[];
  width: number;
  fillsCell?: boolean;
}) {
  const numbers = pairs.flatMap((pair) => sides.map((side) => pair[side] && signedOf(pair[side], 'claims')));
  return <Signs numbers={numbers} width={width / sides.length} hasRoom={false} fillsCell={fillsCell} />;
}

function NumberPair({
  view,
  steps,
  marked,
  name,
  selection,
  position,
  counts,
  isTotal = false,
  signs,
}: NumberPairProps) {
  const messages = compareMessages[language.value];
  const difference = differenceOf(counts.a, counts.b, view.count);
  const { lead, isOpposed } = difference;
  const pair = matrixMessages[language.value].pair(...name);
  const [row, column] = position;
  return (
    <td
      class={isTotal ? 'wb-cell wb-pair wb-total' : 'wb-cell wb-pair'}
      data-opposed={isOpposed || undefined}
    >
      {sides.map((side, place) => {
        const own = counts[side];
        if (!own) return <span key={side} class="wb-half" data-side={side} data-state="absent" />;
        const isMore = side === lead && !isTotal;
        return (
          <span
            key={side}
            class="wb-half"
            data-side={side}
            data-state={own.state ?? (own.claims > 0 ? 'evidence' : 'nothing-found')}
            data-strength={isMore ? strengthOf(Math.abs(difference.a - difference.b), steps) : undefined}
            data-changed={marked[side].has(numberKey(selection.row, selection.column)) || undefined}
          >
            {drawNumberLink({
              counts: own,
              count: view.count,
              href: selectionHref(view, selection, side),
              label: [
                messages.sideSays(messages[`side.${side}`], cellSentence(pair, own, language.value)),
                messages.difference(difference.a, difference.b),
                ...(isOpposed ? [messages.opposed] : []),
              ].join(' '),
              position: [row, 2 * column + place],
              isOpen: isOpen(view, selection, side),
            })}
          </span>
        );
      })}
      {signs}
      {isOpposed && <MarkSign mark="opposed" />}
    </td>
  );
}
