import {
  alignWith,
  type CarriedText,
  findCarried,
  shareOfOthers,
  toCarriedPattern,
  toCarriedText,
} from './carry-passage.ts';
import { judgeMatches } from './judge.ts';
import type { Match } from './match-candidate.ts';
import {
  expectTogether,
  isSure,
  type Sought,
  seekQuote,
  seekWhereExpected,
  toPlaced,
} from './place-quotes.ts';
import { findExpectedStart, toQuotePattern } from './quote-pattern.ts';
import { type SearchedText, toSearchedText } from './searched-text.ts';
import type { Anchoring, QuoteSelector, TextPosition } from './selectors.ts';
import { positionInText, toSkeleton } from './skeleton.ts';
import { toSparseOriginal } from './sparse-original.ts';

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
  const { original } = options;
  const carried =
    original === undefined ? undefined : toCarriedText(toSearchedText(original).skeleton, searched.skeleton);
  const left = new Set<number>();
  quotes.forEach((quote, at) => {
    if (results[at] !== ORPHAN) return;
    const place = carried && findInOriginal(carried.original.text, quote);
    if (carried && place)
      results[at] = toAnchoring(searched, quote, anchorCarried(searched, carried, quote, place));
    else left.add(at);
  });
  if (left.size > 0) anchorTogether(searched, quotes, left, results);
  return results;
}

/** Places the quotes that are left, with the help of the others. */
function anchorTogether(
  text: SearchedText,
  quotes: readonly QuoteSelector[],
  left: ReadonlySet<number>,
  results: Anchoring[],
): void {
  const carry = carryTogether(text, quotes);
  const sought = quotes.map((quote, at) => {
    const known = results[at];
    if (!left.has(at) && known !== undefined && known.state !== 'orphan')
      return toPlaced(text, quote, known.position);
    const carried = carry?.(quote, at);
    return seekQuote(text, carried?.pattern ?? toQuotePattern(quote), carried?.match);
  });
  expectTogether(text, sought);
  for (const at of left) {
    const quote = sought[at] as Sought;
    const [only] = quote.matches;
    if (quote.matches.length !== 1 || only === undefined || !(only.similarity === 1 || isSure(only))) {
      seekWhereExpected(text, quote);
    }
    const [best, next] = judgeMatches(quote.matches, quote.pattern, quote.expectation);
    if (!best || best.odds < 0) continue;
    if (next && best.odds - next.odds < 0.2) continue;
    results[at] = toAnchoring(text, quote.pattern.quote, best.match);
  }
}

/** How much text per code unit of the quotes is worth aligning with all of them. */
const WORTH_ALIGNING = 64;

/** Carries quotes by an alignment of all of them with the text, where they are many enough for that. */
function carryTogether(text: SearchedText, quotes: readonly QuoteSelector[]) {
  const sparse = toSparseOriginal(quotes);
  if (sparse.text.length * WORTH_ALIGNING < text.skeleton.text.length) return undefined;
  const carried = alignWith(toSkeleton(sparse.text), text.skeleton);
  return (quote: QuoteSelector, at: number) => {
    const place = sparse.places[at];
    if (place === undefined) return undefined;
    const pattern = toCarriedPattern(carried, quote, place);
    return { pattern, match: findCarried(carried, pattern, place) };
  };
}

/** A passage of which less than this share is left, or fewer code units, is gone. */
const LEAST_CARRIED = 0.15;

/** Where the alignment carried a passage, or where it moved to; undefined when it is gone. */
function anchorCarried(
  text: SearchedText,
  carried: CarriedText,
  quote: QuoteSelector,
  place: TextPosition,
): Match | undefined {
  const pattern = toCarriedPattern(carried, quote, place);
  const match = findCarried(carried, pattern, place);
  if (match !== undefined && match.similarity >= LEAST_CARRIED) return match;
  const moved = judgeMatches(seekQuote(text, pattern).matches, pattern, undefined);
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
