import { UNSEEN } from './change-prices.ts';
import { endOf, type Piece } from './pieces.ts';
import { isSentenceEnd, isSentenceStart, startsNewLine } from './sentences.ts';
import { type Skeleton, skeletonIndex } from './skeleton.ts';
import { APART_CODE } from './sparse-original.ts';

/** So many lines speak for its being seen where one ends. */
const USUAL_LINES = 20;

/**
 * What it costs that the end of a line that ended a sentence in the old text, without a full stop, does not show in the
 * new one: the less, the more often it is so where both texts are the same. Rows of a table that were joined to fit a page
 * look like any other lines.
 * Cost: linear in the old text and the pieces.
 *
 * @param pieces what both texts have, in order.
 */
export function priceOfUnseen(old: Skeleton, text: Skeleton, pieces: readonly Piece[]): number {
  let lines = USUAL_LINES;
  let unseen = 1;
  let next = 0;
  for (let end = old.text.indexOf('\n'); end >= 0; end = old.text.indexOf('\n', end + 1)) {
    const at = skeletonIndex(old, end);
    while (next < pieces.length && endOf(pieces[next] as Piece) <= at) next += 1;
    const piece = pieces[next];
    if (piece === undefined) break;
    const isPlain = !isSentenceEnd(old.codes[at - 1]) && old.codes[at] !== APART_CODE;
    if (piece.old >= at || !isPlain || !isSentenceStart(old, at)) continue;
    lines += 1;
    if (!isSentenceStart(text, piece.new + at - piece.old)) unseen += 1;
  }
  return Math.min(UNSEEN, -Math.log(unseen / lines));
}

/**
 * What it costs that a sentence was taken out before the place `at` of a text, where none starts.
 *
 * @param unseen what `priceOfUnseen` says; where not even a line starts, it is as usual.
 */
export function priceOfBorder(skeleton: Skeleton, at: number, unseen: number): number {
  return startsNewLine(skeleton, at) ? unseen : UNSEEN;
}
