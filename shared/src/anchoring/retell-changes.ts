import { alignWords } from './align-words.ts';
import { UNSEEN } from './change-prices.ts';
import type { Gap } from './fill-gaps.ts';
import { lengthWithoutFurniture } from './page-furniture.ts';
import type { Piece } from './pieces.ts';
import { isBetweenWords } from './sentences.ts';
import { hasDigit, type Skeleton } from './skeleton.ts';
import { APART_CODE } from './sparse-original.ts';

/** A stretch this long stands where it stood, its ends aside, which may have slid by a sentence. */
const SOLID = 96;
const REACH = 120;
/** A gap that is no longer than this on either side is an edited word. */
const EDITED = 24;
/** Of a stretch that is more than so many times as long as what is known of it, little can be told. */
const MOST_UNKNOWN = 2;

/**
 * Aligns again, by words, what lies between the long equal stretches of an alignment wherever more was
 * removed or put in than a word: see `alignWords`.
 * Cost: linear in the pieces, and for each such place what `alignWords` costs.
 *
 * @param isSparse whether the old text is known in parts only, so that anything may stand between these: then only
 *   what was removed of them matters, what was put into them, and numbers that stand as others, and only where most is known.
 * @param unseen what `priceOfUnseen` says.
 */
export function retellChanges(
  old: Skeleton,
  text: Skeleton,
  pieces: readonly Piece[],
  isSparse = false,
  unseen = UNSEEN,
): Piece[] {
  const result: Piece[] = [];
  let between: Piece[] = [];
  let from = { old: 0, new: 0 };
  const tell = (to: { old: number; new: number }) => {
    const gap = { oldFrom: from.old, oldTo: to.old, newFrom: from.new, newTo: to.new };
    const isWorth = isSparse
      ? !isMostlyUnknown(gap) && hasDoubt(old, text, between, to)
      : hasBlock(between, to);
    const told = isWorth ? alignWords(old, text, gap, unseen) : undefined;
    for (const piece of told ?? between) append(result, piece);
  };
  for (const piece of pieces) {
    const middle = piece.length < SOLID ? undefined : middleOf(old, piece);
    if (middle === undefined) {
      between.push(piece);
      continue;
    }
    between.push({ ...piece, length: middle.old - piece.old });
    tell(middle);
    append(result, middle);
    from = endOf(middle);
    between = [{ ...from, length: piece.old + piece.length - from.old }];
  }
  tell({ old: old.codes.length, new: text.codes.length });
  return result;
}

/** What is left of a long stretch without what may have slid, from word to word; undefined when nothing is. */
function middleOf(old: Skeleton, { old: start, new: at, length }: Piece): Piece | undefined {
  const reach = Math.min(REACH, length >> 1);
  let from = start + reach;
  while (from < start + length && !isBetweenWords(old, from)) from += 1;
  let to = Math.max(from, start + length - reach);
  while (to > from && !isBetweenWords(old, to)) to -= 1;
  return from < start + length ? { old: from, new: at + from - start, length: to - from } : undefined;
}

/** Whether a stretch of the text is so much longer than what is known of the old one that little can be told of it. */
function isMostlyUnknown({ oldFrom, oldTo, newFrom, newTo }: Gap): boolean {
  return newTo - newFrom > MOST_UNKNOWN * (oldTo - oldFrom);
}

/** Whether more than a word was removed, or put in, between the pieces, or up to where they go on. */
function hasBlock(pieces: readonly Piece[], to: { old: number; new: number }): boolean {
  return pieces.some((piece, at) => {
    const end = endOf(piece);
    const next = pieces[at + 1] ?? to;
    return next.old - end.old > EDITED || next.new - end.new > EDITED;
  });
}

/**
 * Whether the pieces may be astray of which not all is known between: more than a word was removed, or was put between
 * known words and is no page furniture, or a number or the letter of an item is another one.
 */
function hasDoubt(
  { codes }: Skeleton,
  text: Skeleton,
  pieces: readonly Piece[],
  to: { old: number; new: number },
): boolean {
  return pieces.some((piece, at) => {
    const end = endOf(piece);
    const next = pieces[at + 1] ?? to;
    if (next.old - end.old > EDITED) return true;
    if (codes.subarray(end.old, next.old).includes(APART_CODE)) return false;
    if (next.new - end.new > EDITED) return lengthWithoutFurniture(text, end.new, next.new) > EDITED;
    const isLetter = next.old - end.old === 1 && isMark(codes[end.old - 1]) && isMark(codes[next.old]);
    return (
      next.new > end.new &&
      (isLetter || (hasDigit(codes, end.old, next.old) && hasDigit(text.codes, end.new, next.new)))
    );
  });
}

/** Whether a code unit stands beside the letter of an item: a bracket or a full stop. */
function isMark(code: number | undefined): boolean {
  return code === 0x28 || code === 0x29 || code === 0x2e;
}

function endOf(piece: Piece): { old: number; new: number } {
  return { old: piece.old + piece.length, new: piece.new + piece.length };
}

/** Adds a piece, as more of the last one where it goes on from there. */
function append(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (piece.length <= 0) return;
  if (last === undefined || last.old + last.length !== piece.old || last.new + last.length !== piece.new)
    pieces.push(piece);
  else pieces[pieces.length - 1] = { ...last, length: last.length + piece.length };
}
