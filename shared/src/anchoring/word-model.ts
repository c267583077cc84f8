import { briefFloat32s, briefInt32s } from './brief-tables.ts';
import type { Skeleton } from './skeleton.ts';
import { findWordStarts } from './word-starts.ts';

/** Of longer texts so many code units are counted, in blocks that lie as far from each other. */
const SAMPLE = 2 ** 17;
const BLOCK = 4096;
/** Only a sample of nothing but one letter, again and again, has more of any word. */
const MOST_COUNTED = 2 ** 16 - 1;
/** No word costs more: what is seldom may still be in any text. */
const MOST = 8;
/** So many code units before a stretch are read. */
const RECENT = 768;
const PRIME = 0x01000193;
const MIX = 0x9e3779b1;

/** How often words, pairs and triples of words stand in a text, by hash. */
interface WordModel {
  /** The code units of the text. */
  readonly codes: Uint16Array;
  readonly counts: readonly [ones: Uint16Array, twos: Uint16Array, threes: Uint16Array];
  readonly shift: number;
  readonly words: number;
  /** One in so many blocks is counted. */
  readonly stride: number;
}

/** By the memory of a skeleton: the next one that is written there has its words counted where those of the last one were. */
const known = new WeakMap<ArrayBufferLike, WordModel>();

/**
 * What each word of a stretch of a text tells, as minus its log-likelihood behind the two words before it.
 *
 * Where sentences are made by one pattern, their words tell next to nothing: that a sentence has them does not show
 * that it is another one's.
 * Method: counts of triples, falling back on pairs and these on words; the word itself is not counted. Rows of a list go
 * on as those just before them did, so the word that stood last behind the same two, or one, is likely again, by as much
 * as that was so in the stretch.
 * Cost: at most 128 K code units, once for a text; then linear in the stretch.
 * Source: I. Witten and T. Bell, "The zero-frequency problem", IEEE Trans. Information Theory 37 (1991); R. Kuhn and
 * R. De Mori, "A cache-based natural language model", IEEE Trans. PAMI 12 (1990).
 *
 * @param starts where the words start, and after the last one where the stretch ends.
 * @param hashes what `hashWord` makes of each.
 */
export function priceWords(
  skeleton: Skeleton,
  starts: readonly number[],
  hashes: ArrayLike<number>,
): Float32Array {
  const { codes } = skeleton;
  let model = known.get(codes.buffer);
  if (model?.codes !== codes) {
    model = countWords(skeleton, model);
    known.set(codes.buffer, model);
  }
  const { counts, shift, words, stride } = model;
  const [ones, twos, threes] = counts;
  const prices = briefFloat32s(hashes.length);
  const recent = readRecent(skeleton, starts[0] ?? 0, hashes.length);
  let [before, twoBefore] = [0, 0];
  let [last, lastPair] = [0, 0];
  for (let word = 0; word < hashes.length; word += 1) {
    const own = Math.floor((starts[word] as number) / BLOCK) % stride === 0 ? 1 : 0;
    const hash = hashes[word] as number;
    const pair = withBefore(before, hash);
    const triple = withBefore(withBefore(twoBefore, pair), hash);
    const one = Math.max(0, (ones[slotOf(hash, shift)] as number) - own);
    const two = Math.max(0, (twos[slotOf(pair, shift)] as number) - own);
    const three = Math.max(0, (threes[slotOf(triple, shift)] as number) - own);
    const alone = (one + 0.5) / (words + 1);
    const paired = (two + alone) / (last + 1);
    const likely = (three + paired) / (lastPair + 1);
    prices[word] = Math.min(MOST, -Math.log(recent.likelihoodOf(hash, Math.min(1, likely))));
    last = one;
    lastPair = two;
    twoBefore = before;
    before = hash;
  }
  return prices;
}

/** Slots of the words that are read, by hash. */
const SLOTS = 256;

/**
 * What the words just before a place of a text tell of those that follow; it goes on with each word that it is asked about.
 *
 * @param more how many words it is asked about.
 */
