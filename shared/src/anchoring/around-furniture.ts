import { fillGap } from './fill-gaps.ts';
import { furnitureBetween, withoutFurniture } from './page-furniture.ts';
import { countEqual, type Piece } from './pieces.ts';
import type { Skeleton } from './skeleton.ts';

/** In a longer gap no page furniture is looked for, and in a shorter one there is none. */
const MAX_GAP = 2048;
const LEAST_GAP = 12;
/** How far beyond furniture is looked at either end of an alignment … */
const REACH = 80;
/** … when at most so many edited code units lie between the two. */
const EDITED = 24;
/** How many more code units of the text are looked at than the quote has there. */
const MORE = 8;

/** What the gap between two pieces has in common when the page furniture in it is left out. */
export function fillAroundFurniture(
  skeleton: Skeleton,
  codes: Uint16Array,
  before: Piece,
  piece: Piece,
): Piece[] {
  const oldFrom = before.old + before.length;
  const newFrom = before.new + before.length;
  if (piece.old <= oldFrom || piece.new - newFrom > MAX_GAP || piece.new - newFrom < LEAST_GAP) return [];
  const places = withoutFurniture(skeleton, newFrom, piece.new);
  if (places.length === piece.new - newFrom) return [];
  return compare(skeleton, codes, oldFrom, piece.old, places);
}

/** What a quote has before the first piece of its alignment, beyond the page furniture that precedes it. */
export function findBeforeFurniture(skeleton: Skeleton, codes: Uint16Array, first: Piece): Piece[] {
  const furniture = furnitureBetween(skeleton, first.new - EDITED, first.new);
  if (furniture === undefined || first.old === 0) return [];
  const oldFrom = Math.max(0, first.old - REACH);
  const newFrom = Math.max(0, furniture.from - (first.old - oldFrom) - MORE);
  return compare(skeleton, codes, oldFrom, first.old, withoutFurniture(skeleton, newFrom, first.new));
}

/** What a quote has after the last piece of its alignment, beyond the page furniture that follows it. */
export function findAfterFurniture(skeleton: Skeleton, codes: Uint16Array, last: Piece): Piece[] {
  const oldFrom = last.old + last.length;
  const newFrom = last.new + last.length;
  const furniture = furnitureBetween(skeleton, newFrom, newFrom + EDITED);
  if (furniture === undefined || oldFrom >= codes.length) return [];
  const oldTo = Math.min(codes.length, oldFrom + REACH);
  const newTo = Math.min(skeleton.codes.length, furniture.to + oldTo - oldFrom + MORE);
  return compare(skeleton, codes, oldFrom, oldTo, withoutFurniture(skeleton, newFrom, newTo));
}

/** The equal stretches of the old skeleton from `oldFrom` up to `oldTo` and the places of the new one. */
function compare(
  skeleton: Skeleton,
  codes: Uint16Array,
  oldFrom: number,
  oldTo: number,
  places: readonly number[],
): Piece[] {
  const words = Uint16Array.from(places, (place) => skeleton.codes[place] as number);
  const most = Math.min(oldTo - oldFrom, words.length);
  const head = countEqual(codes, words, oldFrom, 0, 1, most);
  const tail = countEqual(codes, words, oldTo - 1, words.length - 1, -1, most - head);
  const found: Piece[] = [];
  if (head > 0) found.push({ old: oldFrom, new: 0, length: head });
  fillGap(codes, words, found, {
    oldFrom: oldFrom + head,
    oldTo: oldTo - tail,
    newFrom: head,
    newTo: words.length - tail,
  });
  if (tail > 0) found.push({ old: oldTo - tail, new: words.length - tail, length: tail });
  return found.flatMap((piece) => split(piece, places));
}

/** A piece of the text without furniture, as pieces of the text with it. */
function split({ old, new: at, length }: Piece, places: readonly number[]): Piece[] {
  const parts: Piece[] = [];
  for (let done = 0; done < length; ) {
    const place = places[at + done] as number;
    let size = 1;
    while (done + size < length && places[at + done + size] === place + size) size += 1;
    parts.push({ old: old + done, new: place, length: size });
    done += size;
  }
  return parts;
}
