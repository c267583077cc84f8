import { briefInt32s, briefUint8s, briefUint32s } from './brief-tables.ts';
import { MISSPELT, OTHER_NUMBER, PUT_IN, PUT_IN_MORE, TAKEN_OUT, TAKEN_OUT_MORE } from './change-prices.ts';
import { APART_CODE } from './sparse-original.ts';
import {
  areAlike,
  areSame,
  areTogether,
  isKnownInPart,
  isNumber,
  knownPartOf,
  type Words,
} from './stretch-words.ts';

/** A new word costs what it takes to say which: see also `change-prices.ts`. */
const REPLACED = 8.5;
/** A sentence that was taken out whole. */
const SENTENCE = 2.2;
/** Words that a layout parted, or wrote as one. */
const PARTED = 1;

/** How a place of the table is reached; of steps that cost the same, the first. */
export const PAIR = 1;
export const OUT = 2;
export const IN = 3;
export const SKIPPED = 4;
export const CUT = 5;
export const PARTED_IN_NEW = 6;
const PARTED_IN_OLD = 7;
export const UNKNOWN = 8;
export const UNKNOWN_MORE = 9;
/** The step; beside it, set where a run of words taken out, or put in, goes on. */
export const STEP = 15;
export const OUT_GOES_ON = 16;
export const IN_GOES_ON = 32;

/**
 * Prices are whole numbers of hundredths above four bits that are free for the step: the less of two sums is then the
 * cheaper way, and has its step with it.
 */
const HUNDREDTH = STEP + 1;
const PRICE = ~STEP;
/** More than any way through a table costs; twice this is still a number of 32 bits. */
const NEVER = 2 ** 30 - HUNDREDTH;
/** In place of the step, for a run of words taken out or put in. */
const GOES_ON = 1;

/** A price as the table has it. */
export function toPrice(price: number): number {
  return Math.min(NEVER, HUNDREDTH * Math.round(100 * price));
}

const START_OUT = toPrice(TAKEN_OUT);
const MORE_OUT = toPrice(TAKEN_OUT_MORE) + GOES_ON;
const START_IN = toPrice(PUT_IN);
const MORE_IN = toPrice(PUT_IN_MORE) + GOES_ON;
const CUT_OUT = toPrice(SENTENCE) + CUT;
const PAIR_OF_SAME = PAIR;
const PAIR_OF_ALIKE = toPrice(MISSPELT) + PAIR;
const PAIR_OF_NUMBERS = toPrice(REPLACED + OTHER_NUMBER) + PAIR;
const PAIR_OF_OTHERS = toPrice(REPLACED) + PAIR;

/** What stands in the new text, and where, has a price of its own: see `toPrice`. Of each word, and behind the last. */
export interface OwnPrices {
  /** That it is passed over: page furniture costs little. */
  readonly skipped: Int32Array;
  /** That a sentence was taken out before it. */
  readonly borders: Int32Array;
  /** What it tells, for where nothing is known of the old text. */
  readonly told: Int32Array;
}

/**
 * Fills a table of the places that are behind so many words of the old text (a row each) and so many of the new one.
 *
 * Cost: time and bytes in the product of both; of prices only the rows are kept that are still needed. What an inner loop
 * decides is computed and not asked, since hardly any of it could be foreseen by a processor.
 *
 * @returns the last step of the cheapest way to each place, row by row.
 */
export function fillTable(old: Words, now: Words, prices: OwnPrices): Uint8Array {
  const width = now.count + 1;
  const ways = briefUint8s((old.count + 1) * width);
  const newRow = () => briefInt32s(width).fill(NEVER);
  const table = { ways, outs: newRow(), pairs: newRow() };
  const index = indexEnds(now);
  let [row, above, twoAbove] = [newRow(), newRow(), newRow()];
  row[0] = 0;
  putIn(table, 0, row, prices);
  /** The row at which the sentence starts that was the last to start. */
  const sentence = row.slice();
  let hasSentence = old.isSentence[0] === true;
  for (let word = 0; word < old.count; word += 1) {
    [row, above, twoAbove] = [twoAbove, row, above];
    const from = (word + 1) * width;
    const isSentence = old.isSentence[word + 1] === true;
    if (old.codes[old.starts[word] as number] === APART_CODE) leaveUnknown(table, from, row, above, prices);
    else {
      pricePairs(table.pairs, old, word, now, index);
      takeOut(table, from, row, above);
      if (isSentence && hasSentence) cut(row, sentence, prices);
      pairParted(row, above, twoAbove, old, word, now, index);
      putIn(table, from, row, prices);
    }
    if (!isSentence) continue;
    sentence.set(row);
    hasSentence = true;
  }
  return ways;
}

/** What is filled, and what the next row is filled from beside the ones before it. */
interface Table {
  readonly ways: Uint8Array;
  /** For each column, the price when the last word of the old text was taken out. */
  readonly outs: Int32Array;
  /** For each word of the new text what it costs that it stands instead of the one of the row. */
  readonly pairs: Int32Array;
}

/** The less of two whole numbers. */
function lessOf(one: number, other: number): number {
  const difference = (one - other) | 0;
  return (other + (difference & (difference >> 31))) | 0;
}

/** Starts a row with what is reached by taking out a word of the old text, or by pairing it with one of the new. */
function takeOut({ ways, outs, pairs }: Table, from: number, row: Int32Array, above: Int32Array): void {
  let paired = NEVER;
  for (let column = 0; column < row.length; column += 1) {
    const up = above[column] as number;
    const out = lessOf(up + START_OUT, (outs[column] as number) + MORE_OUT);
    const price = out & PRICE;
    outs[column] = price;
    row[column] = lessOf(price | OUT, paired);
    ways[from + column] = (out & GOES_ON) * OUT_GOES_ON;
    paired = up + (pairs[column] as number);
  }
}

