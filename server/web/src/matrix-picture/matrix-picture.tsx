import type { MatrixResponse } from '@waarborg/shared/api';
import type { Language } from '@waarborg/shared/messages';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import type { Arrangement } from '../matrix-view/arrange.ts';
import { createCellLookup } from '../matrix-view/cell-lookup.ts';
import {
  type Member,
  type StrengthStep,
  stateOfRow,
  strengthOf,
  totalOfColumn,
} from '../matrix-view/cell-words.ts';
import { groupMembers } from '../matrix-view/member-groups.ts';
import type { MatrixView } from '../matrix-view/view.ts';
import { colours, groundOf } from './colours.ts';
import { legendHeight, PictureLegend } from './picture-legend.tsx';
import { MarkAt, PictureNumber } from './picture-number.tsx';
import { fit, sizes } from './sizes.ts';

export interface MatrixPictureProps {
  readonly matrix: MatrixResponse;
  readonly view: MatrixView;
  readonly arrangement: Arrangement;
  readonly steps: readonly StrengthStep[];
  readonly title: string;
  /** Below the title: what is filtered on, and of which day it is. */
  readonly lines: readonly string[];
  readonly language: Language;
}

const { margin, cell } = sizes;

/** Where a group begins, and its rows. */
interface Band {
  readonly label: string | undefined;
  readonly y: number;
  readonly rows: readonly { readonly member: Member; readonly y: number }[];
}

/** Rows below each other, each group under its name. */
function layOutRows(rows: readonly Member[], top: number): { bands: Band[]; end: number } {
  let y = top;
  const bands = groupMembers(rows).map(({ label, members }) => {
    const begin = y;
    if (label !== undefined) y += sizes.groupHeight;
    const own = members.map((member) => {
      y += cell.height;
      return { member, y: y - cell.height };
    });
    return { label, y: begin, rows: own };
  });
  return { bands, end: y };
}

/** The matrix as one drawing that explains itself: what is filtered on, of which day it is, and what its signs mean. */
export function MatrixPicture(props: MatrixPictureProps) {
  const { arrangement, title, lines } = props;
  const left = margin + sizes.rowLabel;
  const right = left + arrangement.columns.length * cell.width;
  const width = Math.max(sizes.least, right + sizes.total + sizes.read + sizes.slant + margin);
  const headTop = margin + 30 + lines.length * sizes.lineHeight;
  const top = headTop + sizes.groupHeight + sizes.headHeight;
  const { bands, end } = layOutRows(arrangement.rows, top);
  const legendTop = end + cell.height + 24;
  const height = Math.ceil(legendTop + legendHeight(props, width - 2 * margin) + margin);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family="'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif"
      fill={colours.text}
    >
      <title>{title}</title>
      <rect width={width} height={height} fill={colours.paper} />
      <text x={margin} y={margin + 16} font-size="18" font-weight="600">
        {fit(title, width - 2 * margin, 18)}
      </text>
      {lines.map((line, index) => (
        <text
          key={line}
          x={margin}
          y={margin + 38 + index * sizes.lineHeight}
          font-size="13"
          fill={colours.muted}
        >
          {fit(line, width - 2 * margin, 13)}
        </text>
      ))}
      <Heads {...props} left={left} top={headTop} bottom={top} />
      {bands.map((band) => (
        <RowGroup key={band.y} {...props} band={band} left={left} end={right + sizes.total + sizes.read} />
      ))}
      <Totals {...props} left={left} y={end} />
      <PictureLegend {...props} width={width - 2 * margin} y={legendTop} />
    </svg>
  );
}

/** The columns: their groups, and their labels on a slant. */
function Heads({
  arrangement,
  language,
  left,
  top,
  bottom,
}: MatrixPictureProps & { left: number; top: number; bottom: number }) {
  const messages = matrixMessages[language];
  const { columns } = arrangement;
  const end = left + columns.length * cell.width;
  const labels = [
    ...columns.map(({ label, shortLabel }, place) => ({
      text: shortLabel ?? label,
      x: left + (place + 0.5) * cell.width,
    })),
    { text: messages.total, x: end + sizes.total / 2 },
    { text: messages.read, x: end + sizes.total + sizes.read / 2 },
  ];
  const groups = groupMembers(columns);
  let place = 0;
  return (
    <g font-size="13">
      {groups.map(({ label, members }, index) => {
        const [from, own] = [left + place * cell.width, members.length * cell.width];
        place += members.length;
        if (label === undefined) return null;
        // Where no name follows there is room beyond the group.
        const isFree = groups.slice(index + 1).every((group) => group.label === undefined);
        const room = isFree ? end + sizes.total + sizes.read - from : own;
        return (
          <g key={label} fill={colours.muted}>
            <text x={from + 1} y={top + 14} font-size="12">
              {fit(label, room - 4, 12)}
            </text>
            <line
              x1={from + 1}
              x2={from + own - 3}
              y1={top + 19}
              y2={top + 19}
              stroke={colours.line}
              stroke-width="2"
            />
          </g>
        );
      })}
      {labels.map(({ text, x }) => (
        <text key={x} transform={`translate(${x},${bottom - 5}) rotate(-52)`}>
          {fit(text, sizes.headHeight / Math.sin((52 * Math.PI) / 180) - 24, 13)}
        </text>
      ))}
    </g>
  );
}

