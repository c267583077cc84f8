import { type Skeleton, skeletonIndex } from './skeleton.ts';

/** A line that stands on this many pages is furniture: a running header, a footer, a note in fixed form. */
const LEAST_PAGES = 3;
/** Code units of text for each time that a line stands there; a line that is more frequent is no furniture. */
const LEAST_DISTANCE = 400;
/** Letters that such a line has at least. */
const LEAST_LETTERS = 6;
const PRIME = 0x01000193;

const known = new WeakMap<Skeleton, readonly Stretch[]>();

interface Stretch {
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
  let stretches = known.get(skeleton);
  if (stretches === undefined) {
    stretches = findFurniture(skeleton);
    known.set(skeleton, stretches);
  }
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle] as Stretch).to <= from) low = middle + 1;
    else high = middle;
  }
  const places: number[] = [];
  for (let place = from; place < to; place += 1) {
    while (low < stretches.length && (stretches[low] as Stretch).to <= place) low += 1;
    if (place < (stretches[low]?.from ?? to)) places.push(place);
  }
  return places;
}

function findFurniture(skeleton: Skeleton): Stretch[] {
  const { text } = skeleton;
  const counts = new Map<number, number>();
  eachLine(text, (shape) => counts.set(shape, (counts.get(shape) ?? 0) + 1));
  const most = text.length / LEAST_DISTANCE;
  const stretches: Stretch[] = [];
  eachLine(text, (shape, from, to) => {
    const count = counts.get(shape) as number;
    if (count < LEAST_PAGES || count > most) return;
    stretches.push({ from: skeletonIndex(skeleton, from), to: skeletonIndex(skeleton, to) });
  });
  return stretches;
}

/** Calls `visit` with each line's shape and offsets, but for lines of hardly any letters. */
function eachLine(text: string, visit: (shape: number, from: number, to: number) => void): void {
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
    if (letters >= LEAST_LETTERS) visit(shape, from, to);
    from = to + 1;
  }
}
