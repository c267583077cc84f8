import type { QuoteSelector } from './selectors.ts';
import { type Skeleton, skeletonIndex, toSkeleton } from './skeleton.ts';

/**
 * A quote as it is searched: the skeleton of prefix, exact and suffix in one piece, so that what stands
 * on a border (a footnote mark, a hyphen) is judged as it is in the text.
 */
export interface QuotePattern {
  readonly quote: QuoteSelector;
  readonly codes: Uint16Array;
  /** Where the quote starts in `codes`: before it is the prefix. */
  readonly start: number;
  /** First place after the quote in `codes`; equal to `start` when nothing of the quote is left. */
  readonly end: number;
  /** The skeleton of which `codes` is a stretch, with the white space that tells words and sentences … */
  readonly source: Skeleton;
  /** … and where it starts there. */
  readonly from: number;
}

/** Code units of prefix and of suffix that are used; more decide nothing and cost time. */
const MAX_CONTEXT = 256;

/** The words around a quote that are used. Whatever is no string counts as absent. */
export function contextOf(quote: QuoteSelector): { prefix: string; suffix: string } {
  return {
    prefix: typeof quote.prefix === 'string' ? quote.prefix.slice(-MAX_CONTEXT) : '',
    suffix: typeof quote.suffix === 'string' ? quote.suffix.slice(0, MAX_CONTEXT) : '',
  };
}

/** Makes the pattern of a quote. */
export function toQuotePattern(quote: QuoteSelector): QuotePattern {
  const { prefix, suffix } = contextOf(quote);
  const skeleton = toSkeleton(prefix + quote.exact + suffix);
  const start = skeletonIndex(skeleton, prefix.length);
  const end = skeletonIndex(skeleton, prefix.length + quote.exact.length);
  return { quote, codes: skeleton.codes, start, end: Math.max(start, end), source: skeleton, from: 0 };
}

/** No text is longer, in any browser; and with larger numbers places would not be counted exactly. */
const MAX_TEXT_LENGTH = 2 ** 30;

/** Where the quote says it stood, when that can be a place in some text. */
export function findExpectedStart(quote: QuoteSelector): number | undefined {
  const { start } = quote;
  const isPlace =
    typeof start === 'number' && Number.isInteger(start) && start >= 0 && start < MAX_TEXT_LENGTH;
  return isPlace ? start : undefined;
}
