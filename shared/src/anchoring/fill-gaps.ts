import type { Piece } from './pieces.ts';

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
 * Cost: for each gap the product of its sides, and at most `MAX_CELLS`, times the few stretches found.
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
  if (common === undefined || !isLongEnough(common.length, gap)) return;
  fillGap(oldCodes, newCodes, result, { ...gap, oldTo: common.old, newTo: common.new });
  result.push(common);
  const oldFrom = common.old + common.length;
  fillGap(oldCodes, newCodes, result, { ...gap, oldFrom, newFrom: common.new + common.length });
}

/** Whether an equal stretch of this length is more than chance in a gap of this size. */
export function isLongEnough(length: number, { oldFrom, oldTo, newFrom, newTo }: Gap): boolean {
  return length >= 2.5 + 0.7 * Math.log2((oldTo - oldFrom) * (newTo - newFrom));
}

/** The longest stretch that both sides of a gap have; of equal ones the first. */
function longestCommon(oldCodes: Uint16Array, newCodes: Uint16Array, gap: Gap): Piece | undefined {
  const { oldFrom, oldTo, newFrom, newTo } = gap;
  const width = newTo - newFrom;
  const lengths = new Uint16Array(width + 1);
  let best = 0;
  let old = 0;
  let at = 0;
  for (let row = oldFrom; row < oldTo; row += 1) {
    const code = oldCodes[row];
    for (let column = width; column > 0; column -= 1) {
      if (newCodes[newFrom + column - 1] !== code) {
        lengths[column] = 0;
        continue;
      }
      const length = (lengths[column - 1] as number) + 1;
      lengths[column] = length;
      if (length > best) {
        best = length;
        old = row + 1 - length;
        at = newFrom + column - length;
      }
    }
  }
  return best === 0 ? undefined : { old, new: at, length: best };
}
