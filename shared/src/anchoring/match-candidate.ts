import { findEnd, findStart } from './find-borders.ts';
import type { Candidate } from './find-candidates.ts';
import { type KnownChanges, NOTHING_KNOWN } from './known-changes.ts';
import { countRecased } from './letter-case.ts';
import { lengthWithoutFurniture } from './page-furniture.ts';
import { sentenceCuts } from './pattern-breaks.ts';
import type { WordCount } from './pattern-words.ts';
import { clipOld, coveredOld, type Piece, unchangedAround } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import { settleGaps } from './settle-gaps.ts';
import { areEqual, hasDigit, type Skeleton } from './skeleton.ts';
import { withoutStrayEnds, withoutStrayMarks } from './stray-ends.ts';
import { countIntactWords, intactShare, withoutStraySentences } from './stray-sentences.ts';

/** What a candidate has of a quote, and where. */
export interface Match {
  /** The pieces of the candidate, and those that are left of them. */
  readonly measured: readonly Piece[];
  readonly pieces: readonly Piece[];
  /** The pieces before sentences were left out that only resemble what stands there. */
  readonly settled: readonly Piece[];
  /** The share of the quote that stands there, 0 to 1. */
  readonly share: number;
  /** How much the passage is like the quote, 0 to 1: see `Anchoring`. */
  readonly similarity: number;
  /** The share of the nearest context before the quote; 0 when it has none. */
  readonly before: number;
  /** The share of the nearest context after the quote; 0 when it has none. */
  readonly after: number;
  /** Code units of the passage that stand where the quote has others. */
  readonly replaced: number;
  /** Code units of the passage in blocks that were put between the quote's words. */
  readonly inserted: number;
  /** The words of the sentences of which anything stands there. */
  readonly words: WordCount;
  /** The passage in the text's skeleton; empty when nothing of the quote stands there. */
  readonly start: number;
  readonly end: number;
}

/** Code units of context that say where a passage is; those further away may belong to another one. */
const NEAR = 48;
/** A passage of which less than this share is left is gone. */
const LEAST_LEFT = 0.15;
/** A place of which less than this share is the quote's has other words. */
const LEAST_DENSE = 0.45;
/** Of sentences of the quote that were not removed, more than this share must stand there. */
const LEAST_INTACT = 0.4;
/** Code units of a new word that do not count as a block. */
const WORD = 12;

/** Measures what a candidate has of a quote. */
export function matchOf(
  skeleton: Skeleton,
  pattern: QuotePattern,
  candidate: Candidate,
  known: KnownChanges = NOTHING_KNOWN,
): Match {
  const { start, end } = pattern;
  const last = pattern.codes.length;
  const settled = settleGaps(skeleton, pattern, candidate.pieces);
  // Of words that stand there in one stretch none only resembles what stands there.
  const isWhole = unchangedAround(settled, start, end) > 0;
  const pieces = isWhole
    ? settled
    : withoutStrayMarks(pattern, withoutStrays(skeleton, pattern, candidate, settled, known));
  const nearStart = Math.max(0, start - NEAR);
  const nearEnd = Math.min(last, end + NEAR);
  const found = { start: findStart(skeleton, pieces, pattern), end: findEnd(skeleton, pieces, pattern) };
  const isSame =
    found.end - found.start === end - start &&
    areEqual(pattern.codes, start, skeleton.codes, found.start, end - start);
  const own = isSame ? [{ old: start, new: found.start, length: end - start }] : pieces;
  const covered = coveredOld(own, start, end) - countRecased(skeleton, pattern, own);
  const gaps = gapsWithin(skeleton, pattern, pieces, found);
  const words = countIntactWords(skeleton, pattern, pieces);
  const isOther =
    covered < LEAST_DENSE * (covered + gaps.replaced) ||
    (!candidate.isCertain && intactShare(pattern, pieces) < LEAST_INTACT);
  const isEmpty =
    covered < LEAST_LEFT * (end - start) || covered === 0 || found.end <= found.start || isOther;
  return {
    measured: candidate.pieces,
    pieces,
    settled,
    share: isEmpty ? 0 : covered / (end - start),
    similarity: isEmpty ? 0 : (2 * covered) / (end - start + found.end - found.start),
    before: start > nearStart ? coveredOld(pieces, nearStart, start) / (start - nearStart) : 0,
    after: nearEnd > end ? coveredOld(pieces, end, nearEnd) / (nearEnd - end) : 0,
    replaced: gaps.replaced,
    inserted: gaps.inserted,
    words: { ...words, numbers: words.numbers + gaps.numbers },
    start: isEmpty ? 0 : found.start,
    end: isEmpty ? 0 : found.end,
  };
}

