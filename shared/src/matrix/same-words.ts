/**
 * Whether two passages of one document share words, whichever copy each was marked in.
 *
 * Method: in the same text, positions decide. Positions of different texts cannot be compared, so
 * there the words decide, letters and digits only: one quote contains the other, or the end of one is the beginning
 * of the other. A short quote stands in many places, so it also needs its surroundings to agree.
 * Cost: linear in the quotes (borders by Knuth, Morris and Pratt).
 */
import type { Annotation, PassageRange } from '../annotation/index.ts';

/** Letters and digits from which on a quote stands for itself. */
const minTellingLength = 24;
/** Letters and digits of the surroundings that must agree at either side of a shorter quote. */
const contextLength = 8;

/** Letters and digits only: what two copies of a text have in common. */
function essence(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Length of the longest end of `first` with which `second` begins. */
function overlapLength(first: string, second: string): number {
  const text = `${second}\n${first}`;
  const borders = [0];
  for (let index = 1; index < text.length; index++) {
    let border = borders[index - 1] ?? 0;
    while (border > 0 && text[index] !== text[border]) border = borders[border - 1] ?? 0;
    borders.push(text[index] === text[border] ? border + 1 : 0);
  }
  return borders.at(-1) ?? 0;
}

/** Whether the quote of one range stands in the words of the other, at the same place. */
function contains(longer: PassageRange, shorter: PassageRange): boolean {
  const [quote, other] = [essence(shorter.exact), essence(longer.exact)];
  if (quote === '' || !other.includes(quote)) return false;
  if (quote.length >= minTellingLength) return true;
  const before = essence(shorter.prefix).slice(-contextLength);
  const after = essence(shorter.suffix).slice(0, contextLength);
  // Without surroundings: when it is most of what the other says.
  if (before === '' && after === '') return quote.length * 2 >= other.length;
  return `${essence(longer.prefix)}${other}${essence(longer.suffix)}`.includes(`${before}${quote}${after}`);
}

function shareQuote(a: PassageRange, b: PassageRange): boolean {
  if (contains(a, b) || contains(b, a)) return true;
  const [wordsA, wordsB] = [essence(a.exact), essence(b.exact)];
  return Math.max(overlapLength(wordsA, wordsB), overlapLength(wordsB, wordsA)) >= minTellingLength;
}

/** Whether the positions overlap; undefined where one of them has none. */
function sharePosition(a: PassageRange, b: PassageRange): boolean | undefined {
  if (a.start === undefined || a.end === undefined || b.start === undefined || b.end === undefined)
    return undefined;
  return a.start < b.end && b.start < a.end;
}

/** Whether two passages of one document share words. */
export function shareWords(a: Annotation, b: Annotation): boolean {
  const sameText = a.rendition !== undefined && a.rendition === b.rendition;
  // Without a kept text the same address is probably, but not certainly, the same text.
  const samePage = a.rendition === undefined && b.rendition === undefined && a.source === b.source;
  return a.ranges.some((rangeA) =>
    b.ranges.some((rangeB) => {
      const byPosition = sameText || samePage ? sharePosition(rangeA, rangeB) : undefined;
      if (byPosition === undefined || (samePage && !byPosition)) return shareQuote(rangeA, rangeB);
      return byPosition;
    }),
  );
}
