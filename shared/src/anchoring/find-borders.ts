import { withoutFurniture } from './page-furniture.ts';
import { sentenceCuts, startsSentence } from './pattern-breaks.ts';
import type { Piece } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import { isBetweenWords, isSentenceStart } from './sentences.ts';
import type { Skeleton } from './skeleton.ts';
import { isLetterOrDigit } from './word-starts.ts';

/** An edited stretch at the border of a passage longer than this is taken for a removed one. */
const MAX_EDITED = 40;
/** How much longer than before an edited stretch may be between quote and unchanged context. */
const EDITED_MORE = 28;
/** How far a border is moved to fall between words. */
const SNAP = 8;
/** In a longer gap no border is looked for. */
const MAX_GAP = 4096;

/** What lies between two pieces of which at least one is in the quote, and where in it the quote's border is. */
interface Gap {
  /** Code units of the old gap before the border, and in all. */
  readonly border: number;
  readonly length: number;
  /** Where sentences start in the old gap, its ends aside. */
  readonly oldCuts: readonly number[];
  /** Code units of the new gap, furniture aside. */
  readonly room: number;
  /** Where sentences start in the new gap, its ends aside. */
  readonly newCuts: readonly number[];
  /** Whether the new gap starts, and ends, within a sentence. */
  readonly isStartWithin: boolean;
  readonly isEndWithin: boolean;
  /** Whether no piece follows: then what follows in the text need not be the quote's. */
  readonly isOpen: boolean;
}

/** Where the quote starts: at its first piece, or before it by what was edited there. */
export function findStart(skeleton: Skeleton, pieces: readonly Piece[], pattern: QuotePattern): number {
  const { start, end } = pattern;
  const at = pieces.findIndex((piece) => piece.old + piece.length > start);
  const piece = pieces[at];
  if (piece === undefined || piece.old >= end) return 0;
  if (piece.old <= start) return piece.new + start - piece.old;
  // Marks alone end the sentence before; what stands in their place is not the quote's.
  if (!pattern.codes.subarray(start, piece.old).some(isLetterOrDigit)) return piece.new;
  const before = pieces[at - 1];
  const oldFrom = before === undefined ? 0 : before.old + before.length;
  const newFrom =
    before === undefined ? Math.max(0, piece.new - piece.old - SNAP) : before.new + before.length;
  return placeBorder(skeleton, pattern, {
    old: [oldFrom, start, piece.old],
    new: [newFrom, piece.new],
    isStart: true,
    isOpen: before === undefined,
  });
}

/** Where the quote ends, by the same rule. */
export function findEnd(skeleton: Skeleton, pieces: readonly Piece[], pattern: QuotePattern): number {
  const { start, end, codes } = pattern;
  const at = pieces.findLastIndex((piece) => piece.old < end);
  const piece = pieces[at];
  if (piece === undefined || piece.old + piece.length <= start) return 0;
  const oldFrom = piece.old + piece.length;
  const newFrom = piece.new + piece.length;
  if (oldFrom >= end) return newFrom - (oldFrom - end);
  const after = pieces[at + 1];
  const oldTo = after?.old ?? codes.length;
  const most = Math.min(skeleton.codes.length, newFrom + oldTo - oldFrom + SNAP);
  return placeBorder(skeleton, pattern, {
    old: [oldFrom, end, oldTo],
    new: [newFrom, after?.new ?? most],
    isStart: false,
    isOpen: after === undefined,
  });
}

interface Between {
  /** In the pattern: the end of the piece before, the quote's border, the start of the piece after. */
  readonly old: readonly [number, number, number];
  /** In the skeleton: the end of the piece before, the start of the piece after. */
  readonly new: readonly [number, number];
  readonly isStart: boolean;
  readonly isOpen: boolean;
}

function placeBorder(skeleton: Skeleton, pattern: QuotePattern, between: Between): number {
  const [oldFrom, border, oldTo] = between.old;
  const [newFrom, newTo] = between.new;
  const { isStart, isOpen } = between;
  const plain = isStart ? newTo : newFrom;
  if (newTo - newFrom > MAX_GAP) return plain;
  const places = withoutFurniture(skeleton, newFrom, newTo);
  const placeOf = (taken: number) => {
    if (isStart) return places[taken] ?? newTo;
    return taken === 0 ? newFrom : (places[taken - 1] as number) + 1;
  };
  const oldCuts = sentenceCuts(pattern)
    .filter((at) => at > oldFrom && at < oldTo)
    .map((at) => at - oldFrom);
  const newCuts: number[] = [];
  for (let at = 1; at < places.length; at += 1) {
    if (isSentenceStart(skeleton, places[at] as number)) newCuts.push(at);
  }
  const gap: Gap = {
    border: border - oldFrom,
    length: oldTo - oldFrom,
    oldCuts,
    room: places.length,
    newCuts,
    isStartWithin: !isSentenceStart(skeleton, newFrom) && !startsSentence(pattern, oldFrom),
    isEndWithin: !isSentenceStart(skeleton, newTo) && !startsSentence(pattern, oldTo),
    isOpen,
  };
  const taken = isStart ? gap.room - takenOf(mirrored(gap)) : takenOf(gap);
  for (let step = 0; step <= SNAP; step += 1) {
    for (const at of isStart ? [taken + step, taken - step] : [taken - step, taken + step]) {
      if (at >= 0 && at <= gap.room && isBetweenWords(skeleton, placeOf(at))) return placeOf(at);
    }
  }
  return placeOf(taken);
}

/** The same gap seen from its end. */
function mirrored(gap: Gap): Gap {
  return {
    ...gap,
    border: gap.length - gap.border,
    oldCuts: gap.oldCuts.map((cut) => gap.length - cut).reverse(),
    newCuts: gap.newCuts.map((cut) => gap.room - cut).reverse(),
    isStartWithin: gap.isEndWithin,
    isEndWithin: gap.isStartWithin,
  };
}

/**
 * How many code units of the new gap are before the border.
 *
 * Words are edited within their sentence, and sentences are removed whole: what the new gap has up to its
 * first end of a sentence takes the place of the old gap up to its first one, and likewise at the end.
 */
function takenOf(gap: Gap): number {
  const { border, length, oldCuts, room, newCuts, isStartWithin, isEndWithin, isOpen } = gap;
  const [firstOld] = oldCuts;
  const lastOld = oldCuts.at(-1);
  const firstNew = newCuts[0] ?? room;
  if (firstOld === undefined || lastOld === undefined) {
    if (!isOpen && border === length && room <= border + EDITED_MORE) return room;
    if (border > MAX_EDITED || (isOpen && !isStartWithin)) return 0;
    return Math.min(border, firstNew, Math.round((room * border) / length));
  }
  if (isOpen) {
    if (!isStartWithin) return 0;
    if (border > firstOld) return firstNew <= firstOld + EDITED_MORE ? firstNew : 0;
    return border > MAX_EDITED ? 0 : Math.min(border, firstNew);
  }
  const tail = length - lastOld;
  const split = isEndWithin ? Math.round((room * firstOld) / (firstOld + tail)) : room;
  const head = isStartWithin ? (newCuts[0] ?? split) : 0;
  if (border <= firstOld) {
    if (!isStartWithin && newCuts.length < oldCuts.length) return 0;
    return Math.round((Math.min(firstNew, head || firstNew) * border) / firstOld);
  }
  const base = newCuts.at(-1) ?? head;
  if (border < lastOld) return head;
  return border === lastOld ? base : base + Math.round(((room - base) * (border - lastOld)) / tail);
}
