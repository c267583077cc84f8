import { alignWith, findCarriedParts, knownFrom, toCarriedPattern } from './carry-passage.ts';
import { expectTogether } from './expect-passages.ts';
import { findRest, isRest } from './find-rest.ts';
import { judgeMatches } from './judge.ts';
import { NOTHING_KNOWN } from './known-changes.ts';
import type { Match } from './match-candidate.ts';
import { findExpectedStart, toQuotePattern } from './quote-pattern.ts';
import type { SearchedText } from './searched-text.ts';
import {
  distinct,
  isSure,
  type Sought,
  seekAround,
  seekEverywhere,
  seekQuote,
  seekWhereExpected,
} from './seek-quote.ts';
import type { QuoteSelector, TextPosition } from './selectors.ts';
import { skeletonIndex, toSkeleton } from './skeleton.ts';
import { placeInOld, toSparseOriginal } from './sparse-original.ts';

/**
 * Collects for each quote the places where it could be, with what the other quotes say about it.
 *
 * Method: where there are many quotes, all of them are laid out and aligned with the text, which places
 * most of them; the others are searched for in the whole text, then between their neighbours.
 * Cost: linear in the text and in the quotes.
 *
 * @param found positions that are certain already, by quote; these only help to place the others.
 */
export function seekTogether(
  text: SearchedText,
  quotes: readonly QuoteSelector[],
  found: ReadonlyMap<number, TextPosition>,
): Sought[] {
  const carry = carryTogether(text, quotes);
  const sought = quotes.map((quote, at): Sought => {
    const position = found.get(at);
    if (position !== undefined) return toPlaced(text, quote, position);
    const carried = carry?.(quote, at);
    if (carried === undefined || !carried.matches.some(({ share }) => share >= WORTH_TRYING)) {
      const pattern = carried?.pattern ?? toQuotePattern(quote);
      return seekQuote(text, pattern, carried?.known);
    }
    return { ...carried, expected: findExpectedStart(quote) };
  });
  expectTogether(text, sought);
  sought.forEach((quote, at) => {
    if (found.has(at) || isSettled(quote)) return;
    seekCloser(text, quote);
    let [best] = judgeMatches(quote);
    if (best === undefined || best.odds < CLEAR_ODDS) {
      seekEverywhere(text, quote);
      [best] = judgeMatches(quote);
    }
    if (best !== undefined) seekRest(text, quote, best.match);
  });
  return sought;
}

/** Of a quote that is carried with less than this share, the whole text is searched at once. */
const WORTH_TRYING = 0.2;
/** From these odds on no other place is looked for. */
const CLEAR_ODDS = 2.5;
/** From these on the only place is as good as sure. */
const SURE_ODDS = 3;

/** Whether there is one place, and nothing to gain from looking for another. */
function isSettled({ matches }: Sought): boolean {
  const [only] = matches;
  return (
    matches.length === 1 &&
    only !== undefined &&
    only.inserted === 0 &&
    (only.similarity === 1 || isSure(only))
  );
}

/**
 * Looks again, and closely: between the neighbours, or around the only place where that is as good as sure. Where it
 * also has words on either side that were there, a closer look would find the same.
 */
function seekCloser(text: SearchedText, quote: Sought): void {
  const [only] = quote.matches.length === 1 ? judgeMatches(quote) : [];
  if (only === undefined || only.odds < SURE_ODDS) seekWhereExpected(text, quote);
  else if (only.match.before === 0 || only.match.after === 0) seekAround(text, quote, only.match);
}

/** Adds the places of what the best place lacks. */
function seekRest(text: SearchedText, quote: Sought, best: Match): void {
  if (quote.matches.some((other) => isRest(quote, best, other))) return;
  const rest = findRest(text, quote, best);
  if (rest.length > 0) quote.matches = distinct(text.skeleton, quote, [...quote.matches, ...rest]);
}

/** How much text per code unit of the quotes is worth aligning with all of them. */
const WORTH_ALIGNING = 64;

/** Carries quotes by an alignment of all of them with the text, where they are many enough for that. */
function carryTogether(text: SearchedText, quotes: readonly QuoteSelector[]) {
  const sparse = toSparseOriginal(quotes);
  if (sparse.text.length * WORTH_ALIGNING < text.skeleton.text.length) return undefined;
  const original = toSkeleton(sparse.text);
  const scale = text.skeleton.codes.length / text.skeleton.text.length;
  const placeOf = (old: number) => scale * placeInOld(sparse, original.offsets[old] ?? sparse.text.length);
  const carried = alignWith(original, text.skeleton, placeOf);
  return (quote: QuoteSelector, at: number) => {
    const place = sparse.places[at];
    if (place === undefined) return undefined;
    const pattern = toCarriedPattern(carried, quote, place);
    const known = knownFrom(carried, place);
    return { pattern, matches: findCarriedParts(carried, pattern, place), known };
  };
}

const NO_WORDS = { kept: 0, changed: 0, numbers: 0 };

/** A quote that has been found already, for the others to be placed by. */
function toPlaced(text: SearchedText, quote: QuoteSelector, position: TextPosition): Sought {
  const start = skeletonIndex(text.skeleton, position.start);
  const end = skeletonIndex(text.skeleton, position.end);
  const match = {
    measured: [],
    pieces: [],
    settled: [],
    share: 1,
    similarity: 1,
    before: 1,
    after: 1,
    replaced: 0,
    inserted: 0,
    words: NO_WORDS,
    start,
    end,
  };
  const codes = text.skeleton.codes.subarray(start, end);
  const pattern = { quote, codes, start: 0, end: end - start, source: text.skeleton, from: start };
  return { pattern, expected: findExpectedStart(quote), matches: [match], known: NOTHING_KNOWN };
}
