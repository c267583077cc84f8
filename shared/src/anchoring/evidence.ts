import { areParts } from './join-parts.ts';
import type { Match } from './match-candidate.ts';
import { isBeside, isTight, skippedBefore } from './match-candidate.ts';
import { oddsOfEdited } from './pattern-words.ts';
import type { QuotePattern } from './quote-pattern.ts';
import type { Sought } from './seek-quote.ts';

/**
 * Where the other passages of a document say that a quote should be.
 *
 * Offsets are of the text's skeleton.
 */
export interface Expectation {
  /** The quote starts here or after it. */
  readonly from: number;
  /** The quote starts here or before it. */
  readonly to: number;
  /** The same two for what is left of it when its first `skipped` code units are not. */
  readonly boundsAt: (skipped: number) => { readonly from: number; readonly to: number };
  /** Where it starts if the text between its neighbours did not change. */
  readonly start: number;
  /** How far it stood from the neighbour that tells `start`, in code units of the old text. */
  readonly distance: number;
  /** Where it would start beside the places of its next neighbours, should all of them have moved. */
  readonly beside: readonly number[];
  /**
   * How long the stretch between the neighbours of a place was and is, in code units of the skeleton and without
   * page furniture; undefined at the ends of the text.
   */
  readonly stretchAt: (start: number) => { readonly before: number; readonly now: number } | undefined;
}

/** Starts this far outside the expectation count as in order. */
const TOLERANCE = 24;
/** Starts this far from where they are beside a neighbour still count as beside it. */
const BESIDE = 250;

/** A shift by a sentence is usual, however near the neighbour is that tells of it. */
const SENTENCE = 100;
/** By so much of its length a stretch may have grown or shrunk for other reasons than a passage that came. */
const DOUBT = 0.2;

/** A footnote speaks against a place by its being there and not by its length. */
const MOST_INSERTED = 0.4;

/**
 * What speaks for and against a match being the quote's place, in the order of the weights in `judge.ts`.
 */
export function evidenceFor(match: Match, sought: Sought): number[] {
  const { matches, pattern, expectation, known } = sought;
  const length = pattern.end - pattern.start;
  const { before, after } = contextOf(match, pattern);
  const own = before + after;
  let elsewhere = 0;
  for (const rival of matches) {
    if (rival === match || overlaps(rival, match) || areParts(rival, match)) continue;
    const context = contextOf(rival, pattern);
    elsewhere = Math.max(elsewhere, context.before + context.after - own);
  }
  const beside = isBeside(match, pattern);
  const tight = isTight(match.pieces, pattern);
  const shift = expectation === undefined ? 0 : shiftOf(match, pattern, expectation);
  const worst = Math.min(before, after);
  const passage = Math.max(1, match.end - match.start - match.inserted);
  return [
    1,
    match.share,
    Math.min(1, match.share / 0.4),
    Math.max(0, match.share - 0.85) / 0.15,
    Math.log2(1 + match.share * length) / 8,
    Math.max(before, after),
    worst,
    match.share * worst,
    match.share * Math.max(before, after),
    beside.start || beside.end ? 1 : 0,
    beside.start && beside.end ? 1 : 0,
    tight.start || tight.end ? 1 : 0,
    tight.start && tight.end ? 1 : 0,
    Math.min(1, match.replaced / passage),
    Math.min(MOST_INSERTED, match.inserted / (match.inserted + length)),
    elsewhere,
    Math.min(1, Math.log2(1 + shift / 16) / 10),
    expectation === undefined ? 0 : Math.min(1, shift / (expectation.distance + SENTENCE)),
    known.occupied(match.start, match.end),
    expectation?.beside.some((start) => Math.abs(match.start - start) <= BESIDE) ? 1 : 0,
    match.words.changed / Math.max(1, match.words.kept + match.words.changed),
    Math.max(-1, Math.min(1, oddsOfEdited(match.words, known.rates.edited) / 8)),
    Math.min(1, match.words.numbers / 2),
    Math.log(known.rates.removed / (1 - known.rates.removed)) / 5,
    roomFor(match, sought),
  ];
}

/** Room of this much is enough, … */
const ENOUGH_ROOM = 0.5;
/** … and where the doubt is more than so many times the length of the passage, it is taken for granted. */
const MOST_DOUBT = 4;

/** Whether there is room for a match out of order; where that cannot be known, there is. */
export function hasRoom(match: Match, sought: Sought): boolean {
  const { doubt } = growthAt(match, sought) ?? { doubt: Number.POSITIVE_INFINITY };
  return doubt > MOST_DOUBT * (match.end - match.start) || roomFor(match, sought) >= ENOUGH_ROOM;
}

/**
 * How much speaks for room for a passage that came from elsewhere, -1 to 1: the text must have grown by as much as it
 * is long. What stands where nothing was put in was there all along.
 */
function roomFor(match: Match, sought: Sought): number {
  const { growth, doubt } = growthAt(match, sought) ?? {};
  if (growth === undefined || doubt === undefined) return 0;
  const half = (match.end - match.start) / 2;
  return Math.max(-1, Math.min(1, (growth - half) / (half + doubt)));
}

/** By how much the text grew around a match out of order, what was removed there aside, and how far that may be wrong. */
function growthAt(match: Match, { pattern, expectation, known }: Sought) {
  const stretch =
    isInOrder(match, pattern, expectation) === false ? expectation?.stretchAt(match.start) : undefined;
  return (
    stretch && {
      growth: stretch.now - stretch.before * (1 - known.rates.removed),
      doubt: SENTENCE / 2 + DOUBT * stretch.before,
    }
  );
}

/** What there is to judge a match by, beside its words. */
export type Ground = 'nothing' | 'context' | 'in order' | 'out of order';

/** What there is to judge a match of a quote by. */
export function groundOf(match: Match, { pattern, expectation }: Sought): Ground {
  const order = isInOrder(match, pattern, expectation);
  if (order !== undefined) return order ? 'in order' : 'out of order';
  return pattern.end - pattern.start === pattern.codes.length ? 'nothing' : 'context';
}

/** Whether a match keeps the order of the passages; undefined when that is not known. */
function isInOrder(
  match: Match,
  pattern: QuotePattern,
  expectation: Expectation | undefined,
): boolean | undefined {
  if (expectation === undefined) return undefined;
  const { before } = skippedBefore(match, pattern);
  const { from, to } = before === 0 ? expectation : expectation.boundsAt(before);
  return match.start >= from - TOLERANCE && match.start <= to + TOLERANCE;
}

/** How far a match is from where it is expected; what is missing before it was removed, or another text put in. */
function shiftOf(match: Match, pattern: QuotePattern, { start }: Expectation): number {
  const { skeleton } = skippedBefore(match, pattern);
  return Math.min(Math.abs(match.start - start), Math.abs(match.start - skeleton - start));
}

/** The context that stands at a match; an unknown side counts as half there. */
function contextOf(match: Match, pattern: QuotePattern) {
  return {
    before: pattern.start > 0 ? match.before : 0.5,
    after: pattern.end < pattern.codes.length ? match.after : 0.5,
  };
}

function overlaps(one: Match, other: Match): boolean {
  return one.start < other.end && other.start < one.end;
}
