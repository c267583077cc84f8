import type { Speaker } from './speaker.ts';

/** Words that say nothing of who is meant. */
const articles = new Set(['de', 'het', 'een', 'the', 'a', 'an']);
/** Words that an abbreviation may leave out, in Dutch and English. */
const smallWords = new Set([
  ...articles,
  'van',
  'voor',
  'der',
  'den',
  'en',
  'of',
  'op',
  'in',
  'te',
  'and',
  'for',
]);
/** Shortest word, in UTF-16 code units, that can be a compound of which an abbreviation takes two letters. */
const compoundLength = 10;

function wordsOf(name: string): string[] {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A name without its articles, punctuation, spaces, accents and case; whole where nothing else would be left. */
function looseName(name: string): string {
  const words = wordsOf(name);
  const telling = words.filter((word) => !articles.has(word)).join('');
  return telling === '' ? words.join('') || name.trim() : telling;
}

/** Whether letters take the first of each telling word in order, and of a compound perhaps a second one. */
function takesInitials(letters: string, [word, ...rest]: readonly string[]): boolean {
  if (word === undefined) return letters === '';
  if (smallWords.has(word) && takesInitials(letters, rest)) return true;
  if (letters === '' || !word.startsWith(letters.charAt(0))) return false;
  if (takesInitials(letters.slice(1), rest)) return true;
  const second = letters.charAt(1);
  const isCompound = word.length >= compoundLength && second !== '' && word.includes(second, 1);
  return isCompound && takesInitials(letters.slice(2), rest);
}

/** Whether a name abbreviates another one: IND is the Immigratie- en Naturalisatiedienst. */
function abbreviates(short: string, long: string): boolean {
  const isAbbreviation = /^\P{White_Space}{2,10}$/u.test(short) && (short.match(/\p{Lu}/gu)?.length ?? 0) > 1;
  const words = wordsOf(long);
  return isAbbreviation && words.length > 1 && takesInitials(wordsOf(short).join(''), words);
}

/** Whether a name goes on where another one ends: Afdeling advisering, and that of the Raad van State. One word is too little. */
function goesOn(long: string, short: string): boolean {
  const [words, others] = [long, short].map((name) => wordsOf(name).filter((word) => !articles.has(word)));
  return (
    words !== undefined &&
    others !== undefined &&
    others.length > 1 &&
    others.every((word, place) => word === words[place])
  );
}

function isLikelySame(one: Speaker, other: Speaker): boolean {
  // One body with two hats is two speakers; who came in unnamed has no kind yet.
  if (one.kind !== other.kind && one.kind !== 'other' && other.kind !== 'other') return false;
  const [names, others] = [one, other].map(({ name, aliases }) => [name, ...aliases]) as [string[], string[]];
  const known = new Set(others.map(looseName));
  // Of two that were sorted out somebody knows that they are two: a body, and a part of it.
  const isSorted = one.kind !== 'other' && other.kind !== 'other';
  const arePair = (name: string, long: string) =>
    abbreviates(name, long) ||
    abbreviates(long, name) ||
    (!isSorted && (goesOn(name, long) || goesOn(long, name)));
  return (
    names.some((name) => known.has(looseName(name))) ||
    names.some((name) => others.some((long) => arePair(name, long)))
  );
}

/** Two speakers that may be one, and which of them would speak for both. */
export interface LikelyDuplicate<T extends Speaker> {
  readonly speaker: T;
  readonly into: T;
}

/**
 * Speakers that are likely the same: their names or aliases differ only in articles, punctuation, accents or case, or
 * one abbreviates the other; so is one without a kind whose name goes on where another ends. Those of two different kinds, `other` aside, are never the same, and merged ones are left out.
 *
 * @param claimsOf Number of claims of a speaker; of two with a known kind the one with more speaks for both.
 */
export function findLikelyDuplicates<T extends Speaker>(
  speakers: readonly T[],
  claimsOf: (id: string) => number,
): LikelyDuplicate<T>[] {
  const own = speakers.filter(({ mergedInto }) => mergedInto === undefined);
  const weight = ({ id, kind }: Speaker) => (kind === 'other' ? -1 : claimsOf(id));
  return own.flatMap((one, index) =>
    own
      .slice(index + 1)
      .filter((other) => isLikelySame(one, other))
      .map((other) =>
        weight(other) > weight(one) ? { speaker: one, into: other } : { speaker: other, into: one },
      ),
  );
}
