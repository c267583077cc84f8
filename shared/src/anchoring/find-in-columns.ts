import { findExpectedStart } from './quote-pattern.ts';
import { readColumns } from './read-columns.ts';
import { toSearchedText } from './searched-text.ts';
import type { Anchoring, QuoteSelector, TextPosition } from './selectors.ts';
import { skeletonIndex, toSkeleton } from './skeleton.ts';

/**
 * Looks for quotes in a text read column by column, where it has columns, and takes that place of which more of the
 * quote stands together than in the text as it is. A quote of which the parts do not follow each other there, in
 * the foot of one column and the head of the next, is in two places: it has none.
 *
 * @param plain what was found in the text as it is.
 * @param anchor finds the quotes in another text.
 */
export function findInColumns(
  text: string,
  quotes: readonly QuoteSelector[],
  plain: Anchoring[],
  anchor: (text: string) => readonly Anchoring[],
): Anchoring[] {
  if (plain.every((one) => similarityOf(one) === 1)) return plain;
  const reading = readColumns(text);
  if (reading === undefined) return plain;
  const found = anchor(reading.text);
  return plain.map((one, at) => {
    const other = found[at];
    if (other === undefined || other.state === 'orphan') return one;
    if (similarityOf(one) === 1 || other.similarity <= similarityOf(one)) return one;
    const position = reading.toPosition(other.position);
    const quote = quotes[at] as QuoteSelector;
    return position === undefined
      ? { state: 'orphan' }
      : withNeighbours(
          text,
          quote,
          position,
          reading.text.slice(other.position.start, other.position.end),
          other.similarity,
        );
  });
}

function similarityOf(anchoring: Anchoring): number {
  return anchoring.state === 'orphan' ? 0 : anchoring.similarity;
}

/** A passage of which `words` are the quote's with a similarity, at a place that has the lines of other columns too. */
function withNeighbours(
  text: string,
  quote: QuoteSelector,
  position: TextPosition,
  words: string,
  similarity: number,
): Anchoring {
  const { skeleton } = toSearchedText(text);
  const own = toSkeleton(quote.exact).codes.length;
  const passage = toSkeleton(words).codes.length;
  const all = skeletonIndex(skeleton, position.end) - skeletonIndex(skeleton, position.start);
  if (all > passage || similarity < 1)
    return {
      state: 'changed',
      position,
      similarity: (similarity * (own + passage)) / (own + Math.max(all, passage)),
    };
  const start = findExpectedStart(quote);
  return { state: start === undefined || start === position.start ? 'exact' : 'moved', position, similarity };
}
