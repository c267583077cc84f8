import { alignTexts } from './align-texts.ts';
import { chainPieces } from './chain-pieces.ts';
import { firstIndex } from './first-index.ts';
import { isCopy } from './is-copy.ts';
import { changesOf, type KnownChanges, type Rates } from './known-changes.ts';
import type { Match } from './match-candidate.ts';
import { matchOf } from './match-candidate.ts';
import { coveredOld, type Piece } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import { retellChanges } from './retell-changes.ts';
import type { QuoteSelector, TextPosition } from './selectors.ts';
import { type Skeleton, skeletonIndex } from './skeleton.ts';
import { APART_CODE } from './sparse-original.ts';
import { priceOfUnseen } from './unseen-borders.ts';

/** The text in which quotes were made, or what is known of it, aligned with the text of now. */
export interface CarriedText {
  readonly original: Skeleton;
  readonly text: Skeleton;
  readonly pieces: readonly Piece[];
  /** How much the text changed. */
  readonly rates: Rates;
}

/** Code units of the original on each side of a passage that show where it was carried. */
const CONTEXT = 160;
/** … and where sentences were removed there, so many of what was carried beyond them, … */
const NEAREST = 32;
/** … unless that is further away. */
const MOST_CONTEXT = 8192;

/** Alignments that are remembered: with a text, and with that text read column by column. */
const REMEMBERED = 2;

let latest: readonly WeakRef<CarriedText>[] = [];

/**
 * Aligns an original with the text of now.
 *
 * The latest pairs are remembered as long as memory allows, because callers who hold one quote at a time
 * ask for the same pair again and again.
 * Cost: linear in both texts; nothing when the pair is one of them.
 */
export function toCarriedText(original: Skeleton, text: Skeleton): CarriedText {
  for (const reference of latest) {
    const known = reference.deref();
    if (known !== undefined && known.original === original && known.text === text) return known;
  }
  const aligned = alignTexts(original.codes, text.codes);
  const carried = carriedBy(original, text, aligned);
  latest = [new WeakRef(carried), ...latest.slice(0, REMEMBERED - 1)];
  return carried;
}

/**
 * Aligns what is known of an original with the text of now, in less time, and remembers nothing.
 *
 * @param placeOf where its code units stood: see `alignTexts`.
 */
export function alignWith(
  original: Skeleton,
  text: Skeleton,
  placeOf?: (old: number) => number,
): CarriedText {
  const aligned = alignTexts(original.codes, text.codes, placeOf);
  return carriedBy(original, text, aligned, true, placeOf);
}

function carriedBy(
  original: Skeleton,
  text: Skeleton,
  aligned: readonly Piece[],
  isSparse = false,
  placeOf?: (old: number) => number,
): CarriedText {
  const unseen = priceOfUnseen(original, text, aligned);
  const pieces = retellChanges(original, text, aligned, isSparse, unseen, placeOf);
  return { original, text, pieces, rates: changesOf(pieces, original.codes.length, unseen) };
}

/**
 * The pattern of a passage of the original, with more context than a quote keeps.
 *
 * @param isWhole whether to take in what stands beyond the sentences that were removed beside the passage.
 */
export function toCarriedPattern(
  carried: CarriedText,
  quote: QuoteSelector,
  position: TextPosition,
  isWhole = false,
): QuotePattern {
  const { codes } = carried.original;
  const start = skeletonIndex(carried.original, position.start);
  const end = Math.max(start, skeletonIndex(carried.original, position.end));
  const [before, after] = isWhole ? contextOf(carried, start, end) : [CONTEXT, CONTEXT];
  let from = start;
  while (from > 0 && start - from < before && codes[from - 1] !== APART_CODE) from -= 1;
  let to = end;
  while (to < codes.length && to - end < after && codes[to] !== APART_CODE) to += 1;
  return {
    quote,
    codes: codes.subarray(from, to),
    start: start - from,
    end: end - from,
    source: carried.original,
    from,
  };
}

/** How much context it takes before and after a passage to have some of it that was carried. */
function contextOf({ pieces }: CarriedText, start: number, end: number): [before: number, after: number] {
  const at = firstEndingAfter(pieces, start - 1, 'old');
  const first = pieces[at];
  const before = first !== undefined && first.old < start ? first : pieces[at - 1];
  const after = pieces[firstEndingAfter(pieces, end, 'old')];
  const reach = (gap: number) => Math.min(MOST_CONTEXT, Math.max(CONTEXT, gap + NEAREST));
  return [
    before === undefined ? CONTEXT : reach(start - before.old - before.length),
    after === undefined ? CONTEXT : reach(after.old - end),
  ];
}