/** The pieces of a match, and what stands of the context beyond sentences that were left out. */
export function storyOf(pattern: QuotePattern, { settled, pieces }: Match): readonly Piece[] {
  if (pieces === settled) return pieces;
  const cuts = sentenceCuts(pattern);
  const from = cuts.findLast((at) => at <= pattern.start) ?? 0;
  const to = cuts.find((at) => at >= pattern.end) ?? pattern.codes.length;
  return [
    ...clipOld(settled, 0, from),
    ...clipOld(pieces, from, to),
    ...clipOld(settled, to, pattern.codes.length),
  ];
}

/** The pieces without those at either end that only resemble what stands there. */
function withoutStrays(
  skeleton: Skeleton,
  pattern: QuotePattern,
  { isCertain }: Candidate,
  pieces: readonly Piece[],
  known: KnownChanges,
): readonly Piece[] {
  return isCertain
    ? withoutStrayEnds(skeleton, pattern, pieces)
    : withoutStraySentences(skeleton, pattern, pieces, known);
}

/**
 * The gaps within a passage: code units that replace the quote's, those that were put between, and words
 * put between that are numbers.
 */
function gapsWithin(
  skeleton: Skeleton,
  { codes }: QuotePattern,
  pieces: readonly Piece[],
  { start, end }: { start: number; end: number },
) {
  let replaced = 0;
  let inserted = 0;
  let numbers = 0;
  pieces.forEach((piece, at) => {
    const before = pieces[at - 1];
    if (before === undefined) return;
    const from = Math.max(start, before.new + before.length);
    const to = Math.min(end, piece.new);
    if (to <= from) return;
    const newGap = lengthWithoutFurniture(skeleton, from, to);
    const oldGap = piece.old - before.old - before.length;
    replaced += Math.min(newGap, oldGap + WORD);
    inserted += Math.max(0, newGap - oldGap - WORD);
    const isNumber =
      newGap <= WORD &&
      hasDigit(skeleton.codes, from, to) &&
      !hasDigit(codes, before.old + before.length, piece.old);
    if (isNumber) numbers += 1;
  });
  return { replaced, inserted, numbers };
}

/** How much of a quote is missing before what stands at a match, in code units of its skeleton and of its text. */
export function skippedBefore({ pieces }: Match, { start, end, source, from }: QuotePattern) {
  const first = pieces.find((piece) => piece.old + piece.length > start && piece.old < end);
  if (first === undefined || first.old <= start) return { skeleton: 0, before: 0 };
  const { offsets } = source;
  const before = (offsets[from + first.old] as number) - (offsets[from + start] as number);
  return { skeleton: first.old - start, before };
}

/** Whether quote and context stand together without a change at either border of the quote. */
export function isTight(pieces: readonly Piece[], pattern: QuotePattern): { start: boolean; end: boolean } {
  const { start, end, codes } = pattern;
  const spans = (at: number) =>
    pieces.some((piece) => piece.old <= at - 3 && piece.old + piece.length >= at + 3);
  return { start: start >= 3 && spans(start), end: end <= codes.length - 3 && spans(end) };
}

/**
 * Whether context stands directly beside the passage, also where the quote itself was cut or edited at
 * that border.
 */
export function isBeside(match: Match, { start, end }: QuotePattern): { start: boolean; end: boolean } {
  const before = match.pieces.findLast((piece) => piece.old < start);
  const after = match.pieces.find((piece) => piece.old + piece.length > end);
  const isNear = (newGap: number, oldGap: number) => oldGap <= NEAR && newGap <= oldGap + WORD;
  return {
    start:
      before !== undefined &&
      isNear(match.start - before.new - before.length, Math.max(0, start - before.old - before.length)),
    end: after !== undefined && isNear(after.new - match.end, Math.max(0, after.old - end)),
  };
}
