import type { KnownChanges } from './known-changes.ts';
import { lengthWithoutFurniture } from './page-furniture.ts';
import { sentenceCuts } from './pattern-breaks.ts';
import { countWords, oddsOfEdited, type WordCount } from './pattern-words.ts';
import { clipOld, coveredOld, type Piece } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import { isSentenceStart } from './sentences.ts';
import type { Skeleton } from './skeleton.ts';

/** A sentence of which less stands there is another one … */
const LEAST_COVERED = 0.4;
/** … if it is long enough to tell, with what its context has of it near the quote. */
const LEAST_LENGTH = 24;
const NEAR = 24;
/** A stretch this long is no turn of phrase. */
const LONG = 20;
/** A sentence of which the quote has more is another one only when that is not there either. */
const SHORT = 20;
/** So much of the other sentences must stand there. */
const LEAST_OF_OTHERS = 0.6;
/** A sentence of which more stands on other words of the original is another one. */
const MOST_OCCUPIED = 0.5;
/** Code units of other text before a sentence that speak as much against it as one of its own for it. */
const FOREIGN = 3;
/** So many of its first code units may be edited, and so many of what stands before it be there by chance. */
const EDITED = 24;
const OVERHANG = 4;
/** How seldom a removed sentence stood beside one that resembles it, as log-odds. */
const SELDOM = 4;
/** The label of an item, at the end and at the start of so many characters. */
const LABEL_SPACE = 12;
const LABEL_BEFORE = /(?:^|\s)(?:\d{1,4}|[a-z]{1,2})[.)]\s*$/i;
const LABEL_BEHIND = /^(?:\d{1,4}|[a-z]{1,2})[.)]\s/i;

/** A sentence of a pattern that is in the quote. */
interface Span {
  readonly from: number;
  readonly to: number;
  /** The part of it that is in the quote or near it. */
  readonly near: { readonly from: number; readonly to: number };
}

/** What stands of it in the text. */
interface Sentence extends Span {
  /** Code units of it that stand in the text: near the quote, in the quote, and there on other words. */
  covered: number;
  own: number;
  longest: number;
  others: number;
  /** Code units of other text between it and the sentence before, where it starts as a sentence. */
  foreign: number;
  /** Whether its label stands there, but with another one behind it. */
  isRelabelled: boolean;
  /** How likely it is that it stands there itself, and not one like it, as log-odds. */
  odds: number;
}

/**
 * Leaves out the sentences at either end of a quote that only resemble what stands in the text: the
 * quote's own were removed, and their neighbours share words and turns with them.
 *
 * Method: words are edited here and there, so a sentence of which little stands there, beside others of
 * which most does, is another one; so is one whose words belong elsewhere in the original, or that stands
 * behind much other text.
 * Cost: linear in the pattern and the pieces.
 */
export function withoutStraySentences(
  skeleton: Skeleton,
  pattern: QuotePattern,
  pieces: readonly Piece[],
  known: KnownChanges,
): readonly Piece[] {
  const spans = sentencesOf(pattern);
  if (spans.length < 2) return pieces;
  const sentences = spans.map(
    ({ from, to, near }): Sentence => ({
      from,
      to,
      near,
      covered: 0,
      own: 0,
      longest: 0,
      others: 0,
      foreign: 0,
      isRelabelled: false,
      odds: 0,
    }),
  );
  measure(skeleton, pattern, pieces, sentences, known);
  const sums = toSums(pattern, sentences);
  let first = 0;
  let last = sentences.length - 1;
  while (first < last && isStray(pattern, sentences, sums, first, first, last)) first += 1;
  while (first < last && isStray(pattern, sentences, sums, last, first, last)) last -= 1;
  const behind = sentences.findIndex(
    ({ foreign }, at) => at > first && at <= last && isBehind(foreign, sums, first, at, last),
  );
  if (behind > 0) last = behind - 1;
  const ahead = sentences.findLastIndex(
    ({ foreign }, at) => at > first && at <= last && isAhead(foreign, sums, first, at, last),
  );
  if (ahead > 0) first = ahead;
  if (first === 0 && last === sentences.length - 1) return pieces;
  const from = first === 0 ? 0 : (sentences[first] as Sentence).from;
  const to = last === sentences.length - 1 ? pattern.codes.length : (sentences[last] as Sentence).to;
  return clipOld(pieces, from, to);
}

