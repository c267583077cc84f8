import type { Match } from './match-candidate.ts';
import { coveredOld } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import type { Sought } from './seek-quote.ts';

/** So much of a quote must stand there, but for a few words in a line of their own at either end, … */
const LEAST_COVERED = 0.97;
const MOST_AT_END = 12;
/** … in lines of at least so many code units, its first and last aside, that other lines keep apart, … */
const LEAST_LINE = 12;
/** … the lines of the other columns, so long at most, … */
const MOST_BETWEEN = 160;
/** … again and again: a single block was put in. */
const LEAST_BLOCKS = 2;
/** Code units that an edit puts between two words, and that a line may lack at its end. */
const WORD = 12;
const LACKING = 2;

/**
 * The one place that has a quote line by line, with the lines of other columns between: some programs read a page
 * of columns straight across. Undefined where there is none, or more than one.
 */
export function findReadAcross({ matches, pattern }: Sought): Match | undefined {
  const places = matches.filter((match) => isReadAcross(match, pattern));
  return places.length === 1 ? places[0] : undefined;
}

/**
 * Whether a place has a quote line by line. So many of its words in order, in such long stretches, do not stand
 * there by chance, however much stands between.
 * Cost: linear in the pieces.
 */
export function isReadAcross({ pieces }: Match, { start, end }: QuotePattern): boolean {
  const own = pieces.filter(({ old, length }) => old + length > start && old < end);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || own.length <= LEAST_BLOCKS) return false;
  const from = Math.max(start, first.old);
  const to = Math.min(end, last.old + last.length);
  if (from - start > MOST_AT_END || end - to > MOST_AT_END) return false;
  if (coveredOld(own, from, to) < LEAST_COVERED * (to - from)) return false;
  const blocks = own.flatMap((piece, at) => {
    const before = own[at - 1];
    if (before === undefined) return [];
    const lacking = piece.old - before.old - before.length;
    const between = piece.new - before.new - before.length - lacking;
    return between > WORD ? [{ at: piece.old, lacking, between }] : [];
  });
  if (blocks.length < LEAST_BLOCKS) return false;
  return blocks.every(({ at, lacking, between }, block) => {
    const line = at - (blocks[block - 1]?.at ?? Number.NEGATIVE_INFINITY);
    return line >= LEAST_LINE && lacking <= LACKING && between <= MOST_BETWEEN;
  });
}