function RowGroup({
  band,
  left,
  end,
  ...props
}: MatrixPictureProps & { band: Band; left: number; end: number }) {
  return (
    <g>
      {band.label !== undefined && (
        <>
          <line x1={margin} x2={end} y1={band.y + 2} y2={band.y + 2} stroke={colours.line} />
          <text x={margin} y={band.y + 17} font-size="12" fill={colours.muted}>
            {band.label}
          </text>
        </>
      )}
      {band.rows.map(({ member, y }) => (
        <Row key={member.id} {...props} row={member} left={left} y={y} />
      ))}
    </g>
  );
}

interface RowProps extends MatrixPictureProps {
  readonly row: Member;
  readonly left: number;
  readonly y: number;
}

function Row({ matrix, view, arrangement, steps, language, row, left, y }: RowProps) {
  const cellAt = createCellLookup({ cells: matrix.cells.filter((one) => one.row === row.id) });
  const isDisputed = matrix.disputed.includes(row.id);
  const total = matrix.totals.rows[row.id];
  const end = left + arrangement.columns.length * cell.width;
  const state = stateOfRow(matrix, row.id);
  const shared = { count: view.count, language, y, height: cell.height };
  return (
    <g>
      <text x={margin} y={y + 20} font-size="13">
        {fit(row.label, sizes.rowLabel - (isDisputed ? 24 : 8), 13)}
      </text>
      {isDisputed && <MarkAt mark="disputed" x={left - 16} y={y + 10} />}
      {arrangement.columns.map(({ id }, place) => {
        const counts = cellAt(row.id, id);
        if (!counts) return null;
        const ground = groundOf(strengthOf(counts[view.count], steps));
        const x = left + place * cell.width;
        return (
          <PictureNumber key={id} {...shared} counts={counts} ground={ground} x={x} width={cell.width} />
        );
      })}
      {total && (
        <>
          <PictureNumber
            {...shared}
            counts={{ ...total, state }}
            ground={colours.ground}
            x={end}
            width={sizes.total}
          />
          <ReadAt read={total.read} isUnread={state === 'not-read'} x={end + sizes.total} y={y} />
        </>
      )}
    </g>
  );
}

function ReadAt({
  read: { documents, of },
  isUnread,
  x,
  y,
}: {
  read: { documents: number; of: number };
  isUnread: boolean;
  x: number;
  y: number;
}) {
  return (
    <text
      x={x + sizes.read / 2}
      y={y + 20}
      font-size="12"
      text-anchor="middle"
      fill={isUnread ? colours.warning : colours.muted}
      font-weight={isUnread ? 600 : 400}
    >
      {documents}/{of}
    </text>
  );
}

function Totals({
  matrix,
  view,
  arrangement,
  language,
  left,
  y,
}: MatrixPictureProps & { left: number; y: number }) {
  const { all } = matrix.totals;
  const end = left + arrangement.columns.length * cell.width;
  const shared = { count: view.count, language, y, height: cell.height, ground: colours.ground };
  return (
    <g>
      <text x={left - 8} y={y + 20} font-size="13" font-weight="600" text-anchor="end">
        {matrixMessages[language].total}
      </text>
      {arrangement.columns.map(({ id }, place) => {
        const counts = totalOfColumn(matrix, id);
        const x = left + place * cell.width;
        return counts && <PictureNumber key={id} {...shared} counts={counts} x={x} width={cell.width} />;
      })}
      <PictureNumber {...shared} counts={all} x={end} width={sizes.total} />
      <ReadAt read={all.read} isUnread={false} x={end + sizes.total} y={y} />
    </g>
  );
}
