import { briefInt32s } from './brief-tables.ts';
import { UNSEEN } from './change-prices.ts';
import type { Gap } from './fill-gaps.ts';
import { isFurnitureAt } from './page-furniture.ts';
import type { Piece } from './pieces.ts';
import type { Skeleton } from './skeleton.ts';
import { APART_CODE } from './sparse-original.ts';
import {
  areAlike,
  areSame,
  countFirst,
  countLast,
  knownPartOf,
  lengthOf,
  type Words,
  wordsOf,
} from './stretch-words.ts';
import { priceOfBorder } from './unseen-borders.ts';
import { priceWords } from './word-model.ts';
import {
  CUT,
  fillTable,
  IN,
  IN_GOES_ON,
  OUT,
  OUT_GOES_ON,
  type OwnPrices,
  PAIR,
  PARTED_IN_NEW,
  SKIPPED,
  STEP,
  toPrice,
  UNKNOWN,
  UNKNOWN_MORE,
} from './word-table.ts';

/** More pairs of words than this are not compared. */
const MOST_PAIRS = 80_000;

/** A word of a line that pages have, and the text has not; no other one is passed over. */
const SKIPPED_FURNITURE = toPrice(0.5);
const NOT_SKIPPED = toPrice(Number.POSITIVE_INFINITY);

/**
 * Aligns a stretch of the old text with one of the new by words, as the likeliest story of what an author did:
 * words are replaced, misspelt, taken out or put in one by one, sentences are taken out whole, and pages put
 * their headers between.
 *
 * Comparing letters finds the longest stretches first. Where a sentence was removed beside another one made
 * by the same pattern, the two have the longest stretches in common, and the removed one is then laid on its
 * neighbour. Told as a story that costs a word for each difference, and removing a sentence costs one.
 * Of an old text that is known in parts only (`toSparseOriginal`), any words may stand where nothing is known, at
 * what each tells (`priceWords`): words of a pattern that the text has everywhere cost nothing, so that a sentence
 * made by the pattern of a removed one is not taken for it. Running headers and footers may stand anywhere.
 * Method: dynamic programming over pairs of words with a price for opening a gap.
 * Cost: the product of the words on both sides.
 * Source: O. Gotoh, "An improved algorithm for matching biological sequences", J. Mol. Biol. 162 (1982).
 *
 * @param unseen what `priceOfUnseen` says.
 * @returns the equal stretches in order; undefined when the stretches are too long for it.
 */
export function alignWords(old: Skeleton, text: Skeleton, gap: Gap, unseen = UNSEEN): Piece[] | undefined {
  const oldWords = wordsOf(old, gap.oldFrom, gap.oldTo);
  const newWords = wordsOf(text, gap.newFrom, gap.newTo);
  if (Math.max(1, oldWords.count) * newWords.count > MOST_PAIRS) return undefined;
  const isSparse = old.codes.subarray(gap.oldFrom, gap.oldTo).includes(APART_CODE);
  return toPieces(
    oldWords,
    newWords,
    fillTable(oldWords, newWords, pricesIn(text, newWords, isSparse, unseen)),
  );
}

function pricesIn(
  text: Skeleton,
  { starts, hashes, isSentence }: Words,
  isSparse: boolean,
  unseen: number,
): OwnPrices {
  const told = isSparse ? priceWords(text, starts, hashes) : undefined;
  const isFurniture = isFurnitureAt(text, starts);
  const prices = {
    skipped: briefInt32s(starts.length),
    borders: briefInt32s(starts.length),
    told: briefInt32s(starts.length),
  };
  for (let word = 0; word < starts.length; word += 1) {
    const start = starts[word] as number;
    prices.skipped[word] = isFurniture[word] ? SKIPPED_FURNITURE : NOT_SKIPPED;
    prices.borders[word] = isSentence[word] ? 0 : toPrice(priceOfBorder(text, start, unseen));
    prices.told[word] = toPrice(told?.[word] ?? 0);
  }
  return prices;
}

/** Walks the table back from its end. */
function toPieces(old: Words, now: Words, ways: Uint8Array): Piece[] {
  const width = now.count + 1;
  const pieces: Piece[] = [];
  let row = old.count;
  let column = now.count;
  const take = (rows: number, columns: number) => {
    const from = old.starts[row - rows] as number;
    const at = now.starts[column - columns] as number;
    pieces.push({ old: from, new: at, length: (old.starts[row] as number) - from });
  };
  while (row > 0 || column > 0) {
    const way = (ways[row * width + column] as number) & STEP;
    if (way === OUT) {
      while (((ways[row * width + column] as number) & OUT_GOES_ON) !== 0) row -= 1;
      row -= 1;
    } else if (way === IN) {
      while (((ways[row * width + column] as number) & IN_GOES_ON) !== 0) column -= 1;
      column -= 1;
    } else if (way === CUT) {
      row -= 1;
      while (!old.isSentence[row]) row -= 1;
    } else if (way === UNKNOWN) row -= 1;
    else if (way === UNKNOWN_MORE || way === SKIPPED) column -= 1;
    else if (way === PAIR) {
      if (areSame(old, row - 1, now, column - 1)) take(1, 1);
      else pieces.push(...likePieces(old, row - 1, now, column - 1).reverse());
      row -= 1;
      column -= 1;
    } else {
      const [rows, columns] = way === PARTED_IN_NEW ? [1, 2] : [2, 1];
      take(rows, columns);
      row -= rows;
      column -= columns;
    }
  }
  return pieces.reverse();
}

/** What a misspelt word still has. */
function likePieces(old: Words, at: number, now: Words, to: number): Piece[] {
  const part = knownPartOf(old, at, now, to);
  if (part !== undefined) {
    return [
      { old: old.starts[at] as number, new: (now.starts[to] as number) + part, length: lengthOf(old, at) },
    ];
  }
  if (!areAlike(old, at, now, to)) return [];
  const before = countFirst(old, at, now, to);
  const after = countLast(old, at, now, to, before);
  const head = { old: old.starts[at] as number, new: now.starts[to] as number, length: before };
  const tail = {
    old: (old.starts[at + 1] as number) - after,
    new: (now.starts[to + 1] as number) - after,
    length: after,
  };
  return [head, tail].filter(({ length }) => length > 0);
}
