import { alignTexts } from './align-texts.ts';
import { chainPieces } from './chain-pieces.ts';
import { fillGaps } from './fill-gaps.ts';
import { findPieces } from './find-pieces.ts';
import { GRAM, type GramIndex } from './gram-index.ts';
import { areEqual, type Piece } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import { slideGaps } from './slide-gaps.ts';

/** A place in the text that has something of a quote or of its context. */
export interface Candidate {
  /** The alignment of the pattern with the text there; never empty. */
  readonly pieces: readonly Piece[];
  /** Whether an alignment of the whole original says so, and no resemblance. */
  readonly isCertain?: boolean;
}

/** Candidates that are compared; the others have less in common with the quote. */
const MAX_CANDIDATES = 6;
/** Pieces within this many diagonals of each other speak for the same place. */
const SPREAD = 64;
/** How long a block may be that was inserted into a passage: a footnote with a page's footer and header. */
const MAX_INSERTED = 800;
/** Patterns longer than this are placed by samples. */
const LONG = 2048;
/** How many samples are taken of a long pattern, and their length. */
const SAMPLES = 9;
const SAMPLE = 256;

/**
 * Finds the places of the whole text that have the most in common with a quote and its context.
 *
 * Method: the pieces of pattern and text vote for the diagonals near their own; the pattern is aligned
 * where most votes are. Rare grams first; common ones only when the rare ones find nothing.
 * Cost: linear in the pattern.
 */
export function findCandidates(index: GramIndex, pattern: QuotePattern, buckets: Uint32Array): Candidate[] {
  if (pattern.codes.length > LONG) return findLongCandidates(index, pattern, buckets);
  const whole = { from: 0, to: index.codes.length };
  let pieces = findPieces(index, pattern.codes, buckets, { ...whole, maxPlaces: 16 });
  const found = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (found < pattern.codes.length / 2) {
    pieces = findPieces(index, pattern.codes, buckets, { ...whole, maxPlaces: 128 });
  }
  const candidates: Candidate[] = [];
  for (const diagonal of peaks(pieces)) {
    const through = longestNear(pieces, diagonal);
    if (candidates.some((candidate) => holds(candidate, through))) continue;
    const from = diagonal - SPREAD - MAX_INSERTED;
    const to = diagonal + pattern.codes.length + SPREAD + MAX_INSERTED;
    const near = pieces.filter((piece) => piece.new >= from && piece.new + piece.length <= to);
    candidates.push(align(index, pattern, chainPieces(near, through)));
  }
  return candidates;
}

/**
 * The same for a long quote, whose pieces lie on ever other diagonals: samples of it say where it is, and
 * it is aligned with that stretch as texts are.
 */
function findLongCandidates(index: GramIndex, pattern: QuotePattern, buckets: Uint32Array): Candidate[] {
  const { length } = pattern.codes;
  const diagonals: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const from = Math.floor(((length - SAMPLE) * sample) / (SAMPLES - 1));
    const pieces = findPieces(
      index,
      pattern.codes.subarray(from, from + SAMPLE),
      buckets.subarray(from, from + SAMPLE - GRAM + 1),
      { from: 0, to: index.codes.length, maxPlaces: 16 },
    );
    const [diagonal] = peaks(pieces);
    if (diagonal !== undefined) diagonals.push(diagonal - from);
  }
  diagonals.sort((a, b) => a - b);
  const median = diagonals[diagonals.length >> 1];
  if (median === undefined) return [];
  const drift = (length >> 1) + MAX_INSERTED;
  const from = Math.max(0, median - drift);
  const aligned = alignTexts(pattern.codes, index.codes.subarray(from, median + length + drift));
  if (aligned.length === 0) return [];
  return [{ pieces: aligned.map((piece) => ({ ...piece, new: piece.new + from })) }];
}

/** A stretch of the text's skeleton. */
export interface Range {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/**
 * Aligns a quote and its context with a stretch of the text, and with the part of it where they are expected, unless all
 * that the stretch has of them is there.
 */
export function findCandidatesWithin(
  index: GramIndex,
  pattern: QuotePattern,
  buckets: Uint32Array,
  whole: Range,
  part: Range,
): Candidate[] {
  if (pattern.codes.length > LONG) return [];
  const find = (range: Range) => findPieces(index, pattern.codes, buckets, { ...range, maxPlaces: 16 });
  const pieces = find(whole);
  const isInPart =
    part.from >= whole.from &&
    part.to <= whole.to &&
    pieces.every((piece) => piece.new > part.from && piece.new + piece.length < part.to);
  const chain = chainPieces(pieces);
  const chainInPart = isInPart ? [] : chainPieces(find(part));
  return [areEqual(chainInPart, chain) ? [] : chainInPart, chain].flatMap((one) =>
    one.length === 0 ? [] : [align(index, pattern, one)],
  );
}

function align(index: GramIndex, pattern: QuotePattern, chain: readonly Piece[]): Candidate {
  const filled = fillGaps(pattern.codes, index.codes, chain, 0, pattern.codes.length);
  return { pieces: slideGaps(pattern.codes, index.codes, filled) };
}

function holds(candidate: Candidate, piece: Piece): boolean {
  return candidate.pieces.some(
    (other) =>
      other.new - other.old === piece.new - piece.old &&
      other.old < piece.old + piece.length &&
      piece.old < other.old + other.length,
  );
}

/** The longest piece that voted for a peak. */
function longestNear(pieces: readonly Piece[], diagonal: number): Piece {
  let longest: Piece | undefined;
  for (const piece of pieces) {
    const distance = diagonal - piece.new + piece.old;
    if (distance < 0 || distance > SPREAD) continue;
    if (longest === undefined || piece.length > longest.length) longest = piece;
  }
  if (longest === undefined) throw new RangeError(`No piece voted for the diagonal ${diagonal}.`);
  return longest;
}

/** The diagonals that most pieces vote for, best first, no two nearer than the spread. */
function peaks(pieces: readonly Piece[]): number[] {
  const diagonals: number[] = [];
  const votes: number[] = [];
  let sum = 0;
  let first = 0;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    const diagonal = piece.new - piece.old;
    sum += piece.length;
    for (; ; first += 1) {
      const oldest = pieces[first] as Piece;
      if (diagonal - (oldest.new - oldest.old) <= SPREAD) break;
      sum -= oldest.length;
    }
    const next = pieces[at + 1];
    if (next !== undefined && next.new - next.old === diagonal) continue;
    diagonals.push(diagonal);
    votes.push(sum);
  }
  const chosen: number[] = [];
  while (chosen.length < MAX_CANDIDATES) {
    const most = votes.reduce((one, other) => Math.max(one, other), 0);
    if (most === 0) break;
    const peak = diagonals[votes.indexOf(most)] as number;
    chosen.push(peak);
    diagonals.forEach((diagonal, at) => {
      if (Math.abs(diagonal - peak) <= SPREAD) votes[at] = 0;
    });
  }
  return chosen;
}
