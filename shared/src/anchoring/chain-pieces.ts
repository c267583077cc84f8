import type { Piece } from './pieces.ts';

/** How many pieces before it a piece looks at for its best predecessor. */
const LOOK_BACK = 64;

/** Code units of other text in a jump that cost as much as one of the quote is worth. */
const FOREIGN = 7;
/** More than any chain is worth, so that the chain goes through the piece that must be in it. */
const CERTAIN = 1e9;

/**
 * Chooses the pieces that belong together: rising in old and new, with the most code units after paying
 * for each jump between two of them.
 *
 * @param through a piece that must be in the chain.
 *
 * Method: chaining by dynamic programming over the pieces in order of the old text; a jump costs the more
 * the further the two texts shift against each other, by the logarithm, so that an inserted page header
 * is passed for a sentence but not for a chance word.
 * Cost: 64 steps per piece.
 * Source: gap-cost chaining as in minimap2, H. Li, Bioinformatics 34 (2018).
 */
export function chainPieces(found: readonly Piece[], through?: Piece): Piece[] {
  if (found.length < 2) return [...found];
  const pieces = [...found].sort((a, b) => a.old - b.old || a.new - b.new);
  const scores: number[] = [];
  const previous: number[] = [];
  let best = -1;
  pieces.forEach((piece, at) => {
    let score = piece.length + (piece === through ? CERTAIN : 0);
    const own = score;
    let last = -1;
    for (let before = at - 1; before >= 0 && before >= at - LOOK_BACK; before -= 1) {
      if ((scores[before] as number) + own <= score) continue;
      const joined =
        (scores[before] as number) + own - piece.length + gainAfter(pieces[before] as Piece, piece);
      if (joined > score) {
        score = joined;
        last = before;
      }
    }
    scores.push(score);
    previous.push(last);
    if (best < 0 || score > (scores[best] as number)) best = at;
  });

  const chain: Piece[] = [];
  for (let at = best; at >= 0; at = previous[at] as number) chain.push(pieces[at] as Piece);
  return withoutOverlap(chain.reverse());
}

/** What an alignment is worth: its code units, less the price of its jumps. */
export function worthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((worth, piece, at) => {
    const before = pieces[at - 1];
    return worth + (before === undefined ? piece.length : gainAfter(before, piece));
  }, 0);
}

/** What `piece` adds when it follows `before`: its own code units, less the price of the jump. */
function gainAfter(before: Piece, piece: Piece): number {
  const oldGap = piece.old - before.old - before.length;
  const newGap = piece.new - before.new - before.length;
  const overlap = Math.max(0, -oldGap, -newGap);
  if (piece.old <= before.old || piece.new <= before.new || overlap >= piece.length) return -Infinity;
  const shift = newGap - oldGap;
  const replaced = Math.max(0, Math.min(oldGap, newGap));
  const price =
    1 + Math.log2(1 + replaced) + 1.5 * Math.log2(1 + Math.abs(shift)) + Math.max(0, newGap) / FOREIGN;
  return piece.length - overlap - price;
}

function withoutOverlap(chain: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of chain) {
    const before = result.at(-1);
    const overlap = before
      ? Math.max(0, before.old + before.length - piece.old, before.new + before.length - piece.new)
      : 0;
    if (overlap < piece.length) {
      result.push({ old: piece.old + overlap, new: piece.new + overlap, length: piece.length - overlap });
    }
  }
  return result;
}
