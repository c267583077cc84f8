import { firstIndex } from './first-index.ts';
import type { TextPosition } from './selectors.ts';
import { isSpace } from './sentences.ts';

/** A text whose columns are read one after the other, with the way back to where its words stand. */
export interface ColumnReading {
  readonly text: string;
  /**
   * Where a passage of the reading stands: from its first word to its last, with what stands beside its lines. Undefined
   * where its parts do not stand in that order: at the foot of one column and the head of the next.
   */
  readonly toPosition: (passage: TextPosition) => TextPosition | undefined;
}

/** A stretch of the text within one line, without white space at its ends. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A line of a page: its stretches that spaces keep apart, and where the line starts. */
interface Line {
  readonly at: number;
  readonly stretches: readonly Stretch[];
}

/** Spaces that keep columns apart. */
const GAP = / {2,}/g;
const HAS_GAP = /[^ \n] {2,}[^ \n]/;
/** A column starts on so many lines beside another one, where the letters of its lines are of the same width … */
const LEAST_LINES = 3;
/** … but for so many characters. */
const SLACK = 2;
/** On average the lines on either side have so many characters: the number of an item is no column. */
const LEAST_WIDTH = 12;
/** Lines that are read as one page where nothing says that it ends. */
const MOST_LINES = 120;
/** Pages have fewer columns. */
const MOST_COLUMNS = 8;

let latest: WeakRef<{ readonly text: string; readonly reading: ColumnReading | undefined }> | undefined;

/**
 * Reads a text whose columns stand beside each other, as programs write it that keep the layout of a page, column by
 * column. Undefined where it has no columns.
 *
 * Method: on consecutive lines a column starts at the same place behind spaces; the place at which most lines do parts
 * a page, and both sides are parted again.
 * Cost: linear in the text; nothing when it is the latest one, which is remembered as long as memory allows.
 */
export function readColumns(text: string): ColumnReading | undefined {
  if (!HAS_GAP.test(text)) return undefined;
  const known = latest?.deref();
  if (known?.text === text) return known.reading;
  const reading = readPages(text);
  latest = new WeakRef({ text, reading });
  return reading;
}

/** Whether spaces keep words apart within a line of which a passage has any part. */
export function hasGutter(text: string, { start, end }: TextPosition): boolean {
  const to = text.indexOf('\n', end);
  return HAS_GAP.test(text.slice(text.lastIndexOf('\n', start) + 1, to < 0 ? text.length : to));
}

function readPages(text: string): ColumnReading | undefined {
  const order: Stretch[] = [];
  let hasColumns = false;
  for (const page of pagesOf(text)) if (readPage(page, order, MOST_COLUMNS)) hasColumns = true;
  return hasColumns ? toReading(text, order) : undefined;
}

function* pagesOf(text: string): Generator<Line[]> {
  let lines: Line[] = [];
  let gap = text.indexOf('  ');
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const startsPage = text[at] === '\f';
    if (lines.length > 0 && (startsPage || lines.length >= MOST_LINES)) {
      yield lines;
      lines = [];
    }
    const from = startsPage ? at + 1 : at;
    if (gap >= 0 && gap < from) gap = text.indexOf('  ', from);
    const hasGap = gap >= 0 && gap < end;
    lines.push({
      at: from,
      stretches: hasGap ? stretchesOf(text.slice(from, end), from) : wholeOf(text, from, end),
    });
    at = end + 1;
  }
  yield lines;
}

