import { chainPassages, type PlaceOption } from './chain-passages.ts';
import { worthOf } from './chain-pieces.ts';
import type { Expectation } from './evidence.ts';
import { fillGaps } from './fill-gaps.ts';
import { type Candidate, findCandidates, findCandidateWithin } from './find-candidates.ts';
import { findSameWords } from './find-same-words.ts';
import { bucketsOf } from './gram-index.ts';
import { type Match, matchOf } from './match-candidate.ts';
import { extendPiece, shareAPair } from './pieces.ts';
import { findExpectedStart, type QuotePattern } from './quote-pattern.ts';
import type { SearchedText } from './searched-text.ts';
import type { QuoteSelector, TextPosition } from './selectors.ts';
import { skeletonIndex } from './skeleton.ts';

/** A quote on its way to a place. */
export interface Sought {
  readonly pattern: QuotePattern;
  /** Where it started in the text in which it was quoted; undefined when it does not say. */
  readonly expected: number | undefined;
  /** The places where it could be, as far as they are known. */
  matches: Match[];
  /** Where the other quotes say that it should be. */
  expectation?: Expectation;
}

/** Places with the same words that are compared by their context. */
const MAX_SAME_WORDS = 16;

/**
 * Starts to look for a quote: collects the places where it could be, wherever they are in the text.
 *
 * @param carried where the other quotes carry it, if they do.
 */
export function seekQuote(text: SearchedText, pattern: QuotePattern, carried?: Match): Sought {
  const expected = findExpectedStart(pattern.quote);
  if (pattern.end <= pattern.start) return { pattern, expected, matches: [] };
  if (carried !== undefined && isSure(carried)) return { pattern, expected, matches: [carried] };
  const { index, skeleton } = text;
  const { places, hasMore } = findSameWords(index, pattern);
  const options: Candidate[] = nearest(places, skeletonIndex(skeleton, expected ?? 0)).map((place) =>
    candidateAt(text, pattern, place),
  );
  if (places.length !== 1 || hasMore) {
    options.push(...findCandidates(index, pattern, bucketsOf(index, pattern.codes)));
  }
  const matches = options.map((option) => matchOf(skeleton, pattern, option));
  return { pattern, expected, matches: distinct(carried === undefined ? matches : [...matches, carried]) };
}

/** A quote that has been found already, for the others to be placed by. */
export function toPlaced(text: SearchedText, quote: QuoteSelector, position: TextPosition): Sought {
  const start = skeletonIndex(text.skeleton, position.start);
  const end = skeletonIndex(text.skeleton, position.end);
  const match = { pieces: [], similarity: 1, before: 1, after: 1, replaced: 0, inserted: 0, start, end };
  const pattern = { quote, codes: text.skeleton.codes.subarray(start, end), start: 0, end: end - start };
  return { pattern, expected: findExpectedStart(quote), matches: [match] };
}

/**
 * Where the quotes are expected that have a place in the old text: between the certain ones before and
 * after them, and as far from them as they were.
 */
export function expectTogether(text: SearchedText, quotes: readonly Sought[]): void {
  const { offsets } = text.skeleton;
  const placeable = quotes.filter((quote) => quote.expected !== undefined && quote.matches.length > 0);
  const chosen = chainPassages(
    placeable.map((quote) => ({
      expected: quote.expected as number,
      options: quote.matches.map(
        (match): PlaceOption => ({
          start: offsets[match.start] ?? 0,
          weight: weightOf(match, quote.pattern),
        }),
      ),
    })),
  );
  const fixed: Fixed[] = [];
  placeable.forEach((quote, at) => {
    const match = quote.matches[chosen[at] as number];
    if (match !== undefined && isCertain(match)) {
      fixed.push({ quote, expected: quote.expected as number, start: offsets[match.start] as number });
    }
  });
  fixed.sort((a, b) => a.expected - b.expected || a.start - b.start);
  const inOldOrder = [...placeable].sort((a, b) => (a.expected as number) - (b.expected as number));
  const rank = new Map(inOldOrder.map((quote, at) => [quote, at]));
  for (const quote of quotes) {
    const expectation = expect(text, quote, fixed);
    const at = rank.get(quote);
    if (expectation)
      quote.expectation = { ...expectation, beside: at === undefined ? [] : besideOf(text, inOldOrder, at) };
  }
}

