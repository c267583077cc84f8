import { bucketSize, GRAM, type GramIndex, slotFrom } from './gram-index.ts';
import { extendPiece, type Piece } from './pieces.ts';

/** Where in the text to look, and how hard. */
export interface Reach {
  /** Places in the text from here on … */
  readonly from: number;
  /** … up to here (exclusive). */
  readonly to: number;
  /** A gram that stands in more places within reach than this is passed over: others say more. */
  readonly maxPlaces: number;
}

/**
 * Finds the stretches of at least eight code units that a pattern has in common with a part of the text.
 *
 * Method: every gram of the pattern is looked up; places on one diagonal (at the same distance between
 * pattern and text) are extended as far as both are equal, each stretch once.
 * Cost: linear in the pattern, with at most `maxPlaces` places per gram; extending stops when it has
 * cost more than a multiple of the pattern, which only repetitive text makes it do.
 *
 * @param buckets the pattern's `bucketsOf` the index.
 * @returns pieces by diagonal, `new - old`, and on it in order.
 */
export function findPieces(
  index: GramIndex,
  codes: Uint16Array,
  buckets: Uint32Array,
  reach: Reach,
): Piece[] {
  const hits = findHits(index, codes.length, buckets, reach);
  const base = codes.length + 1;
  const pieces: Piece[] = [];
  let budget = 64 * codes.length + 4096;
  let diagonal = Number.NaN;
  let end = 0;
  for (const hit of hits) {
    const row = Math.floor(hit / base);
    const old = hit - row * base;
    const at = row - codes.length + old;
    if (at - old !== diagonal) {
      diagonal = at - old;
      end = -1;
    }
    if (old < end) continue;
    const piece = extendPiece(
      codes,
      index.codes,
      old,
      at,
      Math.max(0, end),
      codes.length,
      reach.from,
      reach.to,
    );
    if (piece.length < GRAM) continue;
    pieces.push(piece);
    end = piece.old + piece.length;
    budget -= piece.length;
    if (budget < 0) break;
  }
  return pieces;
}

/** Hits as numbers that sort by diagonal and then by place in the pattern. */
function findHits(index: GramIndex, length: number, buckets: Uint32Array, reach: Reach): Float64Array {
  const isEverywhere = reach.from <= 0 && reach.to >= index.codes.length;
  let count = 0;
  for (let old = 0; old < buckets.length; old += 1) {
    const bucket = buckets[old] as number;
    const size = bucketSize(index, bucket);
    if (size === 0 || (isEverywhere && size > reach.maxPlaces)) continue;
    const last = index.bucketStarts[bucket + 1] as number;
    const first = isEverywhere ? (index.bucketStarts[bucket] as number) : slotFrom(index, bucket, reach.from);
    const before = count;
    for (let slot = first; slot < last; slot += 1) {
      const at = index.places[slot] as number;
      if (at >= reach.to) break;
      if (slot - first >= reach.maxPlaces) {
        count = before;
        break;
      }
      if (count === hits.length) hits = grown(hits);
      hits[count] = (at - old + length) * (length + 1) + old;
      count += 1;
    }
  }
  return hits.subarray(0, count).sort();
}

/** Hits of the search that is going on: thousands of searches would each make a list of their own. */
let hits = new Float64Array(4096);

function grown(from: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const into = new Float64Array(2 * from.length);
  into.set(from);
  return into;
}