/** A line without such spaces: what stands between the white space at its ends. */
function wholeOf(text: string, from: number, to: number): Stretch[] {
  let [first, end] = [from, to];
  while (first < end && isSpace(text.charCodeAt(first))) first += 1;
  while (end > first && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return first < end ? [{ from: first, to: end }] : [];
}

function stretchesOf(line: string, at: number): Stretch[] {
  const stretches: Stretch[] = [];
  let from = line.length - line.trimStart().length;
  const end = line.trimEnd().length;
  for (const { index, 0: gap } of line.slice(0, end).matchAll(GAP)) {
    if (index <= from) continue;
    stretches.push({ from: at + from, to: at + index });
    from = index + gap.length;
  }
  if (from < end) stretches.push({ from: at + from, to: at + end });
  return stretches;
}

/** Adds the stretches of some lines in the order in which they are read; whether there are columns. */
function readPage(lines: readonly Line[], order: Stretch[], mostColumns: number): boolean {
  const gutter = mostColumns > 1 ? findGutter(lines) : undefined;
  if (gutter === undefined) {
    for (const { stretches } of lines) {
      const [first, last] = [stretches[0], stretches.at(-1)];
      if (first === undefined || last === undefined) continue;
      order.push(first === last ? first : { from: first.from, to: last.to });
    }
    return false;
  }
  const { first, last, left, right } = gutter;
  readPage(lines.slice(0, first), order, mostColumns);
  readPage(left, order, mostColumns - 1);
  readPage(right, order, mostColumns - 1);
  readPage(lines.slice(last + 1), order, mostColumns);
  return true;
}

/** Where a page is parted: from its line `first` to `last`, into the lines on either side. */
interface Gutter {
  readonly first: number;
  readonly last: number;
  readonly left: readonly Line[];
  readonly right: readonly Line[];
}

function findGutter(lines: readonly Line[]): Gutter | undefined {
  const counts = new Map<number, number>();
  for (const { at, stretches } of lines) {
    for (const { from } of stretches.slice(1)) counts.set(from - at, (counts.get(from - at) ?? 0) + 1);
  }
  return [...counts.keys()]
    .map((column) => ({ column, count: countAround(counts, column) }))
    .filter(({ count }) => count >= LEAST_LINES)
    .sort((one, other) => other.count - one.count || one.column - other.column)
    .slice(0, MOST_COLUMNS)
    .map(({ column }) => partAt(lines, column))
    .find((gutter) => gutter !== undefined);
}

function countAround(counts: ReadonlyMap<number, number>, column: number): number {
  let count = 0;
  for (let at = column - SLACK; at <= column + SLACK; at += 1) count += counts.get(at) ?? 0;
  return count;
}

/** Parts the longest run of lines of which none has words across a column's left edge. */
function partAt(lines: readonly Line[], column: number): Gutter | undefined {
  let best: { first: number; last: number; beside: number } | undefined;
  let run = { first: 0, last: -1, beside: 0 };
  for (const [index, line] of lines.entries()) {
    const edge = line.at + column - SLACK;
    if (line.stretches.some(({ from, to }) => from < edge && to > edge + SLACK - 1)) {
      run = { first: index + 1, last: index, beside: 0 };
      continue;
    }
    const isBeside = line.stretches.some(
      ({ from }, at) => at > 0 && from >= edge && from <= edge + 2 * SLACK,
    );
    run = { ...run, last: index, beside: run.beside + (isBeside ? 1 : 0) };
    if (run.beside >= LEAST_LINES && run.beside >= (best?.beside ?? 0)) best = run;
  }
  if (best === undefined) return undefined;
  const { first, last } = best;
  const parted = lines.slice(first, last + 1).filter(({ stretches }) => stretches.length > 0);
  const side = (isRight: boolean) =>
    parted
      .map(({ at, stretches }) => ({
        at,
        stretches: stretches.filter(({ from }) => from >= at + column - SLACK === isRight),
      }))
      .filter(({ stretches }) => stretches.length > 0);
  const [left, right] = [side(false), side(true)];
  return widthOf(left) < LEAST_WIDTH || widthOf(right) < LEAST_WIDTH
    ? undefined
    : { first, last, left, right };
}

/** How long the lines are on average. */
function widthOf(lines: readonly Line[]): number {
  const sum = lines.reduce((width, { stretches }) => {
    const [first, last] = [stretches[0] as Stretch, stretches.at(-1) as Stretch];
    return width + last.to - first.from;
  }, 0);
  return sum / Math.max(1, lines.length);
}

function toReading(text: string, order: readonly Stretch[]): ColumnReading {
  const starts: number[] = [];
  let length = 0;
  for (const { from, to } of order) {
    starts.push(length);
    length += to - from + 1;
  }
  return {
    text: order.map(({ from, to }) => text.slice(from, to)).join('\n'),
    toPosition: (passage) => {
      const first = lastAtOrBefore(starts, passage.start);
      const last = lastAtOrBefore(starts, passage.end - 1);
      const start = (order[first] as Stretch).from + passage.start - (starts[first] as number);
      const end = (order[last] as Stretch).from + passage.end - (starts[last] as number);
      const isInOrder = order.slice(first + 1, last + 1).every(({ from }) => from >= start && from < end);
      return start < end && isInOrder ? { start, end } : undefined;
    },
  };
}

/** Index of the last of `starts`, which rise, that is not after `offset`. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  return firstIndex(starts.length, (at) => (starts[at] as number) > offset) - 1;
}
