import type { Gap } from './fill-gaps.ts';
import { extendPiece, type Piece } from './pieces.ts';
import { isDigitCode } from './skeleton.ts';

/** Gaps longer than this are sampled: only one in four grams is looked at, the same ones in both texts. */
const SAMPLED_FROM = 8192;
const BASE = 0x01000193;
const MIX = 0x9e3779b1;
const NOWHERE = -1;
const OFTEN = -2;

/**
 * Finds stretches that hold a gram which occurs once in the old and once in the new side of a gap.
 *
 * Method: a table by hash tells where a gram occurs in the old side, or that it occurs more than once, and the same is
 * noted of the new side for the grams that the old one has; a clash of hashes only loses an anchor. Grams noted once on
 * both sides are compared and extended.
 * Cost: linear in the gap; some twelve bytes per code unit.
 *
 * @param isWordsOnly whether grams with a digit are passed over; pieces go on over digits all the same.
 * @returns pieces in order of the old text.
 */
export function findUniquePieces(
  oldCodes: Uint16Array,
  newCodes: Uint16Array,
  gap: Gap,
  gram: number,
  isWordsOnly: boolean,
): Piece[] {
  const { oldFrom, oldTo, newFrom, newTo } = gap;
  if (Math.min(oldTo - oldFrom, newTo - newFrom) < gram) return [];
  const longest = Math.max(oldTo - oldFrom, newTo - newFrom);
  const sampling = longest > SAMPLED_FROM ? 3 : 0;
  const bits = Math.min(24, Math.ceil(Math.log2(longest / (sampling + 1) + 2)) + 1);
  const how = { gram, isWordsOnly, bits, sampling };

  const ranks = new Int32Array(2 ** bits);
  const olds = notePlaces(oldCodes, oldFrom, oldTo, how, ranks);
  const news = lookUpPlaces(newCodes, newFrom, newTo, how, ranks, olds.length);

  const pieces: Piece[] = [];
  for (let rank = 0; rank < olds.length; rank += 1) {
    const [old, at] = [olds[rank] as number, news[rank] as number];
    if (old < 0 || at < 0) continue;
    const last = pieces.at(-1);
    if (last && at - old === last.new - last.old && old < last.old + last.length) continue;
    const piece = extendPiece(oldCodes, newCodes, old, at, oldFrom, oldTo, newFrom, newTo);
    if (piece.length >= gram) pieces.push(piece);
  }
  return pieces.sort((a, b) => a.old - b.old);
}

/** Which grams are looked at, and for how large a table. */
interface Looking {
  readonly gram: number;
  readonly isWordsOnly: boolean;
  readonly bits: number;
  readonly sampling: number;
}

/** Notes each gram that is looked at by its rank, counted from 1, at its slot; where they stand, by rank. */
function notePlaces(codes: Uint16Array, from: number, to: number, how: Looking, ranks: Int32Array): number[] {
  const { gram, isWordsOnly, bits, sampling } = how;
  const shift = 32 - bits;
  const toLast = powerOfBase(gram - 1);
  const places: number[] = [];
  let hash = 0;
  let afterDigit = from;
  for (let index = from; index < to; index += 1) {
    const code = codes[index] as number;
    const start = index - gram + 1;
    if (isWordsOnly && isDigitCode(code)) afterDigit = index + 1;
    hash = (Math.imul(hash, BASE) + code) | 0;
    if (start < from) continue;
    const mixed = Math.imul(hash ^ (hash >>> 15), MIX);
    hash = (hash - Math.imul(codes[start] as number, toLast)) | 0;
    if ((mixed & sampling) !== 0 || start < afterDigit) continue;
    const slot = mixed >>> shift;
    const rank = ranks[slot] as number;
    if (rank > 0) places[rank - 1] = OFTEN;
    else ranks[slot] = places.push(start);
  }
  return places;
}

/** Where the grams that were noted stand here, by rank. The same loop: a call for each gram would cost more than its hash. */
function lookUpPlaces(
  codes: Uint16Array,
  from: number,
  to: number,
  how: Looking,
  ranks: Int32Array,
  count: number,
): Int32Array {
  const { gram, isWordsOnly, bits, sampling } = how;
  const shift = 32 - bits;
  const toLast = powerOfBase(gram - 1);
  const places = new Int32Array(count).fill(NOWHERE);
  let hash = 0;
  let afterDigit = from;
  for (let index = from; index < to; index += 1) {
    const code = codes[index] as number;
    const start = index - gram + 1;
    if (isWordsOnly && isDigitCode(code)) afterDigit = index + 1;
    hash = (Math.imul(hash, BASE) + code) | 0;
    if (start < from) continue;
    const mixed = Math.imul(hash ^ (hash >>> 15), MIX);
    hash = (hash - Math.imul(codes[start] as number, toLast)) | 0;
    if ((mixed & sampling) !== 0 || start < afterDigit) continue;
    const rank = ranks[mixed >>> shift] as number;
    if (rank > 0) places[rank - 1] = places[rank - 1] === NOWHERE ? start : OFTEN;
  }
  return places;
}

function powerOfBase(exponent: number): number {
  let power = 1;
  for (let index = 0; index < exponent; index += 1) power = Math.imul(power, BASE);
  return power;
}
