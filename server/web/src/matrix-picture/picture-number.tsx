import { type CountKind, contradicts, type Stance } from '@waarborg/shared/matrix';
import type { Language } from '@waarborg/shared/messages';
import { formatNumber } from '@waarborg/shared/messages/format-number';
import { type Cell, type Counts, isCell } from '../matrix-view/cell-words.ts';
import { placeMarks, signedOf } from '../matrix-view/draw-signs.ts';
import { type Mark, MarkShape, markSize } from '../matrix-view/marks.tsx';
import { colours } from './colours.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A sign at a place, which is its upper left corner. */
export function MarkAt({ mark, x, y }: { mark: Mark; x: number; y: number }) {
  return (
    <g transform={`translate(${x},${y})`} style={{ color: colours.text }}>
      <MarkShape mark={mark} />
    </g>
  );
}

/** Most speakers that get a dot of their own. */
const maxDots = 5;

/** A dot for each speaker; a + where there are more than are drawn. */
function dotsOf(speakers: number): string {
  return '•'.repeat(Math.min(speakers, maxDots)) + (speakers > maxDots ? '+' : '');
}

const height = 3;
/** Above the line, below it and on it, counted from its middle. */
const above: Readonly<Record<Stance, number | undefined>> = {
  helps: -height - 0.5,
  hurts: 0.5,
  noEffect: -height / 2,
  none: undefined,
};

/** Helps above the line, hurts below it, no effect on it, none nowhere; as wide as their share. */
export function BarAt({ stances, x, y, width }: Omit<Box, 'height'> & Pick<Counts, 'stances'>) {
  const order = ['helps', 'hurts', 'noEffect', 'none'] as const;
  const sum = order.reduce((total, stance) => total + stances[stance], 0);
  let from = x;
  return (
    <>
      <line x1={x} x2={x + width} y1={y} y2={y} stroke={colours.axis} />
      {order.map((stance) => {
        const own = sum === 0 ? 0 : (stances[stance] / sum) * width;
        const begin = from;
        from += own;
        const top = above[stance];
        if (own === 0 || top === undefined) return null;
        return <rect key={stance} x={begin} y={y + top} width={own} height={height} fill={colours[stance]} />;
      })}
    </>
  );
}

/** The striped edge of a contested cell: dashes of one side on a line of the other. */
export function ContestedEdge({ x, y, width, height: tall }: Box) {
  const edge = { x: x + 2, y: y + 2, width: width - 4, height: tall - 4, fill: 'none', 'stroke-width': 3 };
  return (
    <>
      <rect {...edge} stroke={colours.helps} />
      <rect {...edge} stroke={colours.hurts} stroke-dasharray="5 5" />
    </>
  );
}

/** Between two lines of a hatching. */
const hatchStep = 6;

/**
 * The hatching of what nobody has read. Lines and no pattern: printers of PDF make a picture of every place where a
 * pattern stands, and a file of megabytes.
 */
export function Hatching({ x, y, width, height: tall }: Box) {
  const lines = Array.from({ length: Math.floor((width + tall) / hatchStep) }, (_, index) => {
    // A line goes up to the right: from the left or the lower edge to the upper or the right one.
    const reach = (index + 0.5) * hatchStep;
    const [left, right] = [Math.max(0, reach - tall), Math.min(reach, width)];
    return `M${x + left},${y + reach - left}L${x + right},${y + reach - right}`;
  });
  return <path d={lines.join('')} stroke={colours.hatch} />;
}

interface PictureNumberProps extends Box {
  readonly counts: Counts & { readonly state?: Cell['state'] };
  readonly count: CountKind;
  readonly ground: string;
  readonly language: Language;
}

/** A number of the matrix as it stands on the page: its speakers, its stances and its signs. */
export function PictureNumber({ counts, count, ground, language, ...box }: PictureNumberProps) {
  const { x, y, width } = box;
  const isEmpty = counts.claims === 0;
  const isUnread = isEmpty && counts.state === 'not-read';
  const isPlain = isEmpty && counts.state === 'nothing-found';
  const inner = { x: x + 1, y: y + 1, width: width - 2, height: box.height - 2 };
  const middle = x + width / 2;
  const signed = signedOf(counts, count);
  const places = signed && placeMarks(signed, width, markSize);
  return (
    <g>
      {isUnread && <Hatching {...inner} />}
      {!isUnread && !isPlain && <rect {...inner} rx="3" fill={ground} />}
      {!isUnread && (
        <text
          x={middle}
          y={y + (isEmpty ? 20 : 14)}
          font-size="14"
          font-weight={isEmpty ? 400 : 650}
          text-anchor="middle"
          fill={isEmpty ? colours.muted : colours.text}
        >
          {formatNumber(counts[count], language)}
        </text>
      )}
      {!isEmpty && (
        <>
          {places?.areBeside && (
            <text x={middle} y={y + 21} font-size="10" text-anchor="middle">
              {dotsOf(counts.speakers)}
            </text>
          )}
          <BarAt stances={counts.stances} x={x + 6} y={y + 26} width={width - 12} />
        </>
      )}
      {isCell(counts) && contradicts(counts) && <ContestedEdge {...box} />}
      {places?.marks.map((mark) => (
        <MarkAt key={mark.name} mark={mark.name} x={x + mark.x} y={y + 1 + mark.y} />
      ))}
    </g>
  );
}
