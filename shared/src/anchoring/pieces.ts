/**
 * A stretch that is equal in two skeletons, an old one (a quote with its context, or a whole original) and
 * a new one. An alignment is a list of pieces that rise in both, without overlap.
 */
export interface Piece {
  /** Where the stretch starts in the old skeleton. */
  readonly old: number;
  /** Where it starts in the new one. */
  readonly new: number;
  /** Its length in code units, at least 1. */
  readonly length: number;
}

/** Where a piece ends in the old skeleton (exclusive). */
export function endOf(piece: Piece): number {
  return piece.old + piece.length;
}

/** How many code units from `from` up to `to` (exclusive) of the old skeleton are in the pieces. */
export function coveredOld(pieces: readonly Piece[], from: number, to: number): number {
  let covered = 0;
  for (const piece of pieces) {
    covered += Math.max(0, Math.min(to, endOf(piece)) - Math.max(from, piece.old));
  }
  return covered;
}

/** What the pieces have from `from` up to `to` (exclusive) of the old skeleton. */
export function clipOld(pieces: readonly Piece[], from: number, to: number): Piece[] {
  return pieces.flatMap((piece) => {
    const skipped = Math.max(0, from - piece.old);
    const length = Math.min(endOf(piece), to) - piece.old - skipped;
    return length <= 0 ? [] : [{ old: piece.old + skipped, new: piece.new + skipped, length }];
  });
}

/** The length of the one stretch in which all from `from` up to `to` (exclusive) stands; 0 when there is none. */
export function unchangedAround(pieces: readonly Piece[], from: number, to: number): number {
  return pieces.find(({ old, length }) => old <= from && to <= old + length)?.length ?? 0;
}

/** How many code units are equal from `(old, at)` on, stepping ahead or back, at most `most`. */
export function countEqual(
  oldCodes: Uint16Array,
  newCodes: Uint16Array,
  old: number,
  at: number,
  step: 1 | -1,
  most: number,
): number {
  let count = 0;
  while (count < most && oldCodes[old + step * count] === newCodes[at + step * count]) count += 1;
  return count;
}

/** The longest stretch around `(old, new)` that is equal and within the given bounds; empty when they differ. */
export function extendPiece(
  oldCodes: Uint16Array,
  newCodes: Uint16Array,
  old: number,
  at: number,
  oldFrom = 0,
  oldTo = oldCodes.length,
  newFrom = 0,
  newTo = newCodes.length,
): Piece {
  const back = countEqual(oldCodes, newCodes, old - 1, at - 1, -1, Math.min(old - oldFrom, at - newFrom));
  const ahead = countEqual(oldCodes, newCodes, old, at, 1, Math.min(oldTo - old, newTo - at));
  return { old: old - back, new: at - back, length: ahead === 0 ? 0 : back + ahead };
}

/** Whether two alignments are the same. */
export function areEqual(one: readonly Piece[], other: readonly Piece[]): boolean {
  return (
    one.length === other.length &&
    one.every((piece, at) => {
      const { old, new: place, length } = other[at] as Piece;
      return piece.old === old && piece.new === place && piece.length === length;
    })
  );
}

/** Whether two alignments have a pair of code units in common: they are then about the same place. */
export function shareAPair(one: readonly Piece[], other: readonly Piece[]): boolean {
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const first = one[a] as Piece;
    const second = other[b] as Piece;
    const overlap =
      Math.min(first.new + first.length, second.new + second.length) - Math.max(first.new, second.new);
    if (overlap > 0 && first.new - first.old === second.new - second.old) return true;
    if (first.new + first.length <= second.new + second.length) a += 1;
    else b += 1;
  }
  return false;
}
