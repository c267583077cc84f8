import { briefUint32s } from './brief-tables.ts';
import { emptyTable } from './kept-table.ts';

/**
 * An index of a skeleton by its grams, the stretches of eight code units: where does this stretch stand?
 *
 * Method: a rolling polynomial hash; every fourth gram of the text is sorted into buckets by counting, so
 * that a bucket's places are in order and its size says how common the gram is. All grams of a quote are
 * looked up, so each stretch of eleven equal code units holds a gram that is in the index.
 * Cost: linear in time and about two bytes per code unit; a look-up is constant.
 * Source: sampled q-gram index, G. Navarro et al., "Indexing Methods for Approximate String Matching",
 * IEEE Data Engineering Bulletin 24 (2001).
 */
export interface GramIndex {
  readonly codes: Uint16Array;
  /** `places` from `bucketStarts[b]` up to `bucketStarts[b + 1]` are bucket `b`. */
  readonly bucketStarts: Uint32Array;
  readonly places: Uint32Array;
  readonly shift: number;
}

/** Code units in a gram. */
export const GRAM = 8;
/** Every how many code units the index holds a gram. */
export const STEP = 4;
/** The shortest stretch that is sure to hold a gram of the index. */
export const SURE_LENGTH = GRAM + STEP - 1;

const BASE = 0x01000193;
const MIX = 0x9e3779b1;
const BASE_TO_LAST = power(BASE, GRAM - 1);

/**
 * Builds the index of a skeleton's code units.
 *
 * @param spent an index that nobody reads any more: its memory is written over where it is just enough.
 */
export function createGramIndex(codes: Uint16Array, spent?: GramIndex): GramIndex {
  const count = codes.length < GRAM ? 0 : Math.floor((codes.length - GRAM) / STEP) + 1;
  const bits = Math.min(22, Math.max(4, Math.ceil(Math.log2(count + 1))));
  const shift = 32 - bits;
  const buckets = emptyTable(count);
  const isEnough = spent?.shift === shift && spent.places.buffer.byteLength >= 4 * count;
  const bucketStarts = isEnough ? spent.bucketStarts.fill(0) : new Uint32Array(2 ** bits + 1);
  for (let sample = 0; sample < count; sample += 1) {
    const bucket = Math.imul(hashAt(codes, sample * STEP), MIX) >>> shift;
    buckets[sample] = bucket;
    bucketStarts[bucket] = (bucketStarts[bucket] as number) + 1;
  }
  let sum = 0;
  for (let bucket = 0; bucket < bucketStarts.length; bucket += 1) {
    sum += bucketStarts[bucket] as number;
    bucketStarts[bucket] = sum;
  }
  const places = isEnough
    ? new Uint32Array(spent.places.buffer, 0, count)
    : new Uint32Array(count + (count >> 4)).subarray(0, count);
  for (let sample = count - 1; sample >= 0; sample -= 1) {
    const bucket = buckets[sample] as number;
    const slot = (bucketStarts[bucket] as number) - 1;
    bucketStarts[bucket] = slot;
    places[slot] = sample * STEP;
  }
  return { codes, bucketStarts, places, shift };
}

/** The bucket of every gram of `codes`, the gram's start being the place in the result: a brief table. */
export function bucketsOf(index: GramIndex, codes: Uint16Array): Uint32Array {
  const count = Math.max(0, codes.length - GRAM + 1);
  const buckets = briefUint32s(count);
  if (count === 0) return buckets;
  let hash = hashAt(codes, 0);
  buckets[0] = Math.imul(hash, MIX) >>> index.shift;
  for (let start = 1; start < count; start += 1) {
    hash = (hash - Math.imul(codes[start - 1] as number, BASE_TO_LAST)) | 0;
    hash = (Math.imul(hash, BASE) + (codes[start + GRAM - 1] as number)) | 0;
    buckets[start] = Math.imul(hash, MIX) >>> index.shift;
  }
  return buckets;
}

/** How many places are in a bucket. */
export function bucketSize(index: GramIndex, bucket: number): number {
  return (index.bucketStarts[bucket + 1] as number) - (index.bucketStarts[bucket] as number);
}

/** The first slot of `bucket` whose place is `from` or after it. */
export function slotFrom(index: GramIndex, bucket: number, from: number): number {
  let low = index.bucketStarts[bucket] as number;
  let high = index.bucketStarts[bucket + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index.places[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The bucket of the gram at `start` of `codes`. */
export function bucketAt(index: GramIndex, start: number): number {
  return Math.imul(hashAt(index.codes, start), MIX) >>> index.shift;
}

function hashAt(codes: Uint16Array, start: number): number {
  let hash = 0;
  for (let index = start; index < start + GRAM; index += 1) {
    hash = (Math.imul(hash, BASE) + (codes[index] as number)) | 0;
  }
  return hash;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let index = 0; index < exponent; index += 1) result = Math.imul(result, base);
  return result;
}
