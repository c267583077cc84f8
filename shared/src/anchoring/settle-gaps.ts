import { fillAroundFurniture, findAfterFurniture, findBeforeFurniture } from './around-furniture.ts';
import { startsSentence } from './pattern-breaks.ts';
import type { Piece } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import { isBetweenWords, isSentenceStart } from './sentences.ts';
import { areEqual, type Skeleton } from './skeleton.ts';

/** How far a gap is moved at most to where a sentence starts, and to where a word does. */
const SENTENCE = 120;
const WORD = 12;
/** How many edited code units may lie between a gap's border and the words that change sides. */
const EDITED = 24;
/** What reaches no further beyond the end of a sentence is there by chance … */
const OVERHANG = 4;
/** … when more is missing beside it than an edited word. */
const LEAST_GAP = 8;

/**
 * Moves the gaps of a quote's alignment to where an author or a page would have made them.
 *
 * An alignment is short, not clever: "kan besluiten dat het [niet langer wordt verleend. Op grond van artikel
 * 2 kan hij besluiten dat het ]niet langer wordt verleend." is as short as taking out the second sentence.
 * So words change sides of a gap where that lets it start with a sentence or, failing that, a word; words
 * that page furniture keeps apart are compared again without it; and letters that reach just beyond a
 * sentence are left out.
 * Cost: linear in the pieces and their gaps, with at most 24 comparisons of 120 code units for each.
 * Source: the slider heuristic of git diff (`--indent-heuristic`), Michael Haggerty, 2016.
 */
export function settleGaps(skeleton: Skeleton, pattern: QuotePattern, pieces: readonly Piece[]): Piece[] {
  const { codes } = pattern;
  const [first] = pieces;
  const end = pieces.at(-1);
  if (first === undefined || end === undefined) return [];
  const result: Piece[] = findBeforeFurniture(skeleton, codes, first);
  for (const piece of pieces) {
    const before = result.pop();
    if (before === undefined) {
      result.push(piece);
      continue;
    }
    const settled = toSentence(skeleton, pattern, before, piece) ??
      toWord(skeleton, codes, before, piece) ?? [before, piece];
    for (const one of settled) {
      const last = result.at(-1);
      if (last !== undefined) result.push(...fillAroundFurniture(skeleton, codes, last, one));
      result.push(one);
    }
  }
  result.push(...findAfterFurniture(skeleton, codes, end));
  return withoutOverhang(skeleton, pattern, result);
}

/** Lets a sentence that stands on both sides of a gap stand on one. */
function toSentence(
  skeleton: Skeleton,
  pattern: QuotePattern,
  before: Piece,
  piece: Piece,
): Piece[] | undefined {
  const { codes } = pattern;
  const oldEnd = before.old + before.length;
  const newEnd = before.new + before.length;
  const gap = piece.old - oldEnd;
  // Sentences are whole that the text shows no more where it joins lines.
  if (startsSentence(pattern, oldEnd) && startsSentence(pattern, piece.old)) return undefined;
  if (gap <= LEAST_GAP || isSentenceStart(skeleton, newEnd) || isSentenceStart(skeleton, piece.new)) {
    return undefined;
  }
  const reach = Math.min(SENTENCE, gap);
  const head = stepsTo(Math.min(reach, piece.length - 1), (k) => isSentenceStart(skeleton, piece.new + k));
  for (let skipped = 0; head > 0 && skipped <= EDITED && skipped + head <= gap; skipped += 1) {
    const old = oldEnd + skipped;
    if (!areEqual(codes, old, skeleton.codes, piece.new, head)) continue;
    return [before, { old, new: piece.new, length: head }, cutStart(piece, head)];
  }
  const tail = stepsTo(Math.min(reach, before.length - 1), (k) => isSentenceStart(skeleton, newEnd - k));
  for (let skipped = 0; tail > 0 && skipped <= EDITED && skipped + tail <= gap; skipped += 1) {
    const old = piece.old - skipped - tail;
    if (!areEqual(codes, old, skeleton.codes, newEnd - tail, tail)) continue;
    const moved = { old, new: newEnd - tail, length: tail };
    return [{ ...before, length: before.length - tail }, moved, piece];
  }
  return undefined;
}

/** Slides a gap that is empty on one side to where a word starts. */
function toWord(skeleton: Skeleton, codes: Uint16Array, before: Piece, piece: Piece): Piece[] | undefined {
  const oldEnd = before.old + before.length;
  const newEnd = before.new + before.length;
  const isRemoved = piece.new === newEnd && piece.old > oldEnd;
  const isInserted = piece.old === oldEnd && piece.new > newEnd;
  if ((!isRemoved && !isInserted) || isBetweenWords(skeleton, newEnd)) return undefined;
  const own = isRemoved ? codes : skeleton.codes;
  const from = isRemoved ? oldEnd : newEnd;
  const to = isRemoved ? piece.old : piece.new;
  for (let right = 1; right <= WORD && right < piece.length; right += 1) {
    if (own[from + right - 1] !== own[to + right - 1]) break;
    if (!isBetweenWords(skeleton, newEnd + right)) continue;
    return [{ ...before, length: before.length + right }, cutStart(piece, right)];
  }
  for (let left = 1; left <= WORD && left < before.length; left += 1) {
    if (own[from - left] !== own[to - left]) break;
    if (isBetweenWords(skeleton, newEnd - left)) {
      return [{ ...before, length: before.length - left }, cutStart(piece, -left)];
    }
  }
  return undefined;
}

function withoutOverhang(skeleton: Skeleton, pattern: QuotePattern, pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, at) => {
    const before = pieces[at - 1];
    const after = pieces[at + 1];
    const gapBefore = piece.old - (before === undefined ? 0 : before.old + before.length);
    const gapAfter = (after?.old ?? pattern.codes.length) - piece.old - piece.length;
    const most = Math.min(OVERHANG, piece.length - 1);
    const isCut = (k: number) =>
      isSentenceStart(skeleton, piece.new + k) || startsSentence(pattern, piece.old + k);
    const first = gapBefore > LEAST_GAP ? stepsTo(most, isCut) : 0;
    const last = gapAfter > LEAST_GAP ? stepsTo(most, (k) => isCut(piece.length - k)) : 0;
    const rest = cutStart({ ...piece, length: piece.length - last }, first);
    return rest.length <= 0 ? [] : [rest];
  });
}

/** The least number from 1 up to `most` (inclusive) for which it holds; 0 when there is none. */
function stepsTo(most: number, holds: (steps: number) => boolean): number {
  for (let steps = 1; steps <= most; steps += 1) if (holds(steps)) return steps;
  return 0;
}

function cutStart(piece: Piece, by: number): Piece {
  return { old: piece.old + by, new: piece.new + by, length: piece.length - by };
}