function besideOf(text: SearchedText, quotes: readonly Sought[], at: number): number[] {
  const quote = quotes[at] as Sought;
  const result: number[] = [];
  for (let other = at - 3; other <= at + 3; other += 1) {
    const neighbour = quotes[other];
    if (neighbour === undefined || neighbour === quote) continue;
    const distance = (quote.expected as number) - (neighbour.expected as number);
    if (Math.abs(distance) > 3000) continue;
    for (const match of neighbour.matches) {
      if (!isCertain(match)) continue;
      result.push(skeletonIndex(text.skeleton, (text.skeleton.offsets[match.start] as number) + distance));
    }
  }
  return result;
}

/** Looks again, and closely, for a quote between its neighbours. */
export function seekWhereExpected(text: SearchedText, quote: Sought): void {
  const { expectation, pattern } = quote;
  if (expectation === undefined) return;
  const buckets = bucketsOf(text.index, pattern.codes);
  const reach = pattern.codes.length + CLOSE;
  const close = [expectation.start - pattern.start - CLOSE, expectation.start + reach] as const;
  const wide = [expectation.from - pattern.start - CLOSE, expectation.to + reach] as const;
  const found = [close, wide].flatMap(
    ([from, to]) => findCandidateWithin(text.index, pattern, buckets, Math.max(0, from), to) ?? [],
  );
  quote.matches = distinct([
    ...quote.matches,
    ...found.map((option) => matchOf(text.skeleton, pattern, option)),
  ]);
}

const CLOSE = 200;

interface Fixed {
  readonly quote: Sought;
  readonly expected: number;
  readonly start: number;
}

function expect(
  text: SearchedText,
  quote: Sought,
  fixed: readonly Fixed[],
): Omit<Expectation, 'beside'> | undefined {
  const { expected } = quote;
  if (expected === undefined) return undefined;
  const after = firstAfter(fixed, expected);
  const next = fixed[after]?.quote === quote ? fixed[after + 1] : fixed[after];
  let at = after - 1;
  while (fixed[at]?.quote === quote) at -= 1;
  const previous = fixed[at];
  if (previous === undefined && next === undefined) return undefined;
  const starts: number[] = [];
  if (previous) starts.push(previous.start + expected - previous.expected);
  if (next) starts.push(next.start - next.expected + expected);
  const start =
    previous && next && expected - previous.expected > next.expected - expected
      ? (starts[1] as number)
      : (starts[0] as number);
  const toIndex = (offset: number) => skeletonIndex(text.skeleton, offset);
  return {
    from: previous ? toIndex(previous.start) : 0,
    to: next ? toIndex(next.start) : text.skeleton.codes.length,
    start: toIndex(start),
  };
}

function firstAfter(fixed: readonly Fixed[], expected: number): number {
  let low = 0;
  let high = fixed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((fixed[middle] as Fixed).expected <= expected) low = middle + 1;
    else high = middle;
  }
  return low;
}

function weightOf(match: Match, pattern: QuotePattern): number {
  const length = pattern.end - pattern.start;
  return match.similarity ** 2 * length + 48 * (match.before + match.after) * Math.min(1, match.similarity);
}

/** Whether a match where the other quotes carry it needs no comparison with other places. */
export function isSure(match: Match): boolean {
  return match.similarity >= 0.8 && match.before >= 0.6 && match.after >= 0.6;
}

function isCertain(match: Match): boolean {
  return match.similarity >= 0.6 && Math.max(match.before, match.after) >= 0.5;
}

/** The whole pattern against the text around a place where the quote itself is unchanged. */
function candidateAt(text: SearchedText, pattern: QuotePattern, place: number): Candidate {
  const { start, end, codes } = pattern;
  const length = end - start;
  const same = { old: start, new: place, length };
  const around = { from: place - start - CLOSE, to: place + codes.length - start + CLOSE };
  void around;
  return { pieces: extendContext(text, pattern, same) };
}

function extendContext(
  text: SearchedText,
  pattern: QuotePattern,
  same: { old: number; new: number; length: number },
) {
  return fillGaps(
    pattern.codes,
    text.index.codes,
    [extendPiece(pattern.codes, text.index.codes, same.old, same.new)],
    0,
    pattern.codes.length,
  );
}

function nearest(places: readonly number[], expected: number): number[] {
  if (places.length <= MAX_SAME_WORDS) return [...places];
  return [...places].sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected)).slice(0, MAX_SAME_WORDS);
}

/** Of the matches that are about the same place, the one with the better alignment. */
function distinct(matches: readonly Match[]): Match[] {
  const ranked = matches
    .map((match) => ({ match, worth: worthOf(match.pieces) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ match }) => match);
  const kept: Match[] = [];
  for (const match of ranked) {
    if (!kept.some((other) => shareAPair(other.pieces, match.pieces))) kept.push(match);
  }
  return kept;
}
