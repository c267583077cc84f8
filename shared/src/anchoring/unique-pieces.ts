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
 * Method: each side notes in a table by hash where a gram occurs, or that it occurs more than once; a
 * clash of hashes only loses an anchor. Grams noted once on both sides are compared and extended.
 * Cost: linear in the gap; at most ten bytes per code unit.
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
  const longest = Math.max(gap.oldTo - gap.oldFrom, gap.newTo - gap.newFrom);
  const sampling = longest > SAMPLED_FROM ? 3 : 0;
  const bits = Math.min(24, Math.ceil(Math.log2(longest / (sampling + 1) + 2)) + 1);
  const inOld = noteGrams(oldCodes, gap.oldFrom, gap.oldTo, { gram, isWordsOnly, bits, sampling });
  const inNew = noteGrams(newCodes, gap.newFrom, gap.newTo, { gram, isWordsOnly, bits, sampling });

  const places: number[] = [];
  for (let slot = 0; slot < inOld.length; slot += 1) {
    if ((inOld[slot] as number) >= 0 && (inNew[slot] as number) >= 0)
      places.push((inOld[slot] as number) * 2 ** 24 + slot);
  }
  const inOrder = Float64Array.from(places).sort();

  const pieces: Piece[] = [];
  for (const place of inOrder) {
    const slot = place % 2 ** 24;
    const old = inOld[slot] as number;
    const at = inNew[slot] as number;
    const last = pieces.at(-1);
    if (last && at - old === last.new - last.old && old < last.old + last.length) continue;
    const piece = extendPiece(oldCodes, newCodes, old, at, gap.oldFrom, gap.oldTo, gap.newFrom, gap.newTo);
    if (piece.length >= gram) pieces.push(piece);
  }
  return pieces.sort((a, b) => a.old - b.old);
}

/** Which grams are noted, and in how large a table. */
interface Noting {
  readonly gram: number;
  readonly isWordsOnly: boolean;
  readonly bits: number;
  readonly sampling: number;
}

/** Where the gram of each hash starts, `NOWHERE`, or `OFTEN`. */
function noteGrams(codes: Uint16Array, from: number, to: number, how: Noting): Int32Array {
  const { gram, isWordsOnly, bits, sampling } = how;
  const table = new Int32Array(2 ** bits).fill(NOWHERE);
  if (to - from < gram) return table;
  let toLast = 1;
  for (let index = 1; index < gram; index += 1) toLast = Math.imul(toLast, BASE);
  let hash = 0;
  let afterDigit = from;
  for (let index = from; index < from + gram; index += 1) {
    hash = (Math.imul(hash, BASE) + (codes[index] as number)) | 0;
    if (isWordsOnly && isDigitCode(codes[index])) afterDigit = index + 1;
  }
  for (let start = from; ; start += 1) {
    const mixed = Math.imul(hash ^ (hash >>> 15), MIX);
    if ((mixed & sampling) === 0 && start >= afterDigit) {
      const slot = mixed >>> (32 - bits);
      table[slot] = table[slot] === NOWHERE ? start : OFTEN;
    }
    if (start + gram >= to) return table;
    hash = (hash - Math.imul(codes[start] as number, toLast)) | 0;
    hash = (Math.imul(hash, BASE) + (codes[start + gram] as number)) | 0;
    if (isWordsOnly && isDigitCode(codes[start + gram])) afterDigit = start + gram + 1;
  }
}
