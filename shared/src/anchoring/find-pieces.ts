import { briefInt32s, briefUint32s, withBriefTables } from './brief-tables.ts';
import { bucketAt, bucketSize, GRAM, type GramIndex, STEP, slotFrom } from './gram-index.ts';
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

/** A stretch of the text that is at most so many times as long as the pattern is read, and not looked up. */
const NEAR = 16;
/** Into so many lists the grams of a pattern are parted by their buckets. */
const LISTS = 1024;
const NONE = -1;
const TOO_MANY = 0xffffffff;

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
  const isNear = reach.to - reach.from <= NEAR * codes.length;
  const hits = isNear
    ? withBriefTables(() => findHitsNear(index, codes.length, buckets, reach))
    : findHits(index, codes.length, buckets, reach);
  const base = codes.length + 1;
  const pieces: Piece[] = [];
  let budget = 64 * codes.length + 4096;
  let diagonal = Number.NaN;
  let end = 0;
  for (let next = 0; next < hits.length; next += 1) {
    const hit = hits[next] as number;
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

/**
 * The same hits where the reach is short: its grams are looked up among those of the pattern, which are few, and not the
 * other way round. Linear in both, with at most `maxPlaces` steps for each gram of the pattern.
 */
function findHitsNear(index: GramIndex, length: number, buckets: Uint32Array, reach: Reach): Float64Array {
  heads.fill(NONE);
  const links = briefInt32s(buckets.length);
  for (let old = buckets.length - 1; old >= 0; old -= 1) {
    const list = (buckets[old] as number) % LISTS;
    links[old] = heads[list] as number;
    heads[list] = old;
  }
  const places = briefUint32s(buckets.length);
  const last = Math.min(reach.to - 1, index.codes.length - GRAM);
  let count = 0;
  let isPassedOver = false;
  for (let at = Math.ceil(Math.max(0, reach.from) / STEP) * STEP; at <= last; at += STEP) {
    const bucket = bucketAt(index, at);
    const list = bucket % LISTS;
    let before = NONE;
    for (let old = heads[list] as number; old >= 0; ) {
      const next = links[old] as number;
      if (buckets[old] !== bucket) before = old;
      else if (places[old] === reach.maxPlaces) {
        places[old] = TOO_MANY;
        isPassedOver = true;
        if (before === NONE) heads[list] = next;
        else links[before] = next;
      } else {
        if (count === hits.length) hits = grown(hits);
        hits[count] = (at - old + length) * (length + 1) + old;
        count += 1;
        places[old] = (places[old] as number) + 1;
        before = old;
      }
      old = next;
    }
  }
  const found = hits.subarray(0, count).sort();
  return isPassedOver ? found.filter((hit) => places[hit % (length + 1)] !== TOO_MANY) : found;
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

/** Hits of the search that is going on, and the first gram of each list: thousands of searches would each make their own. */
let hits = new Float64Array(4096);
const heads = new Int32Array(LISTS);

function grown(from: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const into = new Float64Array(2 * from.length);
  into.set(from);
  return into;
}
