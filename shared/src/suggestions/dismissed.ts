import { stemsOf } from '../search/index.ts';
import { foldText } from '../text/index.ts';

/** A safeguard at some words. */
export interface SuggestedWords {
  readonly safeguard: string;
  readonly quote: string;
}

/** Which part of the words of the shorter one the longer one must have to be about the same place. */
const sameEnough = 0.8;

/**
 * The letters of a text, as they are the same in every copy of it: without white space, hyphens at the end of a
 * line, ligatures, accents and footnote numbers.
 */
export function wordsOnly(text: string): string {
  return foldText(text).replace(/[^\p{L}]/gu, '');
}

/**
 * Whether a suggestion was dismissed: one of the same safeguard was, at the same words or at nearly the same. So it
 * stays dismissed when a word is changed, and when another copy divides its paragraphs otherwise.
 */
export function isDismissed(suggestion: SuggestedWords, dismissed: readonly SuggestedWords[]): boolean {
  const own = dismissed.filter(({ safeguard }) => safeguard === suggestion.safeguard);
  if (own.length === 0) return false;
  const letters = wordsOnly(suggestion.quote);
  const stems = new Set(stemsOf(suggestion.quote));
  return own.some(({ quote }) => {
    if (wordsOnly(quote) === letters) return true;
    const others = new Set(stemsOf(quote));
    const both = [...stems].filter((stem) => others.has(stem)).length;
    return both >= sameEnough * Math.min(stems.size, others.size);
  });
}
