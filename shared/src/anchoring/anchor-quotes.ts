import {
  type CarriedText,
  findCarried,
  knownFrom,
  shareOfOthers,
  toCarriedPattern,
  toCarriedText,
} from './carry-passage.ts';
import { findInColumns } from './find-in-columns.ts';
import { findRest } from './find-rest.ts';
import { findSameWords } from './find-same-words.ts';
import { findShifted } from './find-shifted.ts';
import { findBestMatch, findRests, judgeMatches } from './judge.ts';
import { isTight, type Match, matchOf } from './match-candidate.ts';
import { withOuterDashes } from './outer-dashes.ts';
import { extendPiece } from './pieces.ts';
import { findExpectedStart, type QuotePattern } from './quote-pattern.ts';
import { findReadAcross } from './read-across.ts';
import { type SearchedText, toSearchedText } from './searched-text.ts';
import { type Sought, seekQuote } from './seek-quote.ts';
import { seekTogether } from './seek-together.ts';
import type { Anchoring, QuoteSelector, TextPosition } from './selectors.ts';
import { positionInText } from './skeleton.ts';

const ORPHAN: Anchoring = { state: 'orphan' };

/** A passage of which the alignment carried less may stand elsewhere, or line by line between those of another column. */
const NEARLY_ALL = 0.9;
/** How sure it must be, as log-odds, that a passage which is not in its place has moved elsewhere … */
const SURE_OF_MOVE = 2;
/** … and how much of that place may be other words of the original. */
const MOST_OF_OTHERS = 0.3;
/** Unchanged words of this many code units that stand once in both texts are no coincidence. */
const ENOUGH_WORDS = 24;

/**
 * Finds each quote in the text. Never throws for any text or quote; results in the order of `quotes`.
 *
 * Method: a quote that stands unchanged where it was, or as far from there as others, between the words
 * that were there, is found at once.
 * With an `original` the others are carried over by aligning it with the text. Without one, they are placed
 * together: see `seekTogether`. Where columns stand beside each other in the text, what is not found whole is
 * looked for column by column too.
 * Cost: linear in text, original and quotes.
 *
 * @param options.original the text in which the quotes were made, where it was kept; `start` and `end`
 *   index it.
 */
export function anchorQuotes(
  text: string,
  quotes: readonly QuoteSelector[],
  options: { original?: string } = {},
): Anchoring[] {
  const plain = anchorInOrder(text, quotes, options);
  return findInColumns(text, quotes, options.original, plain, (reading) =>
    anchorInOrder(reading, quotes, options),
  );
}

/** Finds the quotes in a text that is read as it stands. */
function anchorInOrder(
  text: string,
  quotes: readonly QuoteSelector[],
  options: { original?: string },
): Anchoring[] {
  const results = quotes.map((quote) => findUnchanged(text, quote));
  findShifted(text, quotes, results);
  if (results.some((result) => result === undefined)) {
    const searched = toSearchedText(text);
    if (options.original !== undefined) carryOver(searched, options.original, quotes, results);
    if (results.some((result) => result === undefined)) placeTogether(searched, quotes, results);
  }
  return results.map((result) => result ?? ORPHAN);
}

/** The quote as it was, where it was, between the words that were there. */
function findUnchanged(text: string, quote: QuoteSelector): Anchoring | undefined {
  if (!isQuote(quote)) return ORPHAN;
  const start = findExpectedStart(quote);
  if (start === undefined || !text.startsWith(quote.exact, start)) return undefined;
  const { prefix = '', suffix = '' } = quote;
  const end = start + quote.exact.length;
  if (!text.startsWith(suffix, end) || !text.endsWith(prefix, start)) return undefined;
  return { state: 'exact', position: { start, end }, similarity: 1 };
}

/** Decides on the quotes that stand in the original. */
function carryOver(
  text: SearchedText,
  original: string,
  quotes: readonly QuoteSelector[],
  results: (Anchoring | undefined)[],
): void {
  const carried = toCarriedText(toSearchedText(original).skeleton, text.skeleton);
  const left = quotes.flatMap((quote, at) => (results[at] === undefined ? [{ at, quote }] : []));
  const places = findInOriginal(
    original,
    left.map(({ quote }) => quote),
  );
  left.forEach(({ at, quote }, index) => {
    const place = places[index];
    if (place !== undefined)
      results[at] = toAnchoring(text, quote, findCarriedOver(text, carried, quote, place));
  });
}

/** Where the alignment carried a passage, or where it moved to; undefined when it is gone. */
function findCarriedOver(
  text: SearchedText,
  carried: CarriedText,
  quote: QuoteSelector,
  place: TextPosition,
): Match | undefined {
  const pattern = toCarriedPattern(carried, quote, place, true);
  const match = findCarried(carried, pattern, place);
  const isFound = match !== undefined && match.end > match.start;
  if (!isFound || match.similarity < 1) {
    const elsewhere = findElsewhere(text, carried, pattern, place, isFound ? match : undefined);
    if (elsewhere !== undefined || !isFound) return elsewhere;
  }
  const isDoubtful = isOneOfTwo(text, pattern, match) || isParted(text, carried, pattern, match, place);
  return isDoubtful ? undefined : match;
}

