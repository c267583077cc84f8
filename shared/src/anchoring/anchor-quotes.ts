import { findSameWords } from './find-same-words.ts';
import { createGramIndex, type GramIndex } from './gram-index.ts';
import { findExpectedStart, type QuotePattern, toQuotePattern } from './quote-pattern.ts';
import type { Anchoring, QuoteSelector, TextPosition } from './selectors.ts';
import {
  areEqual,
  isDigitCode,
  positionInText,
  type Skeleton,
  skeletonIndex,
  toSkeleton,
} from './skeleton.ts';

const ORPHAN: Anchoring = { state: 'orphan' };

/**
 * Finds each quote in the text. Never throws for any text or quote; results in the order of `quotes`.
 *
 * `original` is the text in which the quotes were made, where it was kept; `start` and `end` index it.
 */
export function anchorQuotes(
  text: string,
  quotes: readonly QuoteSelector[],
  _options: { original?: string } = {},
): Anchoring[] {
  let skeleton: Skeleton | undefined;
  let index: GramIndex | undefined;
  return quotes.map((quote) => {
    if (isWhereExpected(text, quote)) {
      const start = quote.start as number;
      return { state: 'exact', position: { start, end: start + quote.exact.length }, similarity: 1 };
    }
    if (typeof quote.exact !== 'string' || quote.exact === '') return ORPHAN;
    skeleton ??= toSkeleton(text);
    index ??= createGramIndex(skeleton.codes);
    const pattern = toQuotePattern(quote);
    const place = choosePlace(skeleton, index, pattern);
    if (place === undefined) return ORPHAN;
    const position = positionInText(skeleton, place, place + pattern.end - pattern.start);
    return { state: stateOfSameWords(quote, position), position, similarity: 1 };
  });
}

/** The quote as it was, where it was, between the words that were there. */
function isWhereExpected(text: string, quote: QuoteSelector): boolean {
  const start = findExpectedStart(quote);
  if (start === undefined || typeof quote.exact !== 'string' || quote.exact === '') return false;
  if (!text.startsWith(quote.exact, start)) return false;
  const { prefix = '', suffix = '' } = quote;
  return text.startsWith(suffix, start + quote.exact.length) && text.endsWith(prefix, start);
}

function stateOfSameWords(quote: QuoteSelector, position: TextPosition): 'exact' | 'moved' {
  const start = findExpectedStart(quote);
  return start === undefined || start === position.start ? 'exact' : 'moved';
}

function choosePlace(skeleton: Skeleton, index: GramIndex, pattern: QuotePattern): number | undefined {
  const { places, hasMore } = findSameWords(index, pattern);
  const expected = findExpectedStart(pattern.quote);
  const expectedPlace = expected === undefined ? -1 : skeletonIndex(skeleton, expected);
  let best = { place: -1, agreement: -1 };
  let second = -1;
  for (const place of places) {
    const agreement = contextAgreement(skeleton.codes, pattern, place) + (place === expectedPlace ? 0.5 : 0);
    if (agreement > best.agreement) {
      second = best.agreement;
      best = { place, agreement };
    } else second = Math.max(second, agreement);
  }
  if (best.place < 0) return undefined;
  if (hasMore && best.agreement < 1) return undefined;
  return best.agreement > second ? best.place : undefined;
}

/** How many code units of context stand directly around the place; splitting a number counts against it. */
function contextAgreement(codes: Uint16Array, pattern: QuotePattern, place: number): number {
  const shift = place - pattern.start;
  let before = 0;
  while (
    before < pattern.start &&
    areEqual(pattern.codes, pattern.start - before - 1, codes, place - before - 1, 1)
  ) {
    before += 1;
  }
  let after = 0;
  while (
    pattern.end + after < pattern.codes.length &&
    codes[pattern.end + after + shift] === pattern.codes[pattern.end + after]
  ) {
    after += 1;
  }
  const splits =
    (before === 0 && isDigitCode(pattern.codes[pattern.start]) && isDigitCode(codes[place - 1])) ||
    (after === 0 && isDigitCode(pattern.codes[pattern.end - 1]) && isDigitCode(codes[pattern.end + shift]));
  return before + after - (splits ? 1000 : 0);
}
