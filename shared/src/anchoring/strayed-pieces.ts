import type { Gap } from './fill-gaps.ts';
import type { Piece } from './pieces.ts';

/** So many code units of the old text that are gone with a piece, and not without it, speak as much against it as one of its own for it. */
const LOST = 8;
/** With less a sentence may be gone beside a page's header that came. */
const LEAST_GAIN = 200;
/** So many pieces in a row may be astray. */
const MOST = 4;

/** A piece, and where it stood and stands. */
interface Placed {
  readonly piece: Piece;
  readonly oldFrom: number;
  readonly oldTo: number;
}

/**
 * Leaves out the few pieces, in a row, for which much more of the old text would be gone than without them.
 *
 * Where rows are made by one pattern, a turn of phrase that stands once on each side need not be the same one: its own
 * row was removed, and the other is not among what is known of the old text. Such an anchor lies far ahead of its
 * neighbours or far behind, and leaves no room for all that the old text has between them.
 * Cost: linear in the pieces.
 *
 * @param pieces in order of both texts, within the gap.
 * @param placeOf where a code unit of the old text stood, in code units of a skeleton.
 */
export function withoutStrayed(
  pieces: readonly Piece[],
  { oldFrom, oldTo, newFrom, newTo }: Gap,
  placeOf: (old: number) => number,
): readonly Piece[] {
  if (pieces.length === 0 || placeOf(oldTo - 1) - placeOf(oldFrom) < LEAST_GAIN) return pieces;
  const toPlaced = (piece: Piece): Placed => {
    const from = placeOf(piece.old);
    return {
      piece,
      oldFrom: from,
      oldTo: piece.length === 0 ? from : placeOf(piece.old + piece.length - 1) + 1,
    };
  };
  const ends = [
    { old: oldFrom, new: newFrom, length: 0 },
    { old: oldTo, new: newTo, length: 0 },
  ] as const;
  const kept = [toPlaced(ends[0])];
  const all = [...pieces, ends[1]].map(toPlaced);
  for (let at = 0; at < all.length; ) {
    const next = all[at] as Placed;
    if (lostBetween(kept.at(-1) as Placed, next) === 0) {
      kept.push(next);
      at += 1;
      continue;
    }
    const back = strayedBetween([next, ...kept.slice(-MOST - 1).reverse()]);
    const ahead = strayedBetween([kept.at(-1) as Placed, ...all.slice(at, at + MOST + 1)]);
    if (back.gain > 0 && back.gain >= ahead.gain) kept.length -= back.count;
    else if (ahead.gain > 0) at += ahead.count;
    else {
      kept.push(next);
      at += 1;
    }
  }
  return kept.slice(1, -1).map(({ piece }) => piece);
}

/** Of pieces in order, ahead or back, how many behind the first one are best left out, and what that gains. */
function strayedBetween(pieces: readonly Placed[]): { count: number; gain: number } {
  const [first] = pieces as readonly [Placed];
  let best = { count: 0, gain: 0 };
  let lost = 0;
  let length = 0;
  for (let count = 0; count + 1 < pieces.length; count += 1) {
    const [piece, next] = [pieces[count] as Placed, pieces[count + 1] as Placed];
    lost += lostBetween(piece, next);
    if (count === 0) continue;
    length += piece.piece.length;
    const gain = lost - lostBetween(first, next) - LOST * length;
    if (gain > LEAST_GAIN && gain > best.gain) best = { count, gain };
  }
  return best;
}

/** How much more there was between two pieces, in whatever order, than there is. */
function lostBetween(one: Placed, other: Placed): number {
  const [before, after] = one.piece.old <= other.piece.old ? [one, other] : [other, one];
  const room = after.piece.new - before.piece.new - before.piece.length;
  return Math.max(0, after.oldFrom - before.oldTo - Math.max(0, room));
}