/** Adds to a row that the sentence was taken out which ends there, and starts at the row `from`. */
function cut(row: Int32Array, from: Int32Array, { borders }: OwnPrices): void {
  for (let column = 0; column < row.length; column += 1) {
    const price = (from[column] as number) + (borders[column] as number) + CUT_OUT;
    row[column] = lessOf(row[column] as number, price);
  }
}

/** Adds to a row where one word is what two were: it starts as the first of them, and ends as the second. */
function pairParted(
  row: Int32Array,
  above: Int32Array,
  twoAbove: Int32Array,
  old: Words,
  word: number,
  now: Words,
  { heads, chains }: EndsIndex,
): void {
  const { count, lengths } = now;
  const ends = old.ends[word] as number;
  const length = old.lengths[word] as number;
  const [firsts, lasts] = chains;
  for (let next = heads[0][(ends >>> 16) & FOLD] as number; next > 0; next = firsts[next] as number) {
    const isAsLong = next < count && (lengths[next - 1] as number) + (lengths[next] as number) === length;
    if (!isAsLong || !areTogether(old, word, now, next - 1)) continue;
    const price = (above[next - 1] as number) + toPrice(PARTED) + PARTED_IN_NEW;
    row[next + 1] = lessOf(row[next + 1] as number, price);
  }
  if (word === 0) return;
  const lengthOfTwo = (old.lengths[word - 1] as number) + length;
  for (let next = heads[1][ends & FOLD] as number; next > 0; next = lasts[next] as number) {
    if (lengths[next - 1] !== lengthOfTwo || !areTogether(now, next - 1, old, word - 1)) continue;
    const price = (twoAbove[next - 1] as number) + toPrice(PARTED) + PARTED_IN_OLD;
    row[next] = lessOf(row[next] as number, price);
  }
}

/** Goes along a row, where words of the new text are put in or passed over, and notes how each place is reached. */
function putIn({ ways }: Table, from: number, row: Int32Array, { skipped }: OwnPrices): void {
  let put = NEVER;
  let started = NEVER;
  let passed = NEVER;
  for (let column = 0; column < row.length; column += 1) {
    const next = lessOf(started, put + MORE_IN);
    put = next & PRICE;
    const least = lessOf(lessOf(row[column] as number, passed), put | IN);
    const price = least & PRICE;
    row[column] = price;
    ways[from + column] = (ways[from + column] as number) | (least & STEP) | ((next & GOES_ON) * IN_GOES_ON);
    started = price + START_IN;
    passed = price + (skipped[column] as number) + SKIPPED;
  }
}

/** Fills the row behind words that are not known: whatever stands there may be these. */
function leaveUnknown(
  { ways, outs }: Table,
  from: number,
  row: Int32Array,
  above: Int32Array,
  { told }: OwnPrices,
): void {
  outs.fill(NEVER);
  let more = NEVER;
  for (let column = 0; column < row.length; column += 1) {
    const least = lessOf((above[column] as number) + UNKNOWN, more);
    const price = least & PRICE;
    row[column] = price;
    ways[from + column] = least & STEP;
    more = price + (told[column] as number) + UNKNOWN_MORE;
  }
}

/** Words by the code unit at their start and at their end, in chains. */
interface EndsIndex {
  /** For each code unit, folded, the last word that has it, and for each word the one before it; counted from 1. */
  readonly heads: readonly [Uint32Array, Uint32Array];
  readonly chains: readonly [Uint32Array, Uint32Array];
  readonly numbers: readonly number[];
}

/** Code units that differ in other bits than these share a chain. */
const FOLD = 127;

function indexEnds(words: Words): EndsIndex {
  const { count, ends } = words;
  const [byFirst, byLast] = [briefUint32s(FOLD + 1), briefUint32s(FOLD + 1)];
  const [chain, chainByLast] = [briefUint32s(count + 1), briefUint32s(count + 1)];
  const numbers: number[] = [];
  for (let word = 0; word < count; word += 1) {
    const both = ends[word] as number;
    const first = (both >>> 16) & FOLD;
    const last = both & FOLD;
    chain[word + 1] = byFirst[first] as number;
    byFirst[first] = word + 1;
    chainByLast[word + 1] = byLast[last] as number;
    byLast[last] = word + 1;
    if (isNumber(words, word)) numbers.push(word);
  }
  return { heads: [byFirst, byLast], chains: [chain, chainByLast], numbers };
}

/**
 * Works out what it costs that words of the new text stand instead of one of the old: nothing for the same, or where what
 * is known of it is in there, little for one that is misspelt. All these have an end in common.
 */
function pricePairs(pairs: Int32Array, old: Words, word: number, now: Words, index: EndsIndex): void {
  pairs.fill(PAIR_OF_OTHERS);
  if (isNumber(old, word)) for (const to of index.numbers) pairs[to] = PAIR_OF_NUMBERS;
  const ends = old.ends[word] as number;
  const isPart = isKnownInPart(old, word);
  for (const side of [0, 1] as const) {
    const chain = index.chains[side];
    const code = side === 0 ? ends >>> 16 : ends;
    for (let next = index.heads[side][code & FOLD] as number; next > 0; next = chain[next] as number) {
      const to = next - 1;
      if (areSame(old, word, now, to) || (isPart && knownPartOf(old, word, now, to) !== undefined))
        pairs[to] = PAIR_OF_SAME;
      else if (pairs[to] === PAIR_OF_OTHERS && areAlike(old, word, now, to)) pairs[to] = PAIR_OF_ALIKE;
    }
  }
}
