import { alignWith, knownFrom, toCarriedText } from './carry-passage.ts';
import { findExpectedStart } from './quote-pattern.ts';
import { hasGutter, readColumns } from './read-columns.ts';
import { toSearchedText } from './searched-text.ts';
import type { Anchoring, QuoteSelector, TextPosition } from './selectors.ts';
import { skeletonIndex, toSkeleton } from './skeleton.ts';
import { toSparseOriginal } from './sparse-original.ts';

/** Of a copy that was parted into columns, a place that has less of a quote has not all of it. */
const NEARLY_ALL = 0.9;

/**
 * Looks for quotes in a text read column by column, where it has columns, and takes that place of which more of the
 * quote stands together than in the text as it is. A quote of which the parts do not follow each other there, in
 * the foot of one column and the head of the next or in two cells of a table, is in two places: it has none.
 *
 * @param original the text in which the quotes were made, where it is known.
 * @param plain what was found in the text as it is.
 * @param anchor finds the quotes in another text.
 */
export function findInColumns(
  text: string,
  quotes: readonly QuoteSelector[],
  original: string | undefined,
  plain: Anchoring[],
  anchor: (text: string) => readonly Anchoring[],
): Anchoring[] {
  if (plain.every((one) => similarityOf(one) === 1)) return plain;
  const reading = readColumns(text);
  if (reading === undefined) return plain;
  const found = anchor(reading.text);
  let isCopy: boolean | undefined;
  return plain.map((one, at) => {
    const other = found[at];
    const quote = quotes[at] as QuoteSelector;
    if (other === undefined || similarityOf(one) === 1) return one;
    const isOther = similarityOf(other) > similarityOf(one);
    const chosen = isOther ? other : one;
    if (chosen.state === 'orphan') return chosen;
    const position = isOther ? reading.toPosition(chosen.position) : chosen.position;
    if (position === undefined) return { state: 'orphan' };
    const words = (isOther ? reading.text : text).slice(chosen.position.start, chosen.position.end);
    if (shareOf(quote, words, chosen.similarity) < NEARLY_ALL && hasGutter(text, position)) {
      isCopy ??= isCopyOf(reading.text, quotes, original);
      if (isCopy) return { state: 'orphan' };
    }
    return isOther ? withNeighbours(text, quote, position, words, chosen.similarity) : chosen;
  });
}

/** Whether a text has nearly all that is known of the one in which quotes were made. */
function isCopyOf(text: string, quotes: readonly QuoteSelector[], original: string | undefined): boolean {
  const { skeleton } = toSearchedText(text);
  const carried =
    original === undefined
      ? alignWith(toSkeleton(toSparseOriginal(quotes).text), skeleton)
      : toCarriedText(toSearchedText(original).skeleton, skeleton);
  return knownFrom(carried, { start: 0, end: 0 }).isCopy();
}

/** How much of a quote stands in words that have a similarity with it, 0 to 1. */
function shareOf(quote: QuoteSelector, words: string, similarity: number): number {
  const own = toSkeleton(quote.exact).codes.length;
  return (similarity * (own + toSkeleton(words).codes.length)) / (2 * own);
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
