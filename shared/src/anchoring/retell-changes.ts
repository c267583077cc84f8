import { alignWords } from './align-words.ts';
import { withBriefTables } from './brief-tables.ts';
import { UNSEEN } from './change-prices.ts';
import type { Gap } from './fill-gaps.ts';
import { lengthWithoutFurniture } from './page-furniture.ts';
import type { Piece } from './pieces.ts';
import { isBetweenWords, isSentenceStart } from './sentences.ts';
import { hasDigit, type Skeleton } from './skeleton.ts';
import { APART_CODE, isBesideUnknown } from './sparse-original.ts';

/** A stretch this long stands where it stood, its ends aside, which may have slid by a sentence. */
const SOLID = 96;
const REACH = 120;
/** A gap that is no longer than this on either side is an edited word. */
const EDITED = 24;
/** What is known of a stretch of the text that is more than so many times as long is the less part of it. */
const MOST_UNKNOWN = 2;
/** A stretch that is longer by more than this than it was had something put in, and its blocks are for letters. */
const GROWN = 100;

/** Code units of the text beside what is known of the old one in which that can have stood. */
const BEYOND = 160;

/** A place in both texts. */
interface Place {
  readonly old: number;
  readonly new: number;
}

/** A stretch of both texts, and what is aligned in it. */
interface Stretch {
  readonly gap: Gap;
  readonly pieces: readonly Piece[];
}

/**
 * Aligns again, by words, what lies between the long equal stretches of an alignment wherever more was
 * removed or put in than a word: see `alignWords`.
 * Cost: linear in the pieces, and for each such place what `alignWords` costs.
 *
 * Of an old text that is known in parts only anything may stand between these. There it is told where of what is known a
 * number is another one, or more than a word was removed or put in; and where most of a stretch is not known, only if that
 * did not grow, so that nothing happened to it but edits and removed sentences, and only beside what is known.
 *
 * @param isSparse whether the old text is known in parts only.
 * @param unseen what `priceOfUnseen` says.
 * @param placeOf where the old text's code units stood: see `alignTexts`.
 */
export function retellChanges(
  old: Skeleton,
  text: Skeleton,
  pieces: readonly Piece[],
  isSparse = false,
  unseen = UNSEEN,
  placeOf: (old: number) => number = (at) => at,
): Piece[] {
  const result: Piece[] = [];
  let between: Piece[] = [];
  let from: Place = { old: 0, new: 0 };
  // How far the old text went on behind the last of what is known, nothing tells.
  const mayHaveGrown = ({ oldFrom, oldTo, newFrom, newTo }: Gap) =>
    oldTo === old.codes.length ||
    lengthWithoutFurniture(text, newFrom, newTo) > placeOf(oldTo) - placeOf(oldFrom) + GROWN;
  const keep = (kept: readonly Piece[]) => {
    for (const piece of kept) append(result, piece);
  };
  const tell = (to: Place) => {
    const gap = { oldFrom: from.old, oldTo: to.old, newFrom: from.new, newTo: to.new };
    const stretch = { gap, pieces: between };
    const isUnknown = isSparse && isMostlyUnknown(gap);
    if (isUnknown && mayHaveGrown(gap)) return keep(between);
    for (const part of isUnknown ? partWhereUnknown(old.codes, stretch) : [stretch]) {
      const isWorth = isSparse ? hasDoubt(old, text, part, isUnknown) : hasBlock(part);
      const told = isWorth && withBriefTables(() => alignWords(old, text, part.gap, unseen));
      keep(told || part.pieces);
    }
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

/** Whether a stretch of the text is so much longer than what is known of the old one that this is the less part of it. */
function isMostlyUnknown({ oldFrom, oldTo, newFrom, newTo }: Gap): boolean {
  return newTo - newFrom > MOST_UNKNOWN * (oldTo - oldFrom);
}

/**
 * Parts a stretch where more of it is not known than `BEYOND` on either side: what lies there is in none of the parts, for
 * none of the words that are known can have stood so far away.
 */
function partWhereUnknown(codes: Uint16Array, { gap, pieces }: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  let { oldFrom, newFrom } = gap;
  let own: Piece[] = [];
  pieces.forEach((piece, at) => {
    own.push(piece);
    const end = endOf(piece);
    const next = pieces[at + 1];
    if (next === undefined || next.new - end.new <= 2 * BEYOND) return;
    const between = codes.subarray(end.old, next.old);
    const before = between.indexOf(APART_CODE);
    const behind = between.length - 1 - between.lastIndexOf(APART_CODE);
    const [newTo, nextFrom] = [end.new + before + BEYOND, next.new - behind - BEYOND];
    if (before < 0 || newTo >= nextFrom) return;
    parts.push({ gap: { oldFrom, oldTo: end.old + before + 1, newFrom, newTo }, pieces: own });
    [oldFrom, newFrom] = [next.old - behind - 1, nextFrom];
    own = [];
  });
  return [...parts, { gap: { ...gap, oldFrom, newFrom }, pieces: own }];
}

/** The places between the pieces of a stretch, and behind the last. */
function placesBetween({ gap, pieces }: Stretch): { end: Place; next: Place }[] {
  return pieces.map((piece, at) => ({
    end: endOf(piece),
    next: pieces[at + 1] ?? { old: gap.oldTo, new: gap.newTo },
  }));
}

/** Whether more than a word was removed, or put in, between the pieces, or up to where they go on. */
function hasBlock(stretch: Stretch): boolean {
  return placesBetween(stretch).some(
    ({ end, next }) => next.old - end.old > EDITED || next.new - end.new > EDITED,
  );
}

/**
 * Whether the pieces may be astray of which not all is known between: more than a word was removed, or was put between
 * known words and is no page furniture, or a number or the letter of an item is another one.
 *
 * @param isUnknown whether most of it is not known: then whole sentences that were removed are no doubt.
 */
function hasDoubt(old: Skeleton, text: Skeleton, stretch: Stretch, isUnknown: boolean): boolean {
  const { codes } = old;
  return placesBetween(stretch).some(({ end, next }) => {
    if (next.old - end.old > EDITED && !(isUnknown && areSentences(old, end.old, next.old))) return true;
    if (codes.subarray(end.old, next.old).includes(APART_CODE)) return false;
    if (next.new - end.new > EDITED) return lengthWithoutFurniture(text, end.new, next.new) > EDITED;
    const isLetter = next.old - end.old === 1 && isMark(codes[end.old - 1]) && isMark(codes[next.old]);
    return (
      next.new > end.new &&
      (isLetter || (hasDigit(codes, end.old, next.old) && hasDigit(text.codes, end.new, next.new)))
    );
  });
}

/** Whether sentences, or what is known of them, start at both places. */
function areSentences(old: Skeleton, from: number, to: number): boolean {
  return [from, to].every((at) => isBesideUnknown(old.codes, at) || isSentenceStart(old, at));
}

/** Whether a code unit stands beside the letter of an item: a bracket or a full stop. */
function isMark(code: number | undefined): boolean {
  return code === 0x28 || code === 0x29 || code === 0x2e;
}

function endOf(piece: Piece): Place {
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
