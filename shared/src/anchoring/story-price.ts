import {
  LEAST_ALIKE,
  MISSPELT,
  OTHER_NUMBER,
  PUT_IN,
  PUT_IN_MORE,
  TAKEN_OUT,
  TAKEN_OUT_MORE,
} from './change-prices.ts';
import { firstIndex } from './first-index.ts';
import type { Rates } from './known-changes.ts';
import { isFurnitureAt } from './page-furniture.ts';
import { sentenceCuts, wordMarks } from './pattern-breaks.ts';
import { areEqual, clipOld, endOf, type Piece } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import { isSentenceStart } from './sentences.ts';
import type { Skeleton } from './skeleton.ts';
import { priceOfBorder } from './unseen-borders.ts';
import { hashWord, priceWords } from './word-model.ts';
import { findWordStarts, isNumbering } from './word-starts.ts';

/** What it takes to say which word stands instead of another. */
const WHICH = 5.5;
/** Longer stretches of a text, in code units, are not compared. */
const MOST = 4096;
/** So many code units in a row of which two alignments say the same. */
const AGREED = 16;

/**
 * Whether the first of two alignments of a pattern with the same place tells a likelier story than the second.
 *
 * An alignment by letters takes the longest stretches, also of the sentence beside a removed one that is made by the
 * same pattern; one of all quotes together knows what stands beside the pattern, but not all that was edited in it.
 * Method: both have to account for the stretch of the text over which they go together. Words that stand there cost
 * nothing; those that were replaced, misspelt, taken out or put in, and sentences taken out whole, cost what the rates
 * of the document say; what stands before and behind an alignment is not known, and costs what its words tell: see
 * `alignWords`, which has the same prices. They are compared around where they differ about the quote: what one of them
 * takes for another row far from there decides nothing.
 * Cost: linear in the pattern, the pieces and the stretch.
 */
export function isLikelier(
  skeleton: Skeleton,
  pattern: QuotePattern,
  rates: Rates,
  one: readonly Piece[],
  other: readonly Piece[],
): boolean {
  if (pattern.codes.length > MOST || areEqual(one, other)) return false;
  const part = partThatDiffers(pattern, one, other);
  const stories = [one, other].map((pieces) =>
    clipOld(pieces, part.from, part.to).map((piece) => ({ ...piece, old: piece.old - part.from })),
  ) as [Piece[], Piece[]];
  const ends = stories.map((pieces) => [pieces[0]?.new, pieces.at(-1)] as const);
  const from = Math.min(...ends.map(([first]) => first ?? Number.NaN));
  const to = Math.max(...ends.map(([, last]) => (last === undefined ? Number.NaN : last.new + last.length)));
  if (!(to - from <= MOST)) return false;
  const stretch = toStretch(skeleton, from, to);
  const [price, otherPrice] = stories.map((pieces) =>
    priceOfStory(skeleton, part.pattern, pieces, stretch, rates),
  ) as [number, number];
  return price < otherPrice;
}

/**
 * The part of a pattern around where two alignments of its quote differ, up to where they agree on either side; all of
 * it where they do not differ about the quote.
 */
function partThatDiffers(pattern: QuotePattern, one: readonly Piece[], other: readonly Piece[]) {
  const { start, end, codes } = pattern;
  const [own, others] = [placesOf(one, codes.length), placesOf(other, codes.length)];
  const differs = (at: number) => own[at] !== others[at];
  const isAgreed = (at: number) => own[at] === others[at] && own[at] !== NOWHERE;
  let first = start;
  while (first < end && !differs(first)) first += 1;
  if (first === end) return { pattern, from: 0, to: codes.length };
  let last = end - 1;
  while (!differs(last)) last -= 1;
  const marks = wordMarks(pattern);
  let from = first;
  for (let agreed = 0; from > 0 && (agreed < AGREED || marks[from] === 0); from -= 1) {
    agreed = isAgreed(from - 1) ? agreed + 1 : 0;
  }
  let to = last + 1;
  for (let agreed = 0; to < codes.length && (agreed < AGREED || marks[to] === 0); to += 1) {
    agreed = isAgreed(to) ? agreed + 1 : 0;
  }
  const part = {
    ...pattern,
    codes: codes.subarray(from, to),
    start: 0,
    end: to - from,
    from: pattern.from + from,
  };
  return { pattern: part, from, to };
}

const NOWHERE = -1;

/** For each code unit of a pattern where it stands in the text. */
function placesOf(pieces: readonly Piece[], length: number): Int32Array {
  const places = new Int32Array(length).fill(NOWHERE);
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += 1) places[piece.old + at] = piece.new + at;
  }
  return places;
}

/** The words of a stretch of a text, page furniture aside. */
interface Stretch {
  readonly starts: readonly number[];
  /** What the words before each one tell together, and at the end all of them. */
  readonly told: readonly number[];
}

function toStretch(skeleton: Skeleton, from: number, to: number): Stretch {
  const all = findWordStarts(skeleton, from, to);
  const hashes = all.map((start, at) => hashWord(skeleton.codes, start, all[at + 1] ?? to));
  const prices = priceWords(skeleton, all, hashes);
  const isFurniture = isFurnitureAt(skeleton, all);
  const starts: number[] = [];
  const told = [0];
  let sum = 0;
  all.forEach((start, at) => {
    if (isFurniture[at]) return;
    starts.push(start);
    sum += prices[at] as number;
    told.push(sum);
  });
  return { starts, told };
}

