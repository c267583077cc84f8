/**
 * Which passages of one document share words, whichever copy each was marked in.
 *
 * Method: in the same text, positions decide. Positions of different texts cannot be compared, so
 * there the words decide, letters and numbers only: one quote contains the other, or the end of one is the beginning
 * of the other. A short quote stands in many places, so it also needs its surroundings to agree. In a page whose text
 * was not kept positions can have shifted: there the very same quote is the same words wherever it stood.
 *
 * Cost: positions are swept in their order, quotes are looked up in tables (`telling-quotes.ts`, `short-quotes.ts`):
 * no passage is compared with every other.
 */
import type { DisjointSets } from './disjoint-sets.ts';
import type { PassageWords } from './passage-words.ts';
import { decidingText, type Piece } from './quote-group.ts';
import { joinShortQuotes } from './short-quotes.ts';
import { joinTellingQuotes, minTellingLength } from './telling-quotes.ts';

/** Joins those of the passages, by their indices, that share words. */
export function joinSameWords(passages: readonly PassageWords[], sets: DisjointSets): void {
  if (passages.length < 2) return;
  const pieces = passages.flatMap((words, passage) =>
    words.ranges.map((range) => ({ passage, words, range })),
  );
  joinByPosition(pieces, sets);
  const [first] = pieces;
  const text = first && decidingText(first);
  const isSettled =
    text !== undefined && first?.words.isKept && pieces.every((piece) => decidingText(piece) === text);
  if (!isSettled) joinByQuote(pieces, sets);
}

function joinByPosition(pieces: readonly Piece[], sets: DisjointSets): void {
  const placed = pieces.filter(({ range }) => range.hasPosition);
  for (const inText of Map.groupBy(placed, ({ words }) => words.text).values()) {
    let furthest: Piece | undefined;
    for (const piece of inText.toSorted((a, b) => (a.range.start ?? 0) - (b.range.start ?? 0))) {
      const reached = furthest?.range.end ?? 0;
      if (furthest && (piece.range.start ?? 0) < reached) sets.join(furthest.passage, piece.passage);
      if (!furthest || (piece.range.end ?? 0) > reached) furthest = piece;
    }
  }
}

function joinByQuote(pieces: readonly Piece[], sets: DisjointSets): void {
  const isTelling = ({ range }: Piece) => range.letters.length >= minTellingLength;
  joinTellingQuotes(pieces.filter(isTelling), sets);
  const short = pieces.filter((piece) => piece.range.letters !== '' && !isTelling(piece));
  joinShortQuotes(short, pieces, sets);
}
