import {
  type CarriedText,
  findCarried,
  shareOfOthers,
  toCarriedPattern,
  toCarriedText,
} from './carry-passage.ts';
import { judgeMatches } from './judge.ts';
import type { Match } from './match-candidate.ts';
import { expectTogether, type Sought, seekQuote, seekWhereExpected } from './place-quotes.ts';
import { findExpectedStart, toQuotePattern } from './quote-pattern.ts';
import { type SearchedText, toSearchedText } from './searched-text.ts';
import type { Anchoring, QuoteSelector, TextPosition } from './selectors.ts';
import { positionInText } from './skeleton.ts';

const ORPHAN: Anchoring = { state: 'orphan' };

/**
 * Finds each quote in the text. Never throws for any text or quote; results in the order of `quotes`.
 *
 * `original` is the text in which the quotes were made, where it was kept; `start` and `end` index it.
 */
export function anchorQuotes(
  text: string,
  quotes: readonly QuoteSelector[],
  options: { original?: string } = {},
): Anchoring[] {
  const results: Anchoring[] = quotes.map((quote) => {
    if (!isWhereExpected(text, quote)) return ORPHAN;
    const start = quote.start as number;
    return { state: 'exact', position: { start, end: start + quote.exact.length }, similarity: 1 };
  });
  if (results.every((result) => result !== ORPHAN)) return results;

  const searched = toSearchedText(text);
  const carried =
    options.original === undefined ? undefined : toCarriedText(toSearchedText(options.original), searched);
  const left: number[] = [];
  quotes.forEach((quote, at) => {
    if (results[at] !== ORPHAN) return;
    const place = carried && findInOriginal(carried.original.skeleton.text, quote);
    if (carried && place) results[at] = toAnchoring(searched, quote, anchorCarried(carried, quote, place));
    else left.push(at);
  });
  if (left.length === 0) return results;

  const sought = quotes.map((quote) => seekQuote(searched, toQuotePattern(quote)));
  expectTogether(searched, sought);
  for (const at of left) {
    const quote = sought[at] as Sought;
    if (quote.matches.length !== 1 || (quote.matches[0]?.similarity ?? 0) < 1)
      seekWhereExpected(searched, quote);
    const [best, next] = judgeMatches(quote.matches, quote.pattern, quote.expectation);
    if (!best || best.odds < 0) continue;
    if (next && best.odds - next.odds < 0.2) continue;
    results[at] = toAnchoring(searched, quote.pattern.quote, best.match);
  }
  return results;
}

/** A passage of which less than this share is left, or fewer code units, is gone. */
const LEAST_CARRIED = 0.15;

/** Where the alignment carried a passage, or where it moved to; undefined when it is gone. */
function anchorCarried(carried: CarriedText, quote: QuoteSelector, place: TextPosition): Match | undefined {
  const pattern = toCarriedPattern(carried, quote, place);
  const match = findCarried(carried, pattern, place);
  if (match !== undefined && match.similarity >= LEAST_CARRIED) return match;
  const moved = judgeMatches(seekQuote(carried.text, pattern).matches, pattern, undefined);
  return moved.find(
    (judged) => judged.odds > 2 && shareOfOthers(carried, judged.match.start, judged.match.end, place) < 0.3,
  )?.match;
}

/** Where the quote stands in the text in which it was made. */
function findInOriginal(original: string, quote: QuoteSelector): TextPosition | undefined {
  if (typeof quote.exact !== 'string' || quote.exact === '') return undefined;
  const start = findExpectedStart(quote);
  if (start !== undefined && original.startsWith(quote.exact, start)) {
    return { start, end: start + quote.exact.length };
  }
  const [found] = anchorQuotes(original, [quote]);
  return found === undefined || found.state === 'orphan' || found.similarity < 1 ? undefined : found.position;
}

function toAnchoring(text: SearchedText, quote: QuoteSelector, match: Match | undefined): Anchoring {
  if (match === undefined || match.end <= match.start) return ORPHAN;
  const position = positionInText(text.skeleton, match.start, match.end);
  const { similarity } = match;
  return { state: similarity === 1 ? stateOfSameWords(quote, position) : 'changed', position, similarity };
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
