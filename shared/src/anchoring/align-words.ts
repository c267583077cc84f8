import {
  LEAST_ALIKE,
  MISSPELT,
  OTHER_NUMBER,
  PUT_IN,
  PUT_IN_MORE,
  TAKEN_OUT,
  TAKEN_OUT_MORE,
  UNSEEN,
} from './change-prices.ts';
import type { Gap } from './fill-gaps.ts';
import { isFurnitureAt } from './page-furniture.ts';
import { countEqual, type Piece } from './pieces.ts';
import { isSentenceStart } from './sentences.ts';
import { areEqual, type Skeleton } from './skeleton.ts';
import { APART_CODE } from './sparse-original.ts';
import { priceOfBorder } from './unseen-borders.ts';
import { hashWord, priceWords } from './word-model.ts';
import { findWordStarts, isNumbering } from './word-starts.ts';

/** More pairs of words than this are not compared. */
const MOST_PAIRS = 80_000;

/** A new word costs what it takes to say which: see also `change-prices.ts`. */
const REPLACED = 8.5;
/** A sentence that was taken out whole. */
const SENTENCE = 2.2;
/** Words that a layout parted, or wrote as one. */
const PARTED = 1;
/** A word of a line that pages have, and the text has not. */
const FURNITURE = 0.5;

/** How a place of the table is reached. */
const PAIR = 1;
const OUT = 2;
const IN = 3;
const CUT = 4;
const PARTED_IN_NEW = 5;
const PARTED_IN_OLD = 6;
const UNKNOWN = 7;
const UNKNOWN_MORE = 8;
const SKIPPED = 9;
/** Set where a run of words taken out, or put in, starts. */
const OUT_STARTS = 16;
const IN_STARTS = 32;
const WAY = 15;
const NEVER = Number.POSITIVE_INFINITY;
const NONE = -1;

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
  if (oldWords.count * newWords.count > MOST_PAIRS) return undefined;
  const isSparse = old.codes.subarray(gap.oldFrom, gap.oldTo).includes(APART_CODE);
  const told = isSparse ? priceWords(text, newWords.starts, newWords.hashes) : undefined;
  return toPieces(oldWords, newWords, fillTable(oldWords, newWords, pricesIn(text, newWords, unseen), told));
}

/** The words of a stretch of a skeleton. */
interface Words {
  readonly codes: Uint16Array;
  readonly count: number;
  /** Where each starts, and after the last one where the stretch ends. */
  readonly starts: readonly number[];
  readonly lengths: Int32Array;
  /** The first code unit of each, and in the lower half the last. */
  readonly ends: Int32Array;
  /** Whether a sentence starts with it, or with what follows the stretch. */
  readonly isSentence: readonly boolean[];
  readonly hashes: Int32Array;
  /** What else there is to know of each: see `NUMBER`. */
  readonly traits: Uint8Array;
}

const NUMBER = 1;
/** Only the start of the word is known, or only its end: what the quotes tell of a text ends anywhere. */
const START = 2;
const END = 4;

function wordsOf(skeleton: Skeleton, from: number, to: number): Words {
  const { codes } = skeleton;
  const starts = [...findWordStarts(skeleton, from, to), to];
  const count = starts.length - 1;
  const lengths = new Int32Array(count);
  const ends = new Int32Array(count);
  const hashes = new Int32Array(count);
  const traits = new Uint8Array(count);
  for (let word = 0; word < count; word += 1) {
    const [first, end] = [starts[word] as number, starts[word + 1] as number];
    lengths[word] = end - first;
    ends[word] = ((codes[first] as number) << 16) | (codes[end - 1] as number);
    hashes[word] = hashWord(codes, first, end);
    traits[word] =
      (isNumbering(codes, first, end) ? NUMBER : 0) |
      (codes[end] === APART_CODE ? START : 0) |
      (codes[first - 1] === APART_CODE ? END : 0);
  }
  const isSentence = starts.map(
    (at) => at === 0 || at === codes.length || isBesideUnknown(codes, at) || isSentenceStart(skeleton, at),
  );
  return { codes, count, starts, lengths, ends, isSentence, hashes, traits };
}

function isBesideUnknown(codes: Uint16Array, at: number): boolean {
  return codes[at] === APART_CODE || codes[at - 1] === APART_CODE;
}

