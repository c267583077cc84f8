import type { Word } from '../search/index.ts';

/** Letters of a beginning or an end. */
const partLength = 5;
/** Shortest word that says what a passage is about, in letters. */
const minWord = 4;
/** Shortest word of which the end is a part of its own, in letters: a compound, most often. */
const minWithEnd = 9;

/**
 * The parts by which a word is compared: how it begins, and how the stem of a long one ends. So *doorlooptijden*,
 * *doorlooptijd* and *wachttijd* have something in common, and *tijdig*, *tijdiger* and *tijdigheid* too.
 *
 * @returns none for a number and for a word that is too short to say anything.
 */
export function partsOf({ folded, stem }: Pick<Word, 'folded' | 'stem'>): readonly string[] {
  if (folded.length < minWord || /^\d+$/u.test(folded)) return [];
  const beginning = beginningOf(folded);
  return folded.length < minWithEnd ? [beginning] : [beginning, `-${stem.slice(-partLength)}`];
}

/** How a word begins, as one of its parts. */
export function beginningOf(folded: string): string {
  return `${folded.slice(0, partLength)}-`;
}
