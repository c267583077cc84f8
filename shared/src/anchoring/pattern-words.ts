import { lengthWithoutFurniture } from './page-furniture.ts';
import { wordMarks } from './pattern-breaks.ts';
import { endOf, type Piece } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import { startsNewLine } from './sentences.ts';
import type { Skeleton } from './skeleton.ts';
import { isNumbering } from './word-starts.ts';

/** How many words of a stretch of a pattern stand in the text. */
export interface WordCount {
  readonly kept: number;
  /** Words that do not stand there; a number counts for more. */
  readonly changed: number;
  /** Numbers that stand there as others. */
  readonly numbers: number;
}

/** How often a word of another sentence that resembles the quote's is another one. */
const CHANGED_IN_OTHER = 0.35;

/**
 * How likely it is that these words are an edited sentence and not another one like it, as log-odds.
 *
 * @param rate how often a word of the document was edited, above 0 and below 0.35.
 */
export function oddsOfEdited({ kept, changed }: WordCount, rate: number): number {
  return kept * Math.log((1 - rate) / (1 - CHANGED_IN_OTHER)) + changed * Math.log(rate / CHANGED_IN_OTHER);
}

/** A word of which at least this share of its code units stands there is kept, misspelt perhaps. */
const LEAST_KEPT = 0.66;
/** Numbers are seldom edited; another number is another article, case or amount. */
const NUMBER = 2;

/** Of the words that are missing at the end of an alignment, with who knows what instead, so many count. */
const OPEN = 3;
/** Code units of a word of the text, when it is not worth counting them. */
const WORD = 6;

/**
 * Counts the words of the pattern from `from` up to `to` (exclusive) that stand in the text, and those
 * that stand there as others.
 *
 * Words and not letters: an author replaces words, and a long one is not more of a change than a short one.
 * Words that are missing in a row count for as many as the text has instead, and one: they were taken out
 * together. So does what is missing up to the end of a line.
 * Cost: linear in the stretch and the pieces.
 */
export function countWords(
  skeleton: Skeleton,
  pattern: QuotePattern,
  pieces: readonly Piece[],
  from: number,
  to: number,
): WordCount {
  let kept = 0;
  let changed = 0;
  let numbers = 0;
  let missing = 0;
  let missingNumbers = 0;
  let missingFrom = from;
  let at = 0;
  const marks = wordMarks(pattern);
  const close = (end: number) => {
    if (missing > 0) {
      const room = roomFor(skeleton, pattern, pieces, missingFrom, end);
      changed += Math.min(missing, 1 + room);
      if (room > 0) numbers += missingNumbers;
    }
    missing = 0;
    missingNumbers = 0;
  };
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && marks[end] === 0) end += 1;
    const isNumber = isNumbering(pattern.codes, start, end);
    while (at < pieces.length && endOf(pieces[at] as Piece) <= start) at += 1;
    let covered = 0;
    for (let next = at; next < pieces.length; next += 1) {
      const piece = pieces[next] as Piece;
      if (piece.old >= end) break;
      covered += Math.min(end, endOf(piece)) - Math.max(start, piece.old);
    }
    if (covered >= (isNumber ? 1 : LEAST_KEPT) * (end - start)) {
      close(start);
      kept += 1;
    } else {
      if (missing === 0) missingFrom = start;
      missing += isNumber ? NUMBER : 1;
      if (isNumber) missingNumbers += 1;
    }
    start = end;
  }
  close(to);
  return { kept, changed, numbers };
}

/** How many words the text has in the place of those of the pattern from `from` up to `to`. */
function roomFor(
  skeleton: Skeleton,
  pattern: QuotePattern,
  pieces: readonly Piece[],
  from: number,
  to: number,
): number {
  const before = pieces.findLast((piece) => piece.old < from);
  const after = pieces.find((piece) => endOf(piece) > to);
  if (before === undefined || after === undefined) {
    const border = before === undefined ? to : from;
    return startsNewLine(pattern.source, pattern.from + border) ? 0 : OPEN;
  }
  return lengthWithoutFurniture(skeleton, before.new + before.length, after.new) / WORD;
}