/** A better place than where the alignment carried a part of a passage, `match`; any place where it carried nothing. */
function findElsewhere(
  text: SearchedText,
  carried: CarriedText,
  pattern: QuotePattern,
  place: TextPosition,
  match: Match | undefined,
): Match | undefined {
  const unchanged = findUnchangedWords(text, carried, pattern);
  if (unchanged !== undefined && isFree(carried, unchanged, place)) return unchanged;
  if (match !== undefined && match.share >= NEARLY_ALL) return undefined;
  const sought = seekQuote(text, toCarriedPattern(carried, pattern.quote, place));
  return findReadAcross(sought) ?? (match === undefined ? findMoved(carried, place, sought) : undefined);
}

/** Whether what the alignment did not carry of a passage stands elsewhere: then it is in two places. */
function isParted(
  text: SearchedText,
  carried: CarriedText,
  pattern: QuotePattern,
  match: Match,
  place: TextPosition,
): boolean {
  const sought = { pattern, expected: undefined, matches: [match], known: knownFrom(carried, place) };
  const matches = findRest(text, sought, match);
  return findRests(match, { ...sought, matches }).length > 0;
}

/** Where words stand that are unchanged, and once in both texts: they have moved there, whatever surrounds them. */
function findUnchangedWords(
  text: SearchedText,
  carried: CarriedText,
  pattern: QuotePattern,
): Match | undefined {
  if (pattern.end - pattern.start < ENOUGH_WORDS) return undefined;
  const { places, hasMore } = findSameWords(text, pattern);
  const [place] = places;
  if (place === undefined || places.length > 1 || hasMore) return undefined;
  if (!isOnce(carried.original.text, pattern.quote.exact)) return undefined;
  const same = extendPiece(pattern.codes, text.skeleton.codes, pattern.start, place);
  const match = matchOf(text.skeleton, pattern, { pieces: [same], isCertain: true });
  return match.similarity === 1 ? match : undefined;
}

/** Where a passage stands now that the alignment carried nowhere: not on words that were there all along. */
function findMoved(carried: CarriedText, place: TextPosition, sought: Sought): Match | undefined {
  return judgeMatches(sought).find(({ match, odds }) => odds > SURE_OF_MOVE && isFree(carried, match, place))
    ?.match;
}

/** Whether a place is not taken by words that were there all along. */
function isFree(carried: CarriedText, { start, end }: Match, place: TextPosition): boolean {
  return shareOfOthers(carried, start, end, place) < MOST_OF_OTHERS;
}

function isOnce(text: string, words: string): boolean {
  return text.indexOf(words) === text.lastIndexOf(words);
}

/** Whether a passage that joins its context on neither side stands twice now, so that nothing tells which of the two is meant. */
function isOneOfTwo({ skeleton }: SearchedText, pattern: QuotePattern, match: Match): boolean {
  const { start, end } = isTight(match.pieces, pattern);
  return !start && !end && !isOnce(skeleton.text, pattern.quote.exact);
}

/** Where the quotes stand in the text in which they were made; undefined for those that do not stand there unchanged. */
function findInOriginal(
  original: string,
  quotes: readonly QuoteSelector[],
): readonly (TextPosition | undefined)[] {
  const places = quotes.map((quote) => {
    const start = findExpectedStart(quote);
    return start !== undefined && original.startsWith(quote.exact, start)
      ? { start, end: start + quote.exact.length }
      : undefined;
  });
  const astray = quotes.flatMap((quote, at) => (places[at] === undefined ? [{ at, quote }] : []));
  if (astray.length === 0) return places;
  const found = anchorInOrder(
    original,
    astray.map(({ quote }) => quote),
    {},
  );
  astray.forEach(({ at }, index) => {
    const place = found[index];
    if (place !== undefined && place.state !== 'orphan' && place.similarity === 1)
      places[at] = place.position;
  });
  return places;
}

/** Decides on the quotes that are left, with the help of those that were found. */
function placeTogether(
  text: SearchedText,
  quotes: readonly QuoteSelector[],
  results: (Anchoring | undefined)[],
): void {
  const asked: number[] = [];
  const found = new Map<number, TextPosition>();
  results.forEach((result, at) => {
    if (result?.state === 'orphan') return;
    if (result !== undefined) found.set(asked.length, result.position);
    asked.push(at);
  });
  const sought = seekTogether(
    text,
    asked.map((at) => quotes[at] as QuoteSelector),
    found,
  );
  asked.forEach((at, index) => {
    const quote = sought[index];
    if (quote !== undefined && !found.has(index)) {
      results[at] = toAnchoring(text, quotes[at] as QuoteSelector, findBestMatch(text.skeleton, quote));
    }
  });
}

function toAnchoring(text: SearchedText, quote: QuoteSelector, match: Match | undefined): Anchoring {
  if (match === undefined) return ORPHAN;
  const { skeleton } = text;
  const words = positionInText(skeleton, match.start, match.end);
  const position = withOuterDashes(skeleton.text, quote.exact, words);
  const { similarity } = match;
  if (similarity < 1) return { state: 'changed', position, similarity };
  const start = findExpectedStart(quote);
  return { state: start === undefined || start === position.start ? 'exact' : 'moved', position, similarity };
}

/** Whether there is something to look for: quotes come from other people's programs, and may be anything. */
function isQuote(quote: QuoteSelector | null | undefined): quote is QuoteSelector {
  return typeof quote?.exact === 'string' && quote.exact !== '';
}