/**
 * What the alignment has of a passage of the original, and where; undefined when it has nothing.
 *
 * @param carried a whole original, and not only what the quotes tell.
 */
export function findCarried(
  carried: CarriedText,
  pattern: QuotePattern,
  position: TextPosition,
): Match | undefined {
  const pieces = piecesOf(carried, pattern, position);
  if (coveredOld(pieces, pattern.start, pattern.end) === 0) return undefined;
  return matchOf(carried.text, pattern, { pieces, isCertain: true }, knownFrom(carried, position));
}

/**
 * What the alignment of what the quotes tell has of a passage: one place, or two where so much was put in between
 * that it cannot tell whether they are one; none when it has nothing.
 */
export function findCarriedParts(
  carried: CarriedText,
  pattern: QuotePattern,
  position: TextPosition,
): Match[] {
  const pieces = piecesOf(carried, pattern, position);
  const chain = chainPieces(pieces);
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rest = pieces.filter(({ old, length }) => old >= last.old + last.length || old + length <= first.old);
  const known = knownFrom(carried, position);
  return [chain, chainPieces(rest)]
    .filter((part) => coveredOld(part, pattern.start, pattern.end) > 0)
    .map((part) => matchOf(carried.text, pattern, { pieces: part }, known));
}

/** The pieces of the alignment in a pattern, counted from its start. */
function piecesOf(carried: CarriedText, pattern: QuotePattern, position: TextPosition): Piece[] {
  const from = skeletonIndex(carried.original, position.start) - pattern.start;
  return clip(carried.pieces, from, from + pattern.codes.length);
}

/** What an alignment tells of the changes around a passage of the original. */
export function knownFrom(carried: CarriedText, position: TextPosition): KnownChanges {
  const occupied = (start: number, end: number) => shareOfOthers(carried, start, end, position);
  return {
    rates: carried.rates,
    occupied,
    isCopy: () => isCopy(carried, (start, end) => shareCarried(carried, start, end)),
  };
}

/** The share of a stretch of the text that the alignment gives to other words of the original. */
export function shareOfOthers(
  carried: CarriedText,
  start: number,
  end: number,
  position: TextPosition,
): number {
  const from = skeletonIndex(carried.original, position.start);
  const to = skeletonIndex(carried.original, position.end);
  return shareCarried(carried, start, end, (piece) => piece.old >= to || piece.old + piece.length <= from);
}

/** The share of a stretch of the text to which the alignment carried something. */
function shareCarried(
  carried: CarriedText,
  start: number,
  end: number,
  counts: (piece: Piece) => boolean = () => true,
): number {
  let share = 0;
  for (let at = firstEndingAfter(carried.pieces, start, 'new'); at < carried.pieces.length; at += 1) {
    const piece = carried.pieces[at] as Piece;
    if (piece.new >= end) break;
    if (counts(piece)) share += Math.min(end, piece.new + piece.length) - Math.max(start, piece.new);
  }
  return share / Math.max(1, end - start);
}

/** Whether the alignment carried any of a passage of the original to this stretch of the text. */
export function isCarriedTo(
  { original, text, pieces }: CarriedText,
  from: TextPosition,
  to: TextPosition,
): boolean {
  const start = skeletonIndex(original, from.start);
  const [first, end] = [skeletonIndex(text, to.start), skeletonIndex(text, to.end)];
  return clip(pieces, start, skeletonIndex(original, from.end)).some(
    (piece) => piece.new < end && piece.new + piece.length > first,
  );
}

/** The pieces of an alignment between two places of the old text, counted from the first of them. */
function clip(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const clipped: Piece[] = [];
  for (let at = firstEndingAfter(pieces, from, 'old'); at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.old >= to) break;
    const skipped = Math.max(0, from - piece.old);
    const length = Math.min(to, piece.old + piece.length) - piece.old - skipped;
    clipped.push({ old: piece.old + skipped - from, new: piece.new + skipped, length });
  }
  return clipped;
}

function firstEndingAfter(pieces: readonly Piece[], place: number, side: 'old' | 'new'): number {
  return firstIndex(pieces.length, (at) => {
    const piece = pieces[at] as Piece;
    return piece[side] + piece.length > place;
  });
}
