import type { Candidate } from './find-candidates.ts';
import { coveredOld, type Piece } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import { areEqual, type Skeleton } from './skeleton.ts';

/** What a candidate has of a quote, and where. */
export interface Match {
  readonly pieces: readonly Piece[];
  /** The share of the quote that stands there, 0 to 1. */
  readonly similarity: number;
  /** The share of the nearest context before the quote; 0 when it has none. */
  readonly before: number;
  /** The share of the nearest context after the quote; 0 when it has none. */
  readonly after: number;
  /** Code units of the passage that stand where the quote has others. */
  readonly replaced: number;
  /** Code units of the passage in blocks that were put between the quote's words. */
  readonly inserted: number;
  /** The passage in the text's skeleton; empty when nothing of the quote stands there. */
  readonly start: number;
  readonly end: number;
}

/** Code units of context that say where a passage is; those further away may belong to another one. */
const NEAR = 48;
/** An edited stretch at the border of a passage longer than this is taken for a removed one. */
const MAX_EDITED = 40;
/** How much longer than before an edited stretch may be between quote and unchanged context. */
const EDITED_MORE = 16;
/** Full stop, exclamation mark, question mark. */
const SENTENCE_ENDS = [0x2e, 0x21, 0x3f];
/** Code units of a new word that do not count as a block. */
const WORD = 12;
/** How far a border is moved to fall between words. */
const SNAP = 8;

/** Measures what a candidate has of a quote. */
export function matchOf(skeleton: Skeleton, pattern: QuotePattern, candidate: Candidate): Match {
  const { pieces } = candidate;
  const { start, end } = pattern;
  const last = pattern.codes.length;
  const nearStart = Math.max(0, start - NEAR);
  const nearEnd = Math.min(last, end + NEAR);
  const covered = coveredOld(pieces, start, end);
  const found = { start: findStart(skeleton, pieces, pattern), end: findEnd(skeleton, pieces, pattern) };
  const isSame =
    found.end - found.start === end - start &&
    areEqual(pattern.codes, start, skeleton.codes, found.start, end - start);
  const isEmpty = covered === 0 || found.end <= found.start;
  return {
    pieces,
    similarity: isEmpty ? 0 : isSame ? 1 : covered / (end - start),
    before: start > nearStart ? coveredOld(pieces, nearStart, start) / (start - nearStart) : 0,
    after: nearEnd > end ? coveredOld(pieces, end, nearEnd) / (nearEnd - end) : 0,
    ...gapsWithin(pieces, found.start, found.end),
    start: isEmpty ? 0 : found.start,
    end: isEmpty ? 0 : found.end,
  };
}

/** Where the quote starts: at its first piece, or before it by what was edited there. */
function findStart(skeleton: Skeleton, pieces: readonly Piece[], { start, end }: QuotePattern): number {
  const at = pieces.findIndex((piece) => piece.old + piece.length > start);
  const piece = pieces[at];
  if (piece === undefined || piece.old >= end) return 0;
  if (piece.old <= start) return piece.new + start - piece.old;
  const before = pieces[at - 1];
  const edited = piece.old - start;
  const floor = before === undefined ? 0 : before.new + before.length;
  const room = piece.new - floor;
  const contextEdited = before === undefined ? edited : start - before.old - before.length;
  if (contextEdited === 0 && room <= edited + EDITED_MORE) return floor;
  if (edited > MAX_EDITED) return piece.new;
  const share = Math.min(edited, Math.round((room * edited) / (edited + contextEdited)));
  return snap(
    skeleton,
    piece.new - share,
    Math.max(floor, sentenceStart(skeleton, piece.new, share)),
    piece.new,
  );
}

/** Where the quote ends, by the same rule. */
function findEnd(skeleton: Skeleton, pieces: readonly Piece[], { start, end }: QuotePattern): number {
  const at = pieces.findLastIndex((piece) => piece.old < end);
  const piece = pieces[at];
  if (piece === undefined || piece.old + piece.length <= start) return 0;
  const last = piece.old + piece.length;
  const lastNew = piece.new + piece.length;
  if (last >= end) return lastNew - (last - end);
  const after = pieces[at + 1];
  const edited = end - last;
  const ceiling = after === undefined ? skeleton.codes.length : after.new;
  const room = ceiling - lastNew;
  const contextEdited = after === undefined ? edited : after.old - end;
  if (contextEdited === 0 && room <= edited + EDITED_MORE) return ceiling;
  if (edited > MAX_EDITED) return lastNew;
  const share = Math.min(edited, Math.round((room * edited) / (edited + contextEdited)));
  return snap(skeleton, lastNew + share, lastNew, Math.min(ceiling, sentenceEnd(skeleton, lastNew, share)));
}

/** Whether a sentence ends before the place `at`. */
function isSentenceStart(skeleton: Skeleton, at: number): boolean {
  return at > 0 && SENTENCE_ENDS.includes(skeleton.codes[at - 1] as number) && isBetweenWords(skeleton, at);
}

/** The start of the sentence that `at` is in, but at most `reach` and a word before it. */
function sentenceStart(skeleton: Skeleton, at: number, reach: number): number {
  const least = Math.max(0, at - reach - SNAP);
  let start = at;
  while (start > least && !isSentenceStart(skeleton, start)) start -= 1;
  return start;
}

/** The end of the sentence that `at` is in, but at most `reach` and a word after it. */
function sentenceEnd(skeleton: Skeleton, at: number, reach: number): number {
  const most = Math.min(skeleton.codes.length, at + reach + SNAP);
  let end = at;
  while (end < most && !isSentenceStart(skeleton, end)) end += 1;
  return end;
}

/** The nearest place from `low` up to `high` (inclusive) that falls between two words. */
function snap(skeleton: Skeleton, place: number, low: number, high: number): number {
  for (let step = 0; step <= SNAP; step += 1) {
    for (const at of [place - step, place + step]) {
      if (at >= low && at <= high && isBetweenWords(skeleton, at)) return at;
    }
  }
  return Math.max(low, Math.min(high, place));
}

function isBetweenWords(skeleton: Skeleton, at: number): boolean {
  if (at <= 0 || at >= skeleton.codes.length) return true;
  const offset = skeleton.offsets[at] as number;
  return offset > 0 && /\s/.test(skeleton.text[offset - 1] as string);
}

/** The gaps within a passage: code units that replace the quote's, and those that were put between. */
function gapsWithin(pieces: readonly Piece[], start: number, end: number) {
  let replaced = 0;
  let inserted = 0;
  pieces.forEach((piece, at) => {
    const before = pieces[at - 1];
    if (before === undefined) return;
    const from = Math.max(start, before.new + before.length);
    const newGap = Math.min(end, piece.new) - from;
    if (newGap <= 0) return;
    const oldGap = piece.old - before.old - before.length;
    replaced += Math.min(newGap, oldGap + WORD);
    inserted += Math.max(0, newGap - oldGap - WORD);
  });
  return { replaced, inserted };
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
