import type { Piece } from './pieces.ts';
import { isSentenceEnd } from './sentences.ts';

/** How far a gap is slid at most. */
const REACH = 120;

/**
 * Slides what was removed or inserted to where sentences end.
 *
 * "He said so. [He left. ]He stayed" and "He said so. He [left. He ]stayed" are equally short; the first is
 * what an author did. Only gaps that are empty on one side can slide.
 * Cost: linear in the pieces.
 * Source: the slider heuristic of git diff (`--indent-heuristic`), Michael Haggerty, 2016.
 */
export function slideGaps(oldCodes: Uint16Array, newCodes: Uint16Array, pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const before = result.at(-1);
    const shift = before === undefined ? 0 : slideOf(oldCodes, newCodes, before, piece);
    if (before === undefined || shift === 0) {
      result.push(piece);
      continue;
    }
    result.pop();
    // What was put in before all that there was leaves nothing of it in front.
    if (before.length + shift > 0) result.push({ ...before, length: before.length + shift });
    result.push({ old: piece.old + shift, new: piece.new + shift, length: piece.length - shift });
  }
  return result;
}

/** How far the gap before `piece` is to be slid: to the right when positive, to the left when negative. */
function slideOf(oldCodes: Uint16Array, newCodes: Uint16Array, before: Piece, piece: Piece): number {
  const oldEnd = before.old + before.length;
  const newEnd = before.new + before.length;
  const isRemoved = piece.new === newEnd && piece.old > oldEnd;
  const isInserted = piece.old === oldEnd && piece.new > newEnd;
  if (!isRemoved && !isInserted) return 0;
  // The side that has more; its gap runs from `from` up to `to`.
  const codes = isRemoved ? oldCodes : newCodes;
  const from = isRemoved ? oldEnd : newEnd;
  const to = isRemoved ? piece.old : piece.new;

  const isAtEnd = (shift: number) => from + shift === 0 || isSentenceEnd(codes[from + shift - 1]);
  if (isAtEnd(0)) return 0;
  const most = Math.min(REACH, piece.length - 1);
  for (let right = 1; right <= most && codes[from + right - 1] === codes[to + right - 1]; right += 1) {
    if (isAtEnd(right)) return right;
  }
  const isFirst = before.old === 0 && before.new === 0;
  const least = Math.min(REACH, isFirst ? before.length : before.length - 1);
  for (let left = 1; left <= least && codes[from - left] === codes[to - left]; left += 1) {
    if (isAtEnd(-left)) return -left;
  }
  return 0;
}