/** The prices of the cheapest ways to each pair of places, and the last step of each way. */
interface Table {
  readonly width: number;
  readonly prices: Float32Array;
  readonly ways: Uint8Array;
  /** For each column, the price when the last word of the old text was taken out. */
  readonly outs: Float32Array;
}

/** What stands in the new text, and where, has a price of its own. */
interface Prices {
  /** Of each word, that it is passed over: page furniture costs little. */
  readonly skipped: Float64Array;
  /** Before each word, and behind the last, that a sentence was taken out there. */
  readonly borders: Float64Array;
}

function pricesIn(text: Skeleton, { starts, isSentence }: Words, unseen: number): Prices {
  return {
    skipped: Float64Array.from(isFurnitureAt(text, starts), (is) => (is ? FURNITURE : NEVER)),
    borders: Float64Array.from(starts, (at, word) =>
      isSentence[word] ? 0 : priceOfBorder(text, at, unseen),
    ),
  };
}

/** @param told what each word of the new text tells; undefined where all of the old one is known. */
function fillTable(old: Words, now: Words, own: Prices, told: Float32Array | undefined): Uint8Array {
  const width = now.count + 1;
  const size = (old.count + 1) * width;
  const table: Table = {
    width,
    prices: new Float32Array(size),
    ways: new Uint8Array(size),
    outs: new Float32Array(width).fill(NEVER),
  };
  let sentence = NONE;
  for (let row = 0; row <= old.count; row += 1) {
    const isSentence = old.isSentence[row] === true;
    const isUnknown = row > 0 && old.codes[old.starts[row - 1] as number] === APART_CODE;
    if (isUnknown && told !== undefined) fillUnknown(table, row, told);
    else fillRow(table, old, now, own, row, isSentence ? sentence : NONE);
    if (isSentence) sentence = row;
  }
  return table.ways;
}

/**
 * Fills one row from those before it.
 *
 * @param cut the row at which the sentence starts that ends here; `NONE` when none does.
 */
function fillRow(table: Table, old: Words, now: Words, own: Prices, row: number, cut: number): void {
  const { width, prices, ways, outs } = table;
  const { skipped, borders } = own;
  let put = NEVER;
  for (let column = 0; column < width; column += 1) {
    const at = row * width + column;
    let least = row === 0 && column === 0 ? 0 : NEVER;
    let way = 0;
    if (row > 0) {
      const started = (prices[at - width] as number) + TAKEN_OUT;
      const further = (outs[column] as number) + TAKEN_OUT_MORE;
      least = Math.min(started, further);
      outs[column] = least;
      way = started <= further ? OUT | OUT_STARTS : OUT;
    }
    let starts = way & OUT_STARTS;
    if (column > 0) {
      const started = (prices[at - 1] as number) + PUT_IN;
      const further = put + PUT_IN_MORE;
      put = Math.min(started, further);
      if (started <= further) starts |= IN_STARTS;
      if (put < least) {
        least = put;
        way = IN;
      }
      const price = (prices[at - 1] as number) + (skipped[column - 1] as number);
      if (price < least) {
        least = price;
        way = SKIPPED;
      }
    }
    if (cut >= 0) {
      const price = (prices[cut * width + column] as number) + SENTENCE + (borders[column] as number);
      if (price < least) {
        least = price;
        way = CUT;
      }
    }
    prices[at] = least;
    if (row > 0 && column > 0) way = pairWords(table, old, now, row, column) || way;
    ways[at] = (way & WAY) | starts;
  }
}

/** Fills the row behind words that are not known: whatever stands there may be these. */
function fillUnknown({ width, prices, ways, outs }: Table, row: number, told: Float32Array): void {
  outs.fill(NEVER);
  for (let column = 0; column < width; column += 1) {
    const at = row * width + column;
    const none = prices[at - width] as number;
    const more = column > 0 ? (prices[at - 1] as number) + (told[column - 1] as number) : NEVER;
    prices[at] = Math.min(none, more);
    ways[at] = none <= more ? UNKNOWN : UNKNOWN_MORE;
  }
}

