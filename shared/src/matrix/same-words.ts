/**
 * Which passages of one document share words, whichever copy each was marked in.
 *
 * Method: in the same text, positions decide. Positions of different texts cannot be compared, so
 * there the words decide, letters and digits only: one quote contains the other, or the end of one is the beginning
 * of the other. A short quote stands in many places, so it also needs its surroundings to agree.
 *
 * Cost: positions are swept in their order. Of quotes only those are compared of which one begins with
 * letters that stand in the other, found by a table of beginnings; short quotes are compared with all.
 */
import type { DisjointSets } from './disjoint-sets.ts';
import type { PassageWords, RangeWords } from './passage-words.ts';

/** Letters and digits from which on a quote stands for itself. */
const minTellingLength = 24;
/** Letters and digits of the surroundings that must agree at either side of a shorter quote. */
const contextLength = 8;
/** Most beginnings that are sought one by one; more are looked up letter by letter. */
const maxSoughtBeginnings = 16;

/** A piece of one of the passages. */
interface Piece {
  /** Index of its passage. */
  readonly passage: number;
  readonly words: PassageWords;
  readonly range: RangeWords;
}

/** Joins those of the passages, by their indices, that share words. */
export function joinSameWords(passages: readonly PassageWords[], sets: DisjointSets): void {
  if (passages.length < 2) return;
  const pieces = passages.flatMap((words, passage) =>
    words.ranges.map((range) => ({ passage, words, range })),
  );
  joinByPosition(pieces, sets);
  const [first] = pieces;
  const isSettled = pieces.every(
    ({ words, range }) => words.isKept && words.text === first?.words.text && range.hasPosition,
  );
  if (!isSettled) joinByQuote(pieces, sets);
}

function joinByPosition(pieces: readonly Piece[], sets: DisjointSets): void {
  const placed = pieces.filter(({ range }) => range.hasPosition);
  for (const inText of Map.groupBy(placed, ({ words }) => words.text).values()) {
    let furthest: Piece | undefined;
    for (const piece of inText.toSorted((a, b) => (a.range.start ?? 0) - (b.range.start ?? 0))) {
      const reached = furthest?.range.end ?? 0;
      if (furthest && (piece.range.start ?? 0) < reached) sets.join(furthest.passage, piece.passage);
      if (!furthest || (piece.range.end ?? 0) > reached) furthest = piece;
    }
  }
}

/** Whether positions decide: only in a text that was kept is the same name certainly the same text. */
function isDecided(a: Piece, b: Piece): boolean {
  return a.words.isKept && a.words.text === b.words.text && a.range.hasPosition && b.range.hasPosition;
}

function joinByQuote(pieces: readonly Piece[], sets: DisjointSets): void {
  const isOpen = (a: Piece, b: Piece) =>
    sets.rootOf(a.passage) !== sets.rootOf(b.passage) && !isDecided(a, b);
  const telling = pieces.filter(({ range }) => range.letters.length >= minTellingLength);
  const beginnings = Map.groupBy(telling, ({ range }) => range.letters.slice(0, minTellingLength));
  for (const piece of telling) {
    const { letters } = piece.range;
    for (const [place, others] of placesOf(beginnings, letters)) {
      const rest = letters.slice(place);
      for (const other of others) {
        const begun = other.range.letters;
        if (isOpen(piece, other) && (begun.startsWith(rest) || rest.startsWith(begun)))
          sets.join(piece.passage, other.passage);
      }
    }
  }
  const short = pieces.filter(({ range }) => range.letters !== '' && range.letters.length < minTellingLength);
  for (const piece of short) {
    for (const other of pieces) {
      if (isOpen(piece, other) && containsShort(other.range, piece.range))
        sets.join(piece.passage, other.passage);
    }
  }
}

/** Where in the letters one of the beginnings stands, with whatever begins so. */
function* placesOf<T>(beginnings: ReadonlyMap<string, T>, letters: string): Generator<[number, T]> {
  if (beginnings.size <= maxSoughtBeginnings) {
    for (const [beginning, found] of beginnings) {
      for (
        let place = letters.indexOf(beginning);
        place !== -1;
        place = letters.indexOf(beginning, place + 1)
      )
        yield [place, found];
    }
    return;
  }
  for (let place = 0; place + minTellingLength <= letters.length; place++) {
    const found = beginnings.get(letters.slice(place, place + minTellingLength));
    if (found) yield [place, found];
  }
}

/** Whether a quote too short to stand for itself stands in the words of the other, at the same place. */
function containsShort(longer: RangeWords, shorter: RangeWords): boolean {
  const [quote, other] = [shorter.letters, longer.letters];
  if (!other.includes(quote)) return false;
  const before = shorter.lettersBefore.slice(-contextLength);
  const after = shorter.lettersAfter.slice(0, contextLength);
  // Without surroundings: when it is most of what the other says.
  if (before === '' && after === '') return quote.length * 2 >= other.length;
  return `${longer.lettersBefore}${other}${longer.lettersAfter}`.includes(`${before}${quote}${after}`);
}
