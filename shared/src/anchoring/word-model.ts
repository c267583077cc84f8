import type { Skeleton } from './skeleton.ts';
import { findWordStarts } from './word-starts.ts';

/** Of longer texts so many code units are counted, in blocks that lie as far from each other. */
const SAMPLE = 2 ** 17;
const BLOCK = 4096;
/** No word costs more: what is seldom may still be in any text. */
const MOST = 8;
/** So many code units before a stretch are read. */
const RECENT = 768;
const PRIME = 0x01000193;
const MIX = 0x9e3779b1;

/** How often words, pairs and triples of words stand in a text, by hash. */
interface WordModel {
  readonly counts: readonly Uint32Array[];
  readonly shift: number;
  readonly words: number;
  /** One in so many blocks is counted. */
  readonly stride: number;
}

const known = new WeakMap<Skeleton, WordModel>();

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
  let model = known.get(skeleton);
  if (model === undefined) {
    model = countWords(skeleton);
    known.set(skeleton, model);
  }
  const { counts, shift, words, stride } = model;
  const prices = new Float32Array(hashes.length);
  const recent = readRecent(skeleton, starts[0] ?? 0);
  let [last, lastPair] = [0, 0];
  for (let word = 0; word < hashes.length; word += 1) {
    const own = Math.floor((starts[word] as number) / BLOCK) % stride === 0 ? 1 : 0;
    const countOf = (more: number) =>
      Math.max(0, ((counts[more] as Uint32Array)[slotOf(hashes, word, more, shift)] as number) - own);
    const [one, two, three] = [countOf(0), countOf(1), countOf(2)];
    const alone = (one + 0.5) / (words + 1);
    const paired = (two + alone) / (last + 1);
    const likely = (three + paired) / (lastPair + 1);
    prices[word] = Math.min(
      MOST,
      -Math.log(recent.likelihoodOf(hashes[word] as number, Math.min(1, likely))),
    );
    [last, lastPair] = [one, two];
  }
  return prices;
}

/** What the words just before a place of a text tell of those that follow; it goes on with each word that it is asked about. */
function readRecent(skeleton: Skeleton, to: number) {
  /** The word that stood last behind a word, and behind a pair of words. */
  const behindWord = new Map<number, number>();
  const behindPair = new Map<number, number>();
  let [last, lastPair] = [0, 0];
  let [told, right] = [0, 0];
  const read = (hash: number) => {
    behindWord.set(last, hash);
    behindPair.set(lastPair, hash);
    [last, lastPair] = [hash, Math.imul(last, PRIME) ^ hash];
  };
  const starts = findWordStarts(skeleton, Math.max(0, to - RECENT), to);
  starts.forEach((start, at) => {
    read(hashWord(skeleton.codes, start, starts[at + 1] ?? to));
  });
  /** How likely a word is here that is as `likely` anywhere behind the same words. */
  const likelihoodOf = (hash: number, likely: number): number => {
    const expected = behindPair.get(lastPair) ?? behindWord.get(last);
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

function countWords(skeleton: Skeleton): WordModel {
  const { codes } = skeleton;
  const stride = Math.max(1, Math.ceil(codes.length / SAMPLE));
  const shift = 32 - Math.max(8, Math.ceil(Math.log2(Math.min(codes.length, SAMPLE) + 1)));
  const counts = [0, 1, 2].map(() => new Uint32Array(2 ** (32 - shift)));
  let words = 0;
  for (let from = 0; from < codes.length; from += BLOCK * stride) {
    const to = Math.min(codes.length, from + BLOCK);
    const starts = findWordStarts(skeleton, from, to);
    const hashes = starts.map((start, at) => hashWord(codes, start, starts[at + 1] ?? to));
    words += hashes.length;
    for (let word = 0; word < hashes.length; word += 1) {
      for (let more = 0; more < counts.length; more += 1) {
        const count = counts[more] as Uint32Array;
        const slot = slotOf(hashes, word, more, shift);
        count[slot] = (count[slot] as number) + 1;
      }
    }
  }
  return { counts, shift, words, stride };
}

/** Where a word is counted with so many before it, two at most. */
function slotOf(hashes: ArrayLike<number>, word: number, more: number, shift: number): number {
  const own = hashes[word] as number;
  let hash = own;
  if (more > 0) hash = Math.imul(hashes[word - 1] ?? 0, PRIME) ^ own;
  if (more > 1) hash = Math.imul(Math.imul(hashes[word - 2] ?? 0, PRIME) ^ hash, PRIME) ^ own;
  return Math.imul(hash ^ (hash >>> 15), MIX) >>> shift;
}