function readRecent(skeleton: Skeleton, to: number, more: number) {
  const starts = findWordStarts(skeleton, Math.max(0, to - RECENT), to);
  /** The words read, each with the one before it; in front a place of none. */
  const words = briefInt32s(starts.length + more + 1);
  const pairs = briefInt32s(words.length);
  /** In each slot the last word that has one behind it, and for each word the one before it in its slot. */
  const slots = briefInt32s(SLOTS);
  const chain = briefInt32s(words.length);
  let count = 0;
  let [told, right] = [0, 0];
  const read = (hash: number) => {
    const last = words[count] as number;
    const slot = last & (SLOTS - 1);
    chain[count] = slots[slot] as number;
    slots[slot] = count;
    count += 1;
    words[count] = hash;
    pairs[count] = withBefore(last, hash);
  };
  starts.forEach((start, at) => {
    read(hashWord(skeleton.codes, start, starts[at + 1] ?? to));
  });
  /** The word that stood last behind the two before it, or else behind the one; undefined when none did. */
  const findExpected = (): number | undefined => {
    const last = words[count] as number;
    let found: number | undefined;
    for (let at = slots[last & (SLOTS - 1)] as number; at > 0; at = chain[at] as number) {
      if (words[at] !== last) continue;
      if (pairs[at] === pairs[count]) return words[at + 1];
      found ??= words[at + 1];
    }
    return found;
  };
  /** How likely a word is here that is as `likely` anywhere behind the same words. */
  const likelihoodOf = (hash: number, likely: number): number => {
    const expected = findExpected();
    read(hash);
    if (expected === undefined) return likely;
    const rate = (right + 0.5) / (told + 2);
    told += 1;
    if (expected !== hash) return (1 - rate) * likely;
    right += 1;
    return (1 - rate) * likely + rate;
  };
  return { likelihoodOf };
}

/** The hash of a word: of the code units from `from` up to `to` (exclusive). */
export function hashWord(codes: Uint16Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (codes[at] as number)) | 0;
  return hash;
}

/** @param spent a model that nobody reads any more. */
function countWords(skeleton: Skeleton, spent: WordModel | undefined): WordModel {
  const { codes } = skeleton;
  const stride = Math.max(1, Math.ceil(codes.length / SAMPLE));
  const shift = 32 - Math.max(8, Math.ceil(Math.log2(Math.min(codes.length, SAMPLE) + 1)));
  const newCounts = () => new Uint16Array(2 ** (32 - shift));
  const [ones, twos, threes] =
    spent?.shift === shift ? spent.counts : ([newCounts(), newCounts(), newCounts()] as const);
  for (const counts of [ones, twos, threes]) counts.fill(0);
  let words = 0;
  for (let from = 0; from < codes.length; from += BLOCK * stride) {
    const to = Math.min(codes.length, from + BLOCK);
    const starts = findWordStarts(skeleton, from, to);
    words += starts.length;
    let [before, twoBefore] = [0, 0];
    for (let word = 0; word < starts.length; word += 1) {
      const hash = hashWord(codes, starts[word] as number, starts[word + 1] ?? to);
      const pair = withBefore(before, hash);
      count(ones, hash, shift);
      count(twos, pair, shift);
      count(threes, withBefore(withBefore(twoBefore, pair), hash), shift);
      twoBefore = before;
      before = hash;
    }
  }
  return { codes, counts: [ones, twos, threes], shift, words, stride };
}

function count(counts: Uint16Array, hash: number, shift: number): void {
  const slot = slotOf(hash, shift);
  counts[slot] = Math.min(MOST_COUNTED, (counts[slot] as number) + 1);
}

/** The hash of words of which all but the first are `hash`, from that of the first: of a pair, or of a triple. */
function withBefore(before: number, hash: number): number {
  return Math.imul(before, PRIME) ^ hash;
}

function slotOf(hash: number, shift: number): number {
  return Math.imul(hash ^ (hash >>> 15), MIX) >>> shift;
}
