import type { TextPosition } from '../anchoring/index.ts';
import type { Evidence } from './evidence.ts';
import type { ReadText } from './read-text.ts';

/** Longest passage that is suggested where its sentences allow, in UTF-16 code units: some three sentences. */
const wantedLength = 500;
/** Longest passage that is suggested at all: a text without sentences is cut. */
const maxLength = 2_000;

/**
 * The sentences of a paragraph to suggest: from the first one with a word that speaks for the safeguard to the last
 * one; where that is long, those around the most telling one.
 */
export function placeInParagraph(
  { text, units }: Pick<ReadText, 'text' | 'units'>,
  paragraph: TextPosition,
  { terms, learnt }: Evidence,
): TextPosition {
  const sentences = units.sentencesIn(paragraph);
  // Words that were learnt stand all over a paragraph; a term says where it is.
  const telling = terms.length > 0 ? terms.map(({ start, end }) => ({ start, end, weight: 1 })) : learnt;
  const weights = sentences.map(({ start, end }) =>
    telling
      .filter((word) => word.start >= start && word.end <= end)
      .reduce((sum, { weight }) => sum + weight, 0),
  );
  const best = weights.indexOf(Math.max(...weights));
  let [first, last] = [best, best];
  const lengthOf = (from: number, to: number) => (sentences[to]?.end ?? 0) - (sentences[from]?.start ?? 0);
  const hasMore = (index: number) => (weights[index] ?? 0) > 0;
  for (let isGrowing = true; isGrowing; ) {
    const [before, behind] = [
      weights.findLastIndex((_, index) => index < first && hasMore(index)),
      weights.findIndex((_, index) => index > last && hasMore(index)),
    ];
    isGrowing = false;
    if (behind > 0 && lengthOf(first, behind) <= wantedLength) {
      last = behind;
      isGrowing = true;
    } else if (before >= 0 && lengthOf(before, last) <= wantedLength) {
      first = before;
      isGrowing = true;
    }
  }
  const start = sentences[first]?.start ?? paragraph.start;
  const end = sentences[last]?.end ?? paragraph.end;
  return end - start <= maxLength ? { start, end } : { start, end: endOfWord(text, start + maxLength) };
}

/** The end of the last word that is whole before an offset. */
function endOfWord(text: string, offset: number): number {
  const gap = text.lastIndexOf(' ', offset);
  const end = gap > offset - wantedLength ? gap : offset;
  return /[\udc00-\udfff]/u.test(text[end] ?? '') ? end - 1 : end;
}
