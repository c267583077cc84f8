import { briefInt32s, briefUint8s } from './brief-tables.ts';
import { LEAST_ALIKE } from './change-prices.ts';
import { countEqual } from './pieces.ts';
import { isSentenceStart } from './sentences.ts';
import { areEqual, type Skeleton } from './skeleton.ts';
import { APART_CODE, isBesideUnknown } from './sparse-original.ts';
import { hashWord } from './word-model.ts';
import { findWordStarts, isNumbering } from './word-starts.ts';

/** The words of a stretch of a skeleton. */
export interface Words {
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

/** The words from `from` up to `to` (exclusive) of a skeleton, in brief tables. Cost: linear in the stretch. */
export function wordsOf(skeleton: Skeleton, from: number, to: number): Words {
  const { codes } = skeleton;
  const starts = findWordStarts(skeleton, from, to);
  const count = starts.length;
  starts.push(to);
  const lengths = briefInt32s(count);
  const ends = briefInt32s(count);
  const hashes = briefInt32s(count);
  const traits = briefUint8s(count);
  for (let word = 0; word < count; word += 1) {
    const first = starts[word] as number;
    const end = starts[word + 1] as number;
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

/** Whether only a part of a word is known. */
export function isKnownInPart({ traits }: Words, at: number): boolean {
  return (traits[at] as number) > NUMBER;
}

export function isNumber({ traits }: Words, at: number): boolean {
  return ((traits[at] as number) & NUMBER) !== 0;
}

/** Where in a word of the new text the known part of an old one stands; undefined where it does not, or is the whole. */
export function knownPartOf(old: Words, at: number, now: Words, to: number): number | undefined {
  const traits = old.traits[at] as number;
  const length = lengthOf(old, at);
  const most = lengthOf(now, to) - length;
  if (most < 0) return undefined;
  const own = old.starts[at] as number;
  const other = now.starts[to] as number;
  if ((traits & START) !== 0 && areEqual(old.codes, own, now.codes, other, length)) return 0;
  return (traits & END) !== 0 && areEqual(old.codes, own, now.codes, other + most, length) ? most : undefined;
}

export function areSame(old: Words, at: number, now: Words, to: number): boolean {
  const length = lengthOf(old, at);
  return (
    old.hashes[at] === now.hashes[to] &&
    length === lengthOf(now, to) &&
    areEqual(old.codes, old.starts[at] as number, now.codes, now.starts[to] as number, length)
  );
}

/** Whether a word is what the word `to` and the next one of the others are together. */
export function areTogether(one: Words, at: number, others: Words, to: number): boolean {
  const length = lengthOf(one, at);
  const start = others.starts[to] as number;
  if (length !== (others.starts[to + 2] as number) - start) return false;
  return areEqual(one.codes, one.starts[at] as number, others.codes, start, length);
}

/** Whether a word is misspelt as the other. */
export function areAlike(old: Words, at: number, now: Words, to: number): boolean {
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
export function countFirst(old: Words, at: number, now: Words, to: number): number {
  const most = Math.min(lengthOf(old, at), lengthOf(now, to));
  return countEqual(old.codes, now.codes, old.starts[at] as number, now.starts[to] as number, 1, most);
}

/** … and behind the first `before`, at their end. */
export function countLast(old: Words, at: number, now: Words, to: number, before: number): number {
  const most = Math.min(lengthOf(old, at), lengthOf(now, to)) - before;
  const last = (old.starts[at + 1] as number) - 1;
  return countEqual(old.codes, now.codes, last, (now.starts[to + 1] as number) - 1, -1, most);
}

export function lengthOf(words: Words, at: number): number {
  return words.lengths[at] as number;
}
