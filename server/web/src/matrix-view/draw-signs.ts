import { type CountKind, contradicts, type Stance } from '@waarborg/shared/matrix';
import { type Counts, isCell } from './cell-words.ts';
import { type CellMark, cellMarks, markSize } from './marks.tsx';

/** What a number says by signs. */
export interface Signed {
  readonly speakers: number;
  readonly stances: Readonly<Record<Stance, number>>;
  readonly isContested: boolean;
  /** The first is the weightiest. */
  readonly marks: readonly CellMark[];
  /** How many digits the number has over which they stand. */
  readonly digits: number;
}

/** The signs of a number, of which `count` is shown; undefined where it has no claims. Only a cell is contested or marked. */
export function signedOf(counts: Counts, count: CountKind): Signed | undefined {
  if (counts.claims === 0) return undefined;
  const { speakers, stances, opposing, mixed, denied, disagreements } = counts;
  const plain = { speakers, stances, isContested: false, marks: [], digits: String(counts[count]).length };
  if (!isCell(counts)) return plain;
  const has = {
    norm: opposing.normMeetsExpectation,
    mixed,
    denied,
    disagreements: disagreements > 0,
  };
  return {
    ...plain,
    isContested: contradicts(counts),
    marks: (['norm', 'mixed', 'denied', 'disagreements'] as const).filter((mark) => has[mark]),
  };
}

/** The stances that are drawn: of what has no stance the bar leaves the share open. */
const drawnStances = ['helps', 'hurts', 'noEffect'] as const satisfies Stance[];
type DrawnStance = (typeof drawnStances)[number];

/** What is drawn of numbers that stand side by side, as path data by its look. */
export type SignPaths = Readonly<Record<DrawnStance | 'line' | 'dots' | 'marks' | 'edges', string>>;

/** Height of a number without its border, and the width of that border, in the units of the drawing: CSS pixels. */
export const signHeight = 29;
const border = 1;

/** Where the bar stands: its distance from the sides, and of the line and the stances the upper edge and the height. */
const bar = {
  inset: 4,
  contestedInset: 6,
  line: [23, 1],
  helps: [20, 4],
  hurts: [23, 4],
  noEffect: [22, 3],
} as const;

/** Most speakers that get a dot of their own; a + where there are more than are drawn. */
const maxDots = 5;
const dot = { y: 15, radius: 1.25, step: 4, plus: 1.75 } as const;
const circle = `a${dot.radius} ${dot.radius} 0 1 0 ${2 * dot.radius} 0 ${dot.radius} ${dot.radius} 0 1 0-${2 * dot.radius} 0z`;

/** Side of a mark in a cell. */
export const markSizeInCell = 9;
/** Its distance from the edges; where it stands below the number, and how far from the next. */
const mark = { inset: 3, contestedInset: 5, below: 11, gap: 1 } as const;
/** A digit of a number, about: a row is often drawn narrower than it is laid out. */
const digitWidth = 8.5;
const edgeWidth = 3;

const round = (value: number) => Math.round(value * 100) / 100;

function box(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${y}h${round(width)}v${height}h${round(-width)}z`;
}

/** Helps above the line, hurts below it, no effect on it, none nowhere; as wide as their share. */
function drawBar(
  paths: Record<DrawnStance | 'line', string>,
  { stances, isContested }: Signed,
  left: number,
  width: number,
): void {
  const inset = isContested ? bar.contestedInset : bar.inset;
  // Within its edge.
  const lift = isContested ? 1 : 0;
  const room = width - 2 * inset;
  const sum = drawnStances.reduce((total, stance) => total + stances[stance], stances.none);
  let from = left + inset;
  paths.line += box(from, bar.line[0] - lift, room, bar.line[1]);
  for (const stance of drawnStances) {
    const own = (stances[stance] / Math.max(sum, 1)) * room;
    if (own > 0) paths[stance] += box(from, bar[stance][0] - lift, own, bar[stance][1]);
    from += own;
  }
}

function drawDots(middle: number, speakers: number): string {
  const { y, radius, step, plus } = dot;
  const count = Math.min(speakers, maxDots);
  const hasMore = speakers > maxDots;
  const first = middle - ((count - (hasMore ? 0 : 1)) * step) / 2;
  let dots = '';
  for (let place = 0; place < count; place++)
    dots += `M${round(first + place * step - radius)} ${y}${circle}`;
  if (!hasMore) return dots;
  const last = first + count * step;
  return dots + box(last - plus, y - 0.5, 2 * plus, 1) + box(last - 0.5, y - plus, 1, 2 * plus);
}

/** Where the marks of a number stand, from the upper left corner of its room. */
interface MarkPlaces {
  readonly marks: readonly { readonly name: CellMark; readonly x: number; readonly y: number }[];
  /** Whether they stand beside the number, and leave room for the dots below it. */
  readonly areBeside: boolean;
}

/**
 * Places marks of `size` in a number of `width`. Beside the number, the first on the right, the second on the left,
 * others below them; where the number is too wide for that, in a row below it.
 */
export function placeMarks(
  { marks, isContested, digits }: Pick<Signed, 'marks' | 'isContested' | 'digits'>,
  width: number,
  size = markSizeInCell,
): MarkPlaces {
  const inset = isContested ? mark.contestedInset : mark.inset;
  const areBeside = marks.length === 0 || width / 2 - inset - size >= (digits * digitWidth) / 2;
  const row = marks.length * (size + mark.gap) - mark.gap;
  const placeOf = (place: number) =>
    areBeside
      ? {
          x: place % 2 === 0 ? width - inset - size : inset,
          y: inset - border + Math.floor(place / 2) * (size + mark.gap),
        }
      : { x: (width - row) / 2 + place * (size + mark.gap), y: mark.below };
  return { marks: marks.map((name, place) => ({ name, ...placeOf(place) })), areBeside };
}

function drawMarks(places: MarkPlaces, left: number): string {
  const scale = markSize / markSizeInCell;
  return places.marks
    .map(({ name, x, y }) => `M${round((left + x) * scale)} ${round(y * scale)}${cellMarks[name]}`)
    .join('');
}

/**
 * Draws the signs of numbers that stand side by side, each `width` wide with its border: one picture for a row, since a
 * browser is slow in several for each of hundreds of numbers. Without room (`hasRoom`) speakers and marks are left out,
 * and speakers where marks take theirs.
 * `marks` is in the units of a mark: `markSize` of them are `markSizeInCell` of the others.
 */
export function drawSigns(
  numbers: readonly (Signed | undefined)[],
  width: number,
  hasRoom = true,
): SignPaths {
  const paths = { line: '', helps: '', hurts: '', noEffect: '', dots: '', marks: '', edges: '' };
  for (const [place, signed] of numbers.entries()) {
    if (!signed) continue;
    const left = place * width;
    drawBar(paths, signed, left, width);
    if (hasRoom) {
      const places = placeMarks(signed, width);
      if (places.areBeside) paths.dots += drawDots(left + width / 2, signed.speakers);
      paths.marks += drawMarks(places, left);
    }
    if (signed.isContested) {
      const height = signHeight + 2 * border - edgeWidth;
      paths.edges += box(left + edgeWidth / 2, edgeWidth / 2 - border, width - edgeWidth, height);
    }
  }
  return paths;
}
