/**
 * An index of a skeleton by its pairs of code units, for quotes too short for `GramIndex`.
 *
 * Method: all places sorted into buckets by counting, as in `GramIndex`.
 * Cost: linear in time and four bytes per code unit; made only when a short quote asks for it.
 */
export interface PairIndex {
  /** `places` from `bucketStarts[b]` up to `bucketStarts[b + 1]` are those of the pairs of bucket `b`. */
  readonly bucketStarts: Uint32Array;
  /** In each bucket in order. */
  readonly places: Uint32Array;
}

const BUCKETS = 2 ** 16;

/** Builds the index of a skeleton's code units. */
export function createPairIndex(codes: Uint16Array): PairIndex {
  const count = Math.max(0, codes.length - 1);
  const bucketStarts = new Uint32Array(BUCKETS + 1);
  for (let place = 0; place < count; place += 1) {
    const bucket = pairBucket(codes, place);
    bucketStarts[bucket] = (bucketStarts[bucket] as number) + 1;
  }
  let sum = 0;
  for (let bucket = 0; bucket <= BUCKETS; bucket += 1) {
    sum += bucketStarts[bucket] as number;
    bucketStarts[bucket] = sum;
  }
  const places = new Uint32Array(count);
  for (let place = count - 1; place >= 0; place -= 1) {
    const bucket = pairBucket(codes, place);
    const slot = (bucketStarts[bucket] as number) - 1;
    bucketStarts[bucket] = slot;
    places[slot] = place;
  }
  return { bucketStarts, places };
}

/** The bucket of the pair that starts at `place`. */
export function pairBucket(codes: Uint16Array, place: number): number {
  return ((codes[place] as number) * 211 + (codes[place + 1] as number)) % BUCKETS;
}