/** How much stands there of the sentences of a quote of which anything does, 0 to 1. */
export function intactShare(pattern: QuotePattern, pieces: readonly Piece[]): number {
  let covered = 0;
  let size = 0;
  for (const { from, to } of sentencesOf(pattern)) {
    const start = Math.max(from, pattern.start);
    const end = Math.min(to, pattern.end);
    const own = coveredOld(pieces, start, end);
    covered += own;
    if (own > 0) size += end - start;
  }
  return covered / Math.max(1, size);
}

/** The words of those sentences of a quote of which anything stands there. */
export function countIntactWords(
  skeleton: Skeleton,
  pattern: QuotePattern,
  pieces: readonly Piece[],
): WordCount {
  const sum = { kept: 0, changed: 0, numbers: 0 };
  for (const { from, to, near } of sentencesOf(pattern)) {
    const start = Math.max(from, pattern.start);
    const end = Math.min(to, pattern.end);
    if (coveredOld(pieces, start, end) === 0) continue;
    const { kept, changed, numbers } = countWords(skeleton, pattern, pieces, near.from, near.to);
    sum.kept += kept;
    sum.changed += changed;
    sum.numbers += numbers;
  }
  return sum;
}

const spansOf = new WeakMap<QuotePattern, readonly Span[]>();

/** The sentences of a pattern that are in the quote, with their words that are in its context. */
function sentencesOf(pattern: QuotePattern): readonly Span[] {
  let spans = spansOf.get(pattern);
  if (spans === undefined) {
    const { start, end } = pattern;
    const cuts = sentenceCuts(pattern);
    spans = cuts.flatMap((from, at) => {
      const to = cuts[at + 1];
      if (to === undefined || to <= start || from >= end) return [];
      return [{ from, to, near: { from: Math.max(from, start - NEAR), to: Math.min(to, end + NEAR) } }];
    });
    spansOf.set(pattern, spans);
  }
  return spans;
}

function measure(
  skeleton: Skeleton,
  pattern: QuotePattern,
  pieces: readonly Piece[],
  sentences: Sentence[],
  known: KnownChanges,
): void {
  const { edited, removed } = known.rates;
  for (const sentence of sentences) {
    const words = countWords(skeleton, pattern, pieces, sentence.near.from, sentence.near.to);
    sentence.odds = SELDOM + Math.log((1 - removed) / removed) + oddsOfEdited(words, edited);
  }
  const { start, end } = pattern;
  let next = 0;
  pieces.forEach((piece, at) => {
    while (next < sentences.length && (sentences[next] as Sentence).to <= piece.old) next += 1;
    for (let one = next; one < sentences.length; one += 1) {
      const sentence = sentences[one] as Sentence;
      const from = Math.max(sentence.from, piece.old);
      const to = Math.min(sentence.to, piece.old + piece.length);
      if (to <= from) break;
      if (sentence.covered === 0) {
        sentence.foreign = foreignBefore(skeleton, pieces, at, sentence.from);
        sentence.isRelabelled = isRelabelled(skeleton, pattern, pieces, at, sentence.from);
      }
      sentence.covered += Math.max(0, Math.min(to, sentence.near.to) - Math.max(from, sentence.near.from));
      const own = Math.min(to, end) - Math.max(from, start);
      if (own <= 0) continue;
      sentence.own += own;
      sentence.longest = Math.max(sentence.longest, own);
      const place = piece.new + Math.max(from, start) - piece.old;
      sentence.others += own * known.occupied(place, place + own);
    }
  });
}

