import { foldText } from '../text/index.ts';
import { stemWord } from './stem-word.ts';

/** A word of a text, by its stem and its place in UTF-16 code units. */
export interface Word {
  readonly stem: string;
  /** As it is written, without accents and in lower case. */
  readonly folded: string;
  readonly start: number;
  /** First offset after the word. */
  readonly end: number;
}

/** Longest stem that is kept; what is longer is no word. */
const maxStemLength = 60;

/**
 * The words of a text: letters, marks and digits that stand together, with the apostrophe of a plural
 * (*foto's*). Without accents and in lower case; what is left of a word after that has a stem.
 */
export function* wordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’]s(?![\p{L}\p{M}\p{N}]))?/gu)) {
    const folded = foldText(match[0].replace(/['’]s$/u, '')).replace(/[^\p{L}\p{N}]/gu, '');
    const stem = stemWord(folded).slice(0, maxStemLength).toWellFormed();
    if (stem !== '') yield { stem, folded, start: match.index, end: match.index + match[0].length };
  }
}

/** The stems of a text in their order. */
export function stemsOf(text: string): string[] {
  return [...wordsOf(text)].map(({ stem }) => stem);
}