/** Pairs the words before two places where that is no dearer than what leads there; 0 where it is. */
function pairWords({ width, prices }: Table, old: Words, now: Words, row: number, column: number): number {
  const at = row * width + column;
  const before = at - width - 1;
  let least = prices[at] as number;
  let way = 0;
  const paired = prices[before] as number;
  if (paired <= least) {
    const price = paired + priceOfPair(old, row - 1, now, column - 1, least - paired < MISSPELT);
    if (price <= least) {
      least = price;
      way = PAIR;
    }
  }
  const partedInNew = column > 1 ? (prices[before - 1] as number) + PARTED : NEVER;
  if (partedInNew < least && areTogether(old, row - 1, now, column - 2)) {
    least = partedInNew;
    way = PARTED_IN_NEW;
  }
  const partedInOld = row > 1 ? (prices[before - width] as number) + PARTED : NEVER;
  if (partedInOld < least && areTogether(now, column - 1, old, row - 2)) {
    least = partedInOld;
    way = PARTED_IN_OLD;
  }
  prices[at] = least;
  return way;
}

/** The price of replacing a word by another; `isSameOnly` where only the same word is worth its price. */
function priceOfPair(old: Words, at: number, now: Words, to: number, isSameOnly: boolean): number {
  if (old.hashes[at] === now.hashes[to] && areSame(old, at, now, to)) return 0;
  const traits = old.traits[at] as number;
  if (traits > NUMBER && knownPartOf(old, at, now, to) !== undefined) return 0;
  if (isSameOnly) return NEVER;
  if ((traits & (now.traits[to] as number) & NUMBER) !== 0) return REPLACED + OTHER_NUMBER;
  return areAlike(old, at, now, to) ? MISSPELT : REPLACED;
}

/** Where in a word of the new text the known part of an old one stands; undefined where it does not, or is the whole. */
function knownPartOf(old: Words, at: number, now: Words, to: number): number | undefined {
  const traits = old.traits[at] as number;
  const length = lengthOf(old, at);
  const most = lengthOf(now, to) - length;
  if (most < 0) return undefined;
  const own = old.starts[at] as number;
  const other = now.starts[to] as number;
  if ((traits & START) !== 0 && areEqual(old.codes, own, now.codes, other, length)) return 0;
  return (traits & END) !== 0 && areEqual(old.codes, own, now.codes, other + most, length) ? most : undefined;
}

function areSame(old: Words, at: number, now: Words, to: number): boolean {
  const length = lengthOf(old, at);
  return (
    length === lengthOf(now, to) &&
    areEqual(old.codes, old.starts[at] as number, now.codes, now.starts[to] as number, length)
  );
}

/** Whether a word is what the word `to` and the next one of the others are together. */
function areTogether(one: Words, at: number, others: Words, to: number): boolean {
  const length = lengthOf(one, at);
  const start = others.starts[to] as number;
  if (length !== (others.starts[to + 2] as number) - start) return false;
  return areEqual(one.codes, one.starts[at] as number, others.codes, start, length);
}

/** Whether a word is misspelt as the other. */
function areAlike(old: Words, at: number, now: Words, to: number): boolean {
  const length = lengthOf(old, at);
  const other = lengthOf(now, to);
  const least = LEAST_ALIKE * Math.max(length, other);
  if (Math.min(length, other) < least) return false;
  const differs = (old.ends[at] as number) ^ (now.ends[to] as number);
  if (differs >>> 16 !== 0 && (differs & 0xffff) !== 0) return false;
  const before = countFirst(old, at, now, to);
  return before + countLast(old, at, now, to, before) >= least;
}

/** How many code units two words have in common at their start … */
function countFirst(old: Words, at: number, now: Words, to: number): number {
  const most = Math.min(lengthOf(old, at), lengthOf(now, to));
  return countEqual(old.codes, now.codes, old.starts[at] as number, now.starts[to] as number, 1, most);
}

/** … and behind the first `before`, at their end. */
function countLast(old: Words, at: number, now: Words, to: number, before: number): number {
  const most = Math.min(lengthOf(old, at), lengthOf(now, to)) - before;
  const last = (old.starts[at + 1] as number) - 1;
  return countEqual(old.codes, now.codes, last, (now.starts[to + 1] as number) - 1, -1, most);
}

function lengthOf(words: Words, at: number): number {
  return words.lengths[at] as number;
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
    const way = (ways[row * width + column] as number) & WAY;
    if (way === OUT) {
      while (((ways[row * width + column] as number) & OUT_STARTS) === 0) row -= 1;
      row -= 1;
    } else if (way === IN) {
      while (((ways[row * width + column] as number) & IN_STARTS) === 0) column -= 1;
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
