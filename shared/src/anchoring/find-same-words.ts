import { bucketSize, bucketsOf, GRAM, type GramIndex, STEP, SURE_LENGTH } from './gram-index.ts';
import type { QuotePattern } from './quote-pattern.ts';
import { areEqual, isDigitCode } from './skeleton.ts';

/** Places at which a quote's words stand unchanged. */
export interface SameWords {
  /** Places in the text's skeleton, in order. */
  readonly places: readonly number[];
  /** Whether there may be places that are not listed, because there are too many. */
  readonly hasMore: boolean;
}

/** A quote that stands in more places than this is decided by the rare words around it. */
const MAX_PLACES = 512;

/**
 * Finds the places in which the words of a quote stand unchanged, its context aside.
 *
 * Method: four consecutive grams of the quote, the rarest there are, stand in the index wherever the quote
 * does; each of their places is compared. Where even those are common, the rarest grams of quote and
 * context lead to the places where the context stands too. Only a quote without four grams, context
 * included, makes a scan of the text.
 * Cost: linear in the quote, and at most a few thousand places.
 */
export function findSameWords(index: GramIndex, pattern: QuotePattern): SameWords {
  const { codes, start, end } = pattern;
  if (end <= start) return { places: [], hasMore: false };
  if (codes.length < SURE_LENGTH) return scan(index.codes, pattern);

  const buckets = bucketsOf(index, codes);
  const inQuote = rarestGrams(index, buckets, start, end - GRAM);
  const isRare = inQuote !== undefined && inQuote.size <= MAX_PLACES;
  const chosen = isRare ? inQuote : rarestGrams(index, buckets, 0, buckets.length - 1);
  if (chosen === undefined) return scan(index.codes, pattern);

  const places: number[] = [];
  let looked = 0;
  for (let gram = chosen.from; gram < chosen.from + STEP; gram += 1) {
    const bucket = buckets[gram] as number;
    const last = index.bucketStarts[bucket + 1] as number;
    for (let slot = index.bucketStarts[bucket] as number; slot < last && looked < 4 * MAX_PLACES; slot += 1) {
      const place = (index.places[slot] as number) - gram + start;
      looked += 1;
      if (standsAt(index.codes, pattern, place)) places.push(place);
    }
  }
  places.sort((a, b) => a - b);
  const distinct = places.filter((place, at) => place !== places[at - 1]);
  return { places: distinct, hasMore: !isRare || looked < chosen.size };
}

/** Whether the quote stands there whole: "artikel 3" does not stand in "artikel 31". */
function standsAt(codes: Uint16Array, { codes: own, start, end }: QuotePattern, place: number): boolean {
  if (!areEqual(own, start, codes, place, end - start)) return false;
  const after = place + end - start;
  const splitsStart =
    isDigitCode(own[start]) && isDigitCode(codes[place - 1]) && !isDigitCode(own[start - 1]);
  const splitsEnd = isDigitCode(own[end - 1]) && isDigitCode(codes[after]) && !isDigitCode(own[end]);
  return !splitsStart && !splitsEnd;
}

interface Grams {
  /** The first of `STEP` consecutive grams. */
  readonly from: number;
  /** How many places they have together. */
  readonly size: number;
}

/** The rarest `STEP` consecutive grams that start from `first` up to `last`, inclusive. */
function rarestGrams(index: GramIndex, buckets: Uint32Array, first: number, last: number): Grams | undefined {
  let best: Grams | undefined;
  for (let from = first; from + STEP - 1 <= last; from += 1) {
    let size = 0;
    for (let gram = from; gram < from + STEP; gram += 1) size += bucketSize(index, buckets[gram] as number);
    if (best === undefined || size < best.size) best = { from, size };
  }
  return best;
}

/** Compares at each place of the text; stops when there are too many to decide between. */
function scan(codes: Uint16Array, pattern: QuotePattern): SameWords {
  const first = pattern.codes[pattern.start] as number;
  const places: number[] = [];
  for (let place = codes.indexOf(first); place >= 0; place = codes.indexOf(first, place + 1)) {
    if (!standsAt(codes, pattern, place)) continue;
    if (places.length >= MAX_PLACES) return { places, hasMore: true };
    places.push(place);
  }
  return { places, hasMore: false };
}
