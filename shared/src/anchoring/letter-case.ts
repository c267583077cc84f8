import type { Piece } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import type { Skeleton } from './skeleton.ts';

/**
 * How many letters of a quote stand in a text in the other case because an author wrote them so.
 *
 * Skeletons have small letters only, so that a heading is found in the copy that sets it in capitals or small
 * capitals. There whole words are capitals: where such a letter is a capital on one side, so is one beside it, and
 * its case says nothing. "Minister" for "minister" is an edit.
 * Cost: linear in the quote.
 */
export function countRecased(skeleton: Skeleton, pattern: QuotePattern, pieces: readonly Piece[]): number {
  const { source, from, start, end } = pattern;
  let recased = 0;
  for (const piece of pieces) {
    const first = Math.max(start, piece.old);
    const last = Math.min(end, piece.old + piece.length);
    for (let old = first; old < last; old += 1) {
      const own = from + old;
      const other = piece.new + old - piece.old;
      if (codeAt(source, own) === codeAt(skeleton, other)) continue;
      const isOwnCapital = isCapital(source, own);
      if (isOwnCapital === isCapital(skeleton, other)) continue;
      if (isOwnCapital ? !isSetInCapitals(source, own) : !isSetInCapitals(skeleton, other)) recased += 1;
    }
  }
  return recased;
}

/** Whether the letter beside a capital is one too. */
function isSetInCapitals(skeleton: Skeleton, place: number): boolean {
  return isCapital(skeleton, place - 1) || isCapital(skeleton, place + 1);
}

function isCapital(skeleton: Skeleton, place: number): boolean {
  const code = codeAt(skeleton, place);
  if (Number.isNaN(code)) return false;
  const character = String.fromCharCode(code);
  return character !== character.toLowerCase();
}

/** The code unit of the text from which one of the skeleton comes; NaN beyond its ends. */
function codeAt({ text, offsets }: Skeleton, place: number): number {
  return place >= 0 && place < offsets.length ? text.charCodeAt(offsets[place] as number) : Number.NaN;
}
