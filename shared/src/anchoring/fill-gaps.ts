import { extendPiece, type Piece } from './pieces.ts';

/** A gap with more pairs of code units than this is left as it is. */
const MAX_CELLS = 8_192;

/** A stretch of the old and a stretch of the new skeleton that lie between the same two pieces. */
export interface Gap {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/**
 * Adds the short equal stretches that lie between the pieces of an alignment, and up to the ends of the
 * given stretch of the old skeleton.
 *
 * Method: the longest stretch common to a gap, if it is too long to be chance in a gap of that size; then
 * the same on either side of it.
 * Cost: for each gap at most the product of its sides, which is at most `MAX_CELLS`, times the few stretches found; only
 * repetitive text takes some times as much.
 * Source: J. W. Ratcliff and D. Metzener, "Pattern Matching: the Gestalt Approach", Dr. Dobb's 7 (1988).
 */
export function fillGaps(
  oldCodes: Uint16Array,
  newCodes: Uint16Array,
  pieces: readonly Piece[],
  oldFrom: number,
  oldTo: number,
): Piece[] {
  const first = pieces[0];
  if (first === undefined) return [];
  const result: Piece[] = [];
  const reachBefore = Math.max(0, first.old - oldFrom);
  fillGap(oldCodes, newCodes, result, {
    oldFrom: Math.min(first.old, oldFrom),
    oldTo: first.old,
    newFrom: Math.max(0, first.new - reachBefore - (reachBefore >> 2) - 8),
    newTo: first.new,
  });
  pieces.forEach((piece, at) => {
    result.push(piece);
    const oldEnd = piece.old + piece.length;
    const newEnd = piece.new + piece.length;
    const next = pieces[at + 1];
    const reach = Math.max(0, oldTo - oldEnd);
    fillGap(oldCodes, newCodes, result, {
      oldFrom: oldEnd,
      oldTo: next?.old ?? oldEnd + reach,
      newFrom: newEnd,
      newTo: next?.new ?? Math.min(newCodes.length, newEnd + reach + (reach >> 2) + 8),
    });
  });
  return result;
}

/** Adds the equal stretches of one gap, in order. */
export function fillGap(oldCodes: Uint16Array, newCodes: Uint16Array, result: Piece[], gap: Gap): void {
  const cells = (gap.oldTo - gap.oldFrom) * (gap.newTo - gap.newFrom);
  if (cells <= 0 || cells > MAX_CELLS) return;
  const common = longestCommon(oldCodes, newCodes, gap);
  if (common === undefined) return;
  fillGap(oldCodes, newCodes, result, { ...gap, oldTo: common.old, newTo: common.new });
  result.push(common);
  const oldFrom = common.old + common.length;
  fillGap(oldCodes, newCodes, result, { ...gap, oldFrom, newFrom: common.new + common.length });
}

/** Whether an equal stretch of this length is more than chance in a gap of this size. */
export function isLongEnough(length: number, gap: Gap): boolean {
  return length >= leastLength(gap);
}

function leastLength({ oldFrom, oldTo, newFrom, newTo }: Gap): number {
  return 2.5 + 0.7 * Math.log2((oldTo - oldFrom) * (newTo - newFrom));
}

/**
 * The longest stretch that both sides of a gap have and that is long enough; of equal ones the first in the old text, and
 * of these the last in the new one. Each such stretch has a code unit in every so manieth row as it is long at least.
 */
function longestCommon(oldCodes: Uint16Array, newCodes: Uint16Array, gap: Gap): Piece | undefined {
  const { oldFrom, oldTo, newFrom, newTo } = gap;
  const least = Math.ceil(leastLength(gap));
  let best: Piece | undefined;
  for (let row = oldFrom + least - 1; row < oldTo; row += least) {
    const code = oldCodes[row];
    for (let column = newTo - 1; column >= newFrom; column -= 1) {
      if (newCodes[column] !== code) continue;
      const piece = extendPiece(oldCodes, newCodes, row, column, oldFrom, oldTo, newFrom, newTo);
      if (piece.length >= least && isBetter(piece, best)) best = piece;
    }
  }
  return best;
}

function isBetter(one: Piece, other: Piece | undefined): boolean {
  if (other === undefined || one.length !== other.length) return one.length > (other?.length ?? 0);
  return one.old < other.old || (one.old === other.old && one.new > other.new);
}
