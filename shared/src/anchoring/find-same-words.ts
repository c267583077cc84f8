import { isMark } from './character-kinds.ts';
import { bucketSize, bucketsOf, GRAM, type GramIndex, STEP, SURE_LENGTH } from './gram-index.ts';
import { pairBucket } from './pair-index.ts';
import type { QuotePattern } from './quote-pattern.ts';
import type { SearchedText } from './searched-text.ts';
import { areEqual, isDigitCode, type Skeleton } from './skeleton.ts';

/** Places at which a quote's words stand unchanged. */
export interface SameWords {
  /** Places in the text's skeleton, in order. */
  readonly places: readonly number[];
  /** Whether there may be places that are not listed, because there are too many. */
  readonly hasMore: boolean;
}

/** A quote that stands in more places than this is decided by the rare words around it. */
const MAX_PLACES = 512;
/** Places that are looked at for one quote; only words that are everywhere have more. */
const MAX_LOOKED = 16_384;
/** Code units that are compared for one quote, for each of its own; only repetitive text takes more. */
const MAX_COMPARED = 64;

/**
 * Finds the places in which the words of a quote stand unchanged, its context aside.
 *
 * Method: four consecutive grams of the quote, the rarest there are, stand in the index wherever the quote
 * does; each of their places is compared. Where even those are common, the rarest grams of quote and
 * context lead to the places where the context stands too. A quote that is too short for four grams is
 * looked up by its rarest pair of code units.
 * Cost: linear in the quote, and at most 16,384 places.
 */
export function findSameWords(text: SearchedText, pattern: QuotePattern): SameWords {
  const { codes, start, end } = pattern;
  if (end <= start) return { places: [], hasMore: false };
  const here = end - start < SURE_LENGTH ? findShort(text, pattern) : findByGrams(text, pattern, start, end);
  if (!here.hasMore || codes.length < SURE_LENGTH) return here;
  const byContext = findByGrams(text, pattern, 0, codes.length);
  return { places: byContext.places.length > 0 ? byContext.places : here.places, hasMore: true };
}

/** Compares where the rarest grams between `first` and `last` (exclusive) of the pattern stand. */
function findByGrams(
  { index, skeleton }: SearchedText,
  pattern: QuotePattern,
  first: number,
  last: number,
): SameWords {
  const buckets = bucketsOf(index, pattern.codes);
  const chosen = rarestGrams(index, buckets, first, last - GRAM);
  const places: number[] = [];
  let budget = 4 * MAX_PLACES;
  let compared = MAX_COMPARED * pattern.codes.length + MAX_LOOKED;
  for (let gram = chosen.from; gram < chosen.from + STEP; gram += 1) {
    const bucket = buckets[gram] as number;
    const lastSlot = index.bucketStarts[bucket + 1] as number;
    for (let slot = index.bucketStarts[bucket] as number; slot < lastSlot; slot += 1) {
      if (budget <= 0 || compared <= 0) return { places: inOrder(places), hasMore: true };
      budget -= 1;
      const place = (index.places[slot] as number) - gram + pattern.start;
      if (!standsAt(skeleton, pattern, place)) continue;
      compared -= pattern.end - pattern.start;
      places.push(place);
    }
  }
  return { places: inOrder(places), hasMore: places.length > MAX_PLACES };
}

/** The rarest `STEP` consecutive grams that start from `first` up to `last`, inclusive. */
function rarestGrams(index: GramIndex, buckets: Uint32Array, first: number, last: number) {
  let best = { from: first, size: Number.POSITIVE_INFINITY };
  for (let from = first; from + STEP - 1 <= last; from += 1) {
    let size = 0;
    for (let gram = from; gram < from + STEP; gram += 1) size += bucketSize(index, buckets[gram] as number);
    if (size < best.size) best = { from, size };
  }
  return best;
}

/** Compares where the rarest pair of a short quote stands. */
function findShort(text: SearchedText, pattern: QuotePattern): SameWords {
  const { start, end } = pattern;
  if (end - start === 1) return findSingle(text.skeleton, pattern);
  const { bucketStarts, places: all } = text.pairs;
  let from = start;
  const sizeAt = (place: number) => {
    const bucket = pairBucket(pattern.codes, place);
    return (bucketStarts[bucket + 1] as number) - (bucketStarts[bucket] as number);
  };
  for (let at = start + 1; at < end - 1; at += 1) if (sizeAt(at) < sizeAt(from)) from = at;

  const bucket = pairBucket(pattern.codes, from);
  const first = bucketStarts[bucket] as number;
  const last = Math.min(bucketStarts[bucket + 1] as number, first + MAX_LOOKED);
  const places: number[] = [];
  for (let slot = first; slot < last; slot += 1) {
    const place = (all[slot] as number) - from + start;
    if (!standsAt(text.skeleton, pattern, place)) continue;
    if (places.length >= MAX_PLACES) return { places, hasMore: true };
    places.push(place);
  }
  return { places, hasMore: sizeAt(from) > MAX_LOOKED };
}

function findSingle(skeleton: Skeleton, pattern: QuotePattern): SameWords {
  const { codes } = skeleton;
  const code = pattern.codes[pattern.start] as number;
  const places: number[] = [];
  for (let place = codes.indexOf(code); place >= 0; place = codes.indexOf(code, place + 1)) {
    if (!standsAt(skeleton, pattern, place)) continue;
    if (places.length >= MAX_PLACES) return { places, hasMore: true };
    places.push(place);
  }
  return { places, hasMore: false };
}

/** Whether the quote stands there whole: "artikel 3" does not stand in "artikel 31", nor an accent in its letter. */
function standsAt({ codes, offsets }: Skeleton, { codes: own, start, end }: QuotePattern, place: number) {
  if (!areEqual(own, start, codes, place, end - start)) return false;
  const after = place + end - start;
  const splitsStart =
    isDigitCode(own[start]) && isDigitCode(codes[place - 1]) && !isDigitCode(own[start - 1]);
  const splitsEnd = isDigitCode(own[end - 1]) && isDigitCode(codes[after]) && !isDigitCode(own[end]);
  const splitsLetter = offsets[place - 1] === offsets[place] && isMark(own[start] as number);
  return !splitsStart && !splitsEnd && !splitsLetter;
}

function inOrder(places: readonly number[]): number[] {
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.filter((place, at) => place !== sorted[at - 1]);
}
