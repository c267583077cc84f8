import { briefInt32s } from './brief-tables.ts';
import type { Gap } from './fill-gaps.ts';
import { emptyTable } from './kept-table.ts';
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

  const ranks = emptyTable(2 ** bits);
  const olds = briefInt32s(oldTo - oldFrom - gram + 1);
  const count = notePlaces(oldCodes, oldFrom, oldTo, how, { ranks, places: olds, isOpen: true });
  const news = briefInt32s(count).fill(NOWHERE);
  notePlaces(newCodes, newFrom, newTo, how, { ranks, places: news, isOpen: false });

  const pieces: Piece[] = [];
  for (let rank = 0; rank < count; rank += 1) {
    const old = olds[rank] as number;
    const at = news[rank] as number;
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

/** Where grams stand. */
interface Noted {
  /** Of the gram of each slot its rank, counted from 1. */
  readonly ranks: Int32Array;
  /** By rank. */
  readonly places: Int32Array;
  /** Whether grams without a rank are given one; else they are passed over. */
  readonly isOpen: boolean;
}

/** Notes where the grams stand that are looked at, and counts those that it gave a rank. */
function notePlaces(codes: Uint16Array, from: number, to: number, how: Looking, noted: Noted): number {
  const { gram, isWordsOnly, bits, sampling } = how;
  const { ranks, places, isOpen } = noted;
  const shift = 32 - bits;
  let toLast = 1;
  for (let index = 1; index < gram; index += 1) toLast = Math.imul(toLast, BASE);
  let hash = 0;
  let afterDigit = from;
  let count = 0;
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
    if (rank > 0) places[rank - 1] = places[rank - 1] === NOWHERE ? start : OFTEN;
    else if (isOpen) {
      places[count] = start;
      count += 1;
      ranks[slot] = count;
    }
  }
  return count;
}