/** Words of a pattern in a row that do not stand there, if any, and what stands between their neighbours. */
interface Gap {
  /** The words, by where they start in the pattern. */
  readonly words: readonly number[];
  /** Where the words end. */
  readonly end: number;
  readonly numbers: number;
  /** Where the word before ends in the text, and where the one behind starts; undefined at either end of the pattern. */
  readonly newFrom: number | undefined;
  readonly newTo: number | undefined;
}

function priceOfStory(
  skeleton: Skeleton,
  pattern: QuotePattern,
  pieces: readonly Piece[],
  stretch: Stretch,
  rates: Rates,
): number {
  const { gaps, misspelt } = gapsOf(pattern, pieces);
  const cuts = sentenceCuts(pattern);
  let at = 0;
  let price = misspelt * MISSPELT;
  for (const gap of gaps) {
    const { words, end, numbers } = gap;
    let least = priceOfGap(stretch, gap, words.length, rates) + numbers * OTHER_NUMBER;
    while (at < cuts.length && (cuts[at] as number) < (words[0] ?? end)) at += 1;
    let next = at;
    while (next < cuts.length && (cuts[next] as number) <= end) next += 1;
    if (words.length > 0 && next - at > 1) {
      const [first, last] = [cuts[at] as number, cuts[next - 1] as number];
      const left = words.filter((word) => word < first || word >= last).length;
      const removed = (next - at - 1) * -Math.log(rates.removed);
      least = Math.min(
        least,
        removed + priceOfCut(skeleton, gap, first, last, rates) + priceOfGap(stretch, gap, left, rates),
      );
    }
    price += least;
  }
  return price;
}

/** What it costs that no sentence starts in the text where those from `first` up to `last` were taken out. */
function priceOfCut(skeleton: Skeleton, gap: Gap, first: number, last: number, { unseen }: Rates): number {
  const behind = last === gap.end ? gap.newTo : undefined;
  const border = behind ?? (first === gap.words[0] ? gap.newFrom : undefined);
  if (border === undefined || isSentenceStart(skeleton, border)) return 0;
  return priceOfBorder(skeleton, border, unseen);
}

/** The price of so many words of a gap when they were edited into what stands there, as far as that is known. */
function priceOfGap({ starts, told }: Stretch, gap: Gap, words: number, { edited }: Rates): number {
  const { newFrom, newTo } = gap;
  const wordAt = (place: number) => firstIndex(starts.length, (at) => (starts[at] as number) >= place);
  const from = newFrom === undefined ? 0 : wordAt(newFrom);
  const to = newTo === undefined ? starts.length : wordAt(newTo);
  const room = Math.max(0, to - from);
  const isOpen = newFrom === undefined || newTo === undefined;
  const unknown = isOpen ? Math.max(0, room - words) : 0;
  const start = newFrom === undefined ? from : to - unknown;
  const both = Math.min(words, room);
  return (
    both * (WHICH - Math.log(edited)) +
    priceOfRun(words - both, TAKEN_OUT, TAKEN_OUT_MORE) +
    priceOfRun(room - unknown - both, PUT_IN, PUT_IN_MORE) +
    ((told[start + unknown] as number) - (told[start] as number))
  );
}

function priceOfRun(words: number, first: number, more: number): number {
  return words <= 0 ? 0 : first + (words - 1) * more;
}

/** The gaps between the words of a pattern that stand there, and how many of these are misspelt. */
function gapsOf(pattern: QuotePattern, pieces: readonly Piece[]): { gaps: Gap[]; misspelt: number } {
  const { codes } = pattern;
  const marks = wordMarks(pattern);
  const gaps: Gap[] = [];
  let misspelt = 0;
  let at = 0;
  let words: number[] = [];
  let numbers = 0;
  let newFrom: number | undefined;
  const close = (end: number, newTo: number | undefined) => {
    gaps.push({ words, end, numbers, newFrom, newTo });
    words = [];
    numbers = 0;
  };
  for (let start = 0; start < codes.length; ) {
    let end = start + 1;
    while (end < codes.length && marks[end] === 0) end += 1;
    while (at < pieces.length && endOf(pieces[at] as Piece) <= start) at += 1;
    const isNumber = isNumbering(codes, start, end);
    const { covered, from, to } = standingOf(pieces, at, start, end);
    if (covered >= (isNumber ? 1 : LEAST_ALIKE) * (end - start)) {
      close(start, from);
      newFrom = to;
      if (covered < end - start) misspelt += 1;
    } else {
      words.push(start);
      if (isNumber) numbers += 1;
    }
    start = end;
  }
  close(codes.length, undefined);
  return { gaps, misspelt };
}

/** How much of a word of the pattern stands in the text, and from where to where. */
function standingOf(pieces: readonly Piece[], at: number, start: number, end: number) {
  let covered = 0;
  let from: number | undefined;
  let to: number | undefined;
  for (let next = at; next < pieces.length; next += 1) {
    const piece = pieces[next] as Piece;
    if (piece.old >= end) break;
    const [first, last] = [Math.max(start, piece.old), Math.min(end, endOf(piece))];
    covered += last - first;
    from ??= piece.new + first - piece.old;
    to = piece.new + last - piece.old;
  }
  return { covered, from, to };
}
