import { firstIndex } from './first-index.ts';
import { emptyTable } from './kept-table.ts';
import { type Skeleton, skeletonIndex } from './skeleton.ts';

/** A line that stands on this many pages is furniture: a running header, a footer, a note in fixed form. */
const LEAST_PAGES = 3;
/** Code units from one page to the next; a line that is more frequent is no furniture … */
const LEAST_DISTANCE = 400;
/** … nor one that stands more often nearer to the one before than this share of what is usual: pages are alike in length. */
const NEAR = 1 / 3;
const MOST_NEAR = 1 / 8;
/** Letters that such a line has at least. */
const LEAST_LETTERS = 6;
const PRIME = 0x01000193;
/** Lines are counted by their shapes in so many slots; those that are alike share one. */
const SLOTS = 2 ** 16;

const known = new WeakMap<Skeleton, readonly Stretch[]>();

/** A stretch of a skeleton, or of its text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The places from `from` up to `to` (exclusive) of a skeleton that are not in lines which stand on page
 * after page. Such lines belong to the paper and not to what it says, so they decide no border.
 *
 * Method: lines are counted by a hash of what they have beside digits and white space, which differ from
 * page to page.
 * Cost: linear in the text, once; then in the stretch.
 */
export function withoutFurniture(skeleton: Skeleton, from: number, to: number): number[] {
  const stretches = furnitureOf(skeleton);
  let low = firstEndingAfter(stretches, from);
  const places: number[] = [];
  for (let place = from; place < to; place += 1) {
    while (low < stretches.length && (stretches[low] as Stretch).to <= place) low += 1;
    if (place < (stretches[low]?.from ?? to)) places.push(place);
  }
  return places;
}

/** How many such places there are. */
export function lengthWithoutFurniture(skeleton: Skeleton, from: number, to: number): number {
  const stretches = furnitureOf(skeleton);
  let length = to - from;
  for (let at = firstEndingAfter(stretches, from); at < stretches.length; at += 1) {
    const stretch = stretches[at] as Stretch;
    if (stretch.from >= to) break;
    length -= Math.min(to, stretch.to) - Math.max(from, stretch.from);
  }
  return length;
}

/** Of places of a skeleton in order, whether each is in such a line. */
export function isFurnitureAt(skeleton: Skeleton, places: readonly number[]): boolean[] {
  const stretches = furnitureOf(skeleton);
  let low = firstEndingAfter(stretches, places[0] ?? 0);
  return places.map((place) => {
    while (low < stretches.length && (stretches[low] as Stretch).to <= place) low += 1;
    return (stretches[low]?.from ?? Number.POSITIVE_INFINITY) <= place;
  });
}

/** The furniture that starts or ends from `from` up to `to` (both included); undefined when there is none. */
export function furnitureBetween(skeleton: Skeleton, from: number, to: number): Stretch | undefined {
  const stretches = furnitureOf(skeleton);
  const stretch = stretches[firstEndingAfter(stretches, from - 1)];
  return stretch !== undefined && stretch.from <= to ? stretch : undefined;
}

function furnitureOf(skeleton: Skeleton): readonly Stretch[] {
  let stretches = known.get(skeleton);
  if (stretches === undefined) {
    stretches = findFurniture(skeleton);
    known.set(skeleton, stretches);
  }
  return stretches;
}

function firstEndingAfter(stretches: readonly Stretch[], place: number): number {
  return firstIndex(stretches.length, (at) => (stretches[at] as Stretch).to > place);
}

function findFurniture(skeleton: Skeleton): Stretch[] {
  const lines = [...linesByShape(skeleton.text).values()].filter(areOfPages).flat();
  lines.sort((a, b) => a.from - b.from);
  const stretches: Stretch[] = [];
  for (const line of lines) {
    const stretch = { from: skeletonIndex(skeleton, line.from), to: skeletonIndex(skeleton, line.to) };
    const last = stretches.at(-1);
    if (last?.to === stretch.from) stretches[stretches.length - 1] = { from: last.from, to: stretch.to };
    else stretches.push(stretch);
  }
  return stretches;
}

/** Whether a line stands on page after page: few times much nearer to the one before than a page is long, the last aside. */
function areOfPages(lines: readonly Stretch[]): boolean {
  const gaps = lines.length - 1;
  const distance = (lines[gaps] as Stretch).from - (lines[0] as Stretch).from;
  if (lines.length < LEAST_PAGES || distance < LEAST_DISTANCE * gaps) return false;
  const least = (NEAR * distance) / gaps;
  const near = lines.filter(
    ({ from }, at) => at > 0 && at < gaps && from - (lines[at - 1] as Stretch).from < least,
  );
  return near.length <= MOST_NEAR * gaps;
}

/** Lines of a text by a hash of their letters: those that may stand on so many pages, but for those of hardly any letters. */
function linesByShape(text: string): Map<number, Stretch[]> {
  /** The shape and the start of each line. */
  const all = emptyTable(2 * Math.ceil(text.length / LEAST_LETTERS));
  const counts = new Uint8Array(SLOTS);
  let count = 0;
  for (let from = 0; from < text.length; ) {
    let shape = 0;
    let letters = 0;
    let to = from;
    for (; to < text.length; to += 1) {
      const code = text.charCodeAt(to);
      if (code === 0x0a) break;
      if (code <= 0x20 || code === 0xa0 || (code >= 0x30 && code <= 0x39)) continue;
      shape = (Math.imul(shape, PRIME) + code) | 0;
      letters += 1;
    }
    if (letters >= LEAST_LETTERS) {
      all[2 * count] = shape;
      all[2 * count + 1] = from;
      count += 1;
      const slot = shape & (SLOTS - 1);
      counts[slot] = Math.min(LEAST_PAGES, (counts[slot] as number) + 1);
    }
    from = to + 1;
  }
  const lines = new Map<number, Stretch[]>();
  for (let line = 0; line < count; line += 1) {
    const shape = all[2 * line] as number;
    if ((counts[shape & (SLOTS - 1)] as number) < LEAST_PAGES) continue;
    const from = all[2 * line + 1] as number;
    const end = text.indexOf('\n', from);
    const stretch = { from, to: end < 0 ? text.length : end };
    const like = lines.get(shape);
    if (like === undefined) lines.set(shape, [stretch]);
    else like.push(stretch);
  }
  return lines;
}
