import { fillGaps } from './fill-gaps.ts';
import { findSameWords } from './find-same-words.ts';
import { type Match, matchOf } from './match-candidate.ts';
import { coveredOld, extendPiece, type Piece } from './pieces.ts';
import type { QuotePattern } from './quote-pattern.ts';
import type { SearchedText } from './searched-text.ts';
import type { Sought } from './seek-quote.ts';

/** A place that lacks no more than this share of a quote in one stretch has it, with edited words. */
const MOST_LACKING = 0.2;
/** Unchanged words of this many code units, with the context that joins them, are no turn of phrase. */
const ENOUGH_WORDS = 40;
/** So much of what a place lacks stands in one stretch: of a heading on two lines, half a line may be left out as a sentence. */
const MOST_OF_LACKING = 0.75;
/** A word or two beside what a place has are too short for an alignment: they may stand there, and not with the rest. */
const MOST_SHORT = 8;
/** Places of the rest that are looked at. */
const MOST_PLACES = 8;

/** A stretch of a pattern. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Looks for the rest of a quote of which a place has only a part: where it stands unchanged, with the context that
 * joined it. Copies of a document have their parts in another order, a title page for instance, or a block within
 * what was one passage.
 * Cost: linear in the quote.
 */
export function findRest(text: SearchedText, { pattern, known }: Sought, match: Match): Match[] {
  const lacking = findLacking(pattern, match);
  if (lacking.length === 0 || !known.isCopy()) return [];
  return lacking.flatMap((stretch) => {
    const { from, to } = withContext(pattern, stretch);
    if (to - from < ENOUGH_WORDS) return [];
    const { places } = findSameWords(text, { ...pattern, start: from, end: to });
    return places.slice(0, MOST_PLACES).map((place) => {
      const same = extendPiece(pattern.codes, text.index.codes, from, place);
      const pieces = fillGaps(pattern.codes, text.index.codes, [same], 0, pattern.codes.length);
      return matchOf(text.skeleton, pattern, { pieces }, known);
    });
  });
}

/** Whether `other` has unchanged most of what `match` lacks of a quote, and that was not just removed. */
export function isRest({ pattern, known }: Sought, match: Match, other: Match): boolean {
  const lacking = findLacking(pattern, match);
  if (lacking.length === 0 || !known.isCopy()) return false;
  return lacking.some(({ from, to }) =>
    other.pieces.some(
      (piece) =>
        piece.length >= ENOUGH_WORDS && coveredOld([piece], from, to) >= MOST_OF_LACKING * (to - from),
    ),
  );
}

/**
 * The longest stretch of a quote that a match lacks, where that is much; and what its place lacks when the sentences
 * count of which only a part stands there: that part may be all that is not elsewhere.
 */
function findLacking(pattern: QuotePattern, { pieces, measured }: Match): Stretch[] {
  const [own, whole] = [longestGap(pattern, pieces), longestGap(pattern, measured)];
  const isSame = own?.from === whole?.from && own?.to === whole?.to;
  return [own, isSame ? undefined : whole].filter((gap) => gap !== undefined);
}

function longestGap({ start, end }: QuotePattern, pieces: readonly Piece[]): Stretch | undefined {
  let longest = { from: start, to: start };
  let from = start;
  const close = (to: number) => {
    if (to - from > longest.to - longest.from) longest = { from, to };
  };
  for (const piece of pieces) {
    close(Math.min(end, piece.old));
    from = Math.max(from, piece.old + piece.length);
  }
  close(end);
  return longest.to - longest.from > MOST_LACKING * (end - start) ? longest : undefined;
}

/** The stretch with as much of the context that joins it as it takes, or without the words at the borders of the rest. */
function withContext({ codes, start, end }: QuotePattern, { from, to }: Stretch): Stretch {
  const spare = to - from - ENOUGH_WORDS;
  const more = Math.max(0, -spare);
  const less = Math.max(0, Math.min(MOST_SHORT, spare >> 1));
  return {
    from: from === start ? Math.max(0, from - more) : from + less,
    to: to === end ? Math.min(codes.length, to + more) : to - less,
  };
}