/** Code units of other text before the first piece of the sentence that starts at `from`, where one starts there too. */
function foreignBefore(skeleton: Skeleton, pieces: readonly Piece[], at: number, from: number): number {
  const piece = pieces[at] as Piece;
  const before = pieces[at - 1];
  const skipped = piece.old - from;
  if (before === undefined || skipped > EDITED || skipped < -OVERHANG) return 0;
  const newFrom = before.new + before.length;
  if (!hasSentenceStart(skeleton, Math.max(newFrom, piece.new - EDITED), piece.new + OVERHANG)) return 0;
  const oldGap = piece.old - before.old - before.length;
  return Math.max(0, lengthWithoutFurniture(skeleton, newFrom, piece.new) - oldGap);
}

/**
 * Whether the label of the sentence that starts at `from` stands there and the label of another item follows: "2. 3. A
 * request" is what is left where item 2 was removed, however much item 3 is like it.
 */
function isRelabelled(
  skeleton: Skeleton,
  { source, from: first }: QuotePattern,
  pieces: readonly Piece[],
  at: number,
  from: number,
): boolean {
  const before = pieces[at - 1];
  if (before === undefined || before.old + before.length !== from) return false;
  const place = before.new + before.length;
  if (place >= (pieces[at] as Piece).new) return false;
  const own = source.offsets[first + from] as number;
  const other = skeleton.offsets[place] as number;
  return (
    LABEL_BEFORE.test(source.text.slice(Math.max(0, own - LABEL_SPACE), own)) &&
    LABEL_BEHIND.test(skeleton.text.slice(other, other + LABEL_SPACE))
  );
}

/** Whether a sentence starts from `from` up to `to` (both included). */
function hasSentenceStart(skeleton: Skeleton, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (isSentenceStart(skeleton, at)) return true;
  return false;
}

/** Sums over the sentences before each one, and over all of them at the end. */
interface Sums {
  /** Code units in the quote that stand in the text. */
  readonly own: Float64Array;
  /** Code units in the quote. */
  readonly size: Float64Array;
}

function toSums({ start, end }: QuotePattern, sentences: readonly Sentence[]): Sums {
  const own = new Float64Array(sentences.length + 1);
  const size = new Float64Array(sentences.length + 1);
  sentences.forEach((sentence, at) => {
    own[at + 1] = (own[at] as number) + sentence.own;
    size[at + 1] = (size[at] as number) + Math.min(end, sentence.to) - Math.max(start, sentence.from);
  });
  return { own, size };
}

/** The sum over the sentences from one up to another, both included. */
function sumOf(sums: Float64Array, from: number, to: number): number {
  return (sums[to + 1] as number) - (sums[from] as number);
}

function isStray(
  { start, end }: QuotePattern,
  sentences: readonly Sentence[],
  sums: Sums,
  at: number,
  first: number,
  last: number,
): boolean {
  const { from, to, near, covered, own, longest, others, odds, isRelabelled } = sentences[at] as Sentence;
  const ownSize = Math.min(end, to) - Math.max(start, from);
  const rest = sumOf(sums.own, first, last) - own;
  if (rest < LEAST_OF_OTHERS * (sumOf(sums.size, first, last) - ownSize)) return false;
  if (own > 0 && others > MOST_OCCUPIED * own) return true;
  if (odds < 0 || (isRelabelled && at === last)) return true;
  if (longest >= LONG) return false;
  const size = near.to - near.from;
  if (ownSize > SHORT && own >= LEAST_COVERED * ownSize) return false;
  return size >= LEAST_LENGTH && covered < LEAST_COVERED * size;
}

/** Whether the sentences from `at` on stand behind more other text than they weigh, and weigh less. */
function isBehind(foreign: number, { own }: Sums, first: number, at: number, last: number): boolean {
  const weight = sumOf(own, at, last);
  return foreign > FOREIGN * weight && weight < sumOf(own, first, at - 1);
}

/** Whether the sentences before `at` stand before more other text than they weigh, and weigh less. */
function isAhead(foreign: number, { own }: Sums, first: number, at: number, last: number): boolean {
  const weight = sumOf(own, first, at - 1);
  return foreign > FOREIGN * weight && weight < sumOf(own, at, last);
}
