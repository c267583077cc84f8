import { lengthWithoutFurniture } from './page-furniture.ts';
import type { Piece } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import type { Skeleton } from './skeleton.ts';
import { isLetterOrDigit } from './word-starts.ts';

/** More words than these, in code units, do not stand at an end by chance. */
const MOST_STRAY = 32;
/** Gaps that are no longer than this on one side are edited words … */
const EDITED = 12;
/** … unless that much more stands there than was there, and words behind it are missing too. */
const BLOCK = 24;
/** What reaches no further beyond the border of the quote does so by chance. */
const OVERHANG = 4;
/** A sentence ends with at most so many marks, and what is put in behind them is longer than a word. */
const MOST_MARKS = 3;
const WORD = 12;
/** In a longer gap anything may have been put between. */
const MAX_GAP = 2048;

/**
 * What stands instead of the quote's words between two pieces, `beyond` of which are missing behind them: half of
 * both together; 0 where words were edited.
 */
function replacedBetween(skeleton: Skeleton, before: Piece, after: Piece, beyond: number): number {
  const gap = after.old - before.old - before.length;
  const from = before.new + before.length;
  const length = after.new - from;
  if (length <= EDITED || length > MAX_GAP) return 0;
  const room = lengthWithoutFurniture(skeleton, from, after.new);
  if (gap > EDITED && room > EDITED) return (gap + room) / 2;
  return beyond > EDITED && room > gap + BLOCK ? (gap + beyond + room) / 2 : 0;
}

/** How many of the lengths at the beginning are together less than what was replaced behind them. */
function countStray(lengths: readonly number[], replacedAfter: (at: number) => number): number {
  let stray = 0;
  let words = 0;
  for (let at = 0; at < lengths.length - 1; at += 1) {
    words += lengths[at] ?? 0;
    if (words > MOST_STRAY) break;
    if (words < replacedAfter(at)) stray = at + 1;
  }
  return stray;
}

/**
 * Leaves out the few words at an end of a passage that lie beyond more words than they are which are not the
 * same: the sentence to which they belonged was removed, and an alignment found them in what stands behind it.
 * Words that go on without a change beyond the border of the quote are no such words.
 * Cost: linear in the pieces and in the gaps beside those few words.
 */
export function withoutStrayEnds(
  skeleton: Skeleton,
  { start, end }: QuotePattern,
  pieces: readonly Piece[],
): readonly Piece[] {
  const own = pieces.filter(({ old, length }) => old < end && old + length > start);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return pieces;
  const lengths = own.map(({ old, length }) => Math.min(end, old + length) - Math.max(start, old));
  const between = (at: number, beyond: number) =>
    replacedBetween(skeleton, own[at] as Piece, own[at + 1] as Piece, beyond);
  const head =
    start - first.old > OVERHANG
      ? 0
      : countStray(lengths, (at) => between(at, Math.max(0, first.old - start)));
  const tail =
    last.old + last.length - end > OVERHANG
      ? 0
      : countStray(lengths.slice(head).reverse(), (at) =>
          between(own.length - 2 - at, Math.max(0, end - last.old - last.length)),
        );
  const stray = new Set([...own.slice(0, head), ...own.slice(own.length - tail)]);
  return stray.size === 0 ? pieces : pieces.filter((piece) => !stray.has(piece));
}

/**
 * Leaves out the marks that end the sentence before, where they are all that stands of the quote before a block that
 * was put in: a passage from ". De raad" on starts behind the page's footer with "De raad".
 */
export function withoutStrayMarks(
  { codes, start }: QuotePattern,
  pieces: readonly Piece[],
): readonly Piece[] {
  const at = pieces.findIndex(({ old, length }) => old + length > start);
  const [piece, next] = [pieces[at], pieces[at + 1]];
  if (piece === undefined || next === undefined) return pieces;
  const end = piece.old + piece.length;
  const isBlockBehind = next.old === end && next.new - piece.new - piece.length > WORD;
  const marks = codes.subarray(Math.max(start, piece.old), end);
  if (!isBlockBehind || marks.length > MOST_MARKS || marks.some(isLetterOrDigit)) return pieces;
  return pieces.with(at, { ...piece, length: start - piece.old }).filter(({ length }) => length > 0);
}
