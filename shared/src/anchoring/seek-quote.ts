import { withBriefTables } from './brief-tables.ts';
import { worthOf } from './chain-pieces.ts';
import type { Expectation } from './evidence.ts';
import { fillGaps } from './fill-gaps.ts';
import { type Candidate, findCandidates, findCandidatesWithin, type Range } from './find-candidates.ts';
import { findSameWords } from './find-same-words.ts';
import { bucketsOf } from './gram-index.ts';
import type { Judged } from './judge.ts';
import { type KnownChanges, NOTHING_KNOWN } from './known-changes.ts';
import { type Match, matchOf, storyOf } from './match-candidate.ts';
import { areEqual, extendPiece, shareAPair } from './pieces.ts';
import { findExpectedStart, type QuotePattern } from './quote-pattern.ts';
import type { SearchedText } from './searched-text.ts';
import { type Skeleton, skeletonIndex } from './skeleton.ts';
import { isLikelier } from './story-price.ts';

/** A quote on its way to a place. */
export interface Sought {
  readonly pattern: QuotePattern;
  /** Where it started in the text in which it was quoted; undefined when it does not say. */
  readonly expected: number | undefined;
  /** The places where it could be, as far as they are known. */
  matches: Match[];
  /** Whether its words may stand unchanged in more places than are in `matches`. */
  hasMore?: boolean;
  /** Whether the whole text was searched for it. */
  isSearched?: boolean;
  /** Where the other quotes say that it should be. */
  expectation?: Expectation;
  readonly known: KnownChanges;
  /** What `judgeMatches` made of the matches. */
  judged?: { readonly matches: readonly Match[]; readonly inOrder: readonly Judged[] };
}

/** How far around its expected place a quote is looked for first. */
const CLOSE = 200;
/** Places with the same words that are compared by their context. */
const MAX_SAME_WORDS = 16;

/** Starts to look for a quote: collects the places where it could be, wherever they are in the text. */
export function seekQuote(text: SearchedText, pattern: QuotePattern, known = NOTHING_KNOWN): Sought {
  const sought: Sought = { pattern, expected: findExpectedStart(pattern.quote), matches: [], known };
  seekEverywhere(text, sought);
  return sought;
}

/** Adds the places of the whole text where a quote could be. */
export function seekEverywhere(text: SearchedText, sought: Sought): void {
  const { pattern, expected } = sought;
  if (sought.isSearched || pattern.end <= pattern.start) return;
  sought.isSearched = true;
  const { index, skeleton } = text;
  const { places, hasMore } = findSameWords(text, pattern);
  const options: Candidate[] = nearest(places, skeletonIndex(skeleton, expected ?? 0)).map((place) =>
    candidateAt(text, pattern, place),
  );
  if (places.length !== 1 || hasMore) {
    options.push(...withBriefTables(() => findCandidates(index, pattern, bucketsOf(index, pattern.codes))));
  }
  sought.hasMore = hasMore || places.length > MAX_SAME_WORDS;
  addMatches(text, sought, options);
}

/** Whether a match where the other quotes carry it needs no comparison with other places. */
export function isSure(match: Match): boolean {
  const { share, before, after } = match;
  return share >= 0.8 && Math.max(before, after) >= 0.9 && before + after >= 1.1;
}

/** Looks again, and closely, for a quote between its neighbours. */
export function seekWhereExpected(text: SearchedText, quote: Sought): void {
  const { expectation, pattern } = quote;
  if (expectation === undefined) return;
  const around = (from: number, to: number) => ({
    from: Math.max(0, from - pattern.start - CLOSE),
    to: to + pattern.codes.length + CLOSE,
  });
  const between = around(expectation.from, expectation.to);
  const close = around(expectation.start, expectation.start);
  lookWithin(text, quote, between, close);
}

/** Looks closely for a quote around a place that has a part of it. */
export function seekAround(text: SearchedText, quote: Sought, { start, end }: Match): void {
  const { pattern } = quote;
  const reach = pattern.codes.length + CLOSE;
  const around = { from: Math.max(0, start - reach), to: end + reach };
  lookWithin(text, quote, around, around);
}

function lookWithin(text: SearchedText, quote: Sought, whole: Range, part: Range): void {
  const { index } = text;
  const { pattern } = quote;
  const find = () => findCandidatesWithin(index, pattern, bucketsOf(index, pattern.codes), whole, part);
  addMatches(text, quote, withBriefTables(find));
}

/** Measures the candidates that were not measured before. */
function addMatches(text: SearchedText, sought: Sought, candidates: readonly Candidate[]): void {
  const matches = [...sought.matches];
  for (const candidate of candidates) {
    if (matches.some(({ measured }) => areEqual(measured, candidate.pieces))) continue;
    matches.push(matchOf(text.skeleton, sought.pattern, candidate, sought.known));
  }
  sought.matches = distinct(text.skeleton, sought, matches);
}

/** The whole pattern around a place where the quote itself is unchanged. */
function candidateAt(text: SearchedText, { codes, start }: QuotePattern, place: number): Candidate {
  const same = extendPiece(codes, text.index.codes, start, place);
  return { pieces: fillGaps(codes, text.index.codes, [same], 0, codes.length) };
}

function nearest(places: readonly number[], expected: number): number[] {
  if (places.length <= MAX_SAME_WORDS) return [...places];
  return [...places].sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected)).slice(0, MAX_SAME_WORDS);
}

/** Of the matches that are about the same place, the one that tells the likelier story; the better aligned first. */
export function distinct(skeleton: Skeleton, { pattern, known }: Sought, matches: readonly Match[]): Match[] {
  const ranked = matches
    .map((match) => ({ match, worth: worthOf(match.pieces) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ match }) => match);
  const kept: Match[] = [];
  for (const match of ranked) {
    const [same, another] = kept.filter((other) => shareAPair(other.pieces, match.pieces));
    if (same === undefined) kept.push(match);
    else if (another === undefined) {
      const [story, other] = [storyOf(pattern, match), storyOf(pattern, same)];
      if (isLikelier(skeleton, pattern, known.rates, story, other)) kept[kept.indexOf(same)] = match;
    }
  }
  return kept;
}
