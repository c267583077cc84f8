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

/** A name as it is compared. */
interface ComparedName {
  readonly name: string;
  readonly words: readonly string[];
  /** Its words without articles. */
  readonly telling: readonly string[];
  /** Without its articles, punctuation, spaces, accents and case; whole where nothing else would be left. */
  readonly loose: string;
}

/** A speaker with its name and aliases as they are compared: worked out once, since each is compared with all others. */
interface ComparedSpeaker<T extends Speaker> {
  readonly speaker: T;
  readonly names: readonly ComparedName[];
}

function compared<T extends Speaker>(speaker: T): ComparedSpeaker<T> {
  const names = [speaker.name, ...speaker.aliases].map((name) => {
    const words = wordsOf(name);
    const telling = words.filter((word) => !articles.has(word));
    return { name, words, telling, loose: telling.join('') || words.join('') || name.trim() };
  });
  return { speaker, names };
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
function abbreviates(short: ComparedName, { words }: ComparedName): boolean {
  const isAbbreviation =
    /^\P{White_Space}{2,10}$/u.test(short.name) && (short.name.match(/\p{Lu}/gu)?.length ?? 0) > 1;
  return isAbbreviation && words.length > 1 && takesInitials(short.words.join(''), words);
}

/** Whether a name goes on where another one ends: Afdeling advisering, and that of the Raad van State. One word is too little. */
function goesOn({ telling: words }: ComparedName, { telling: others }: ComparedName): boolean {
  return others.length > 1 && others.every((word, place) => word === words[place]);
}

function isLikelySame<T extends Speaker>(one: ComparedSpeaker<T>, other: ComparedSpeaker<T>): boolean {
  const kinds = [one.speaker.kind, other.speaker.kind];
  // One body with two hats is two speakers; who came in unnamed has no kind yet.
  if (kinds[0] !== kinds[1] && !kinds.includes('other')) return false;
  // Of two that were sorted out somebody knows that they are two: a body, and a part of it.
  const isSorted = !kinds.includes('other');
  const arePair = (a: ComparedName, b: ComparedName) =>
    a.loose === b.loose ||
    abbreviates(a, b) ||
    abbreviates(b, a) ||
    (!isSorted && (goesOn(a, b) || goesOn(b, a)));
  return one.names.some((name) => other.names.some((others) => arePair(name, others)));
}

/** Two speakers that may be one, and which of them would speak for both. */
export interface LikelyDuplicate<T extends Speaker> {
  readonly speaker: T;
  readonly into: T;
}

/**
 * Speakers that are likely the same: their names or aliases differ only in articles, punctuation, accents or case, or
 * one abbreviates the other; so is one without a kind whose name goes on where another ends. Those of two different
 * kinds, `other` aside, are never the same, and merged ones are left out.
 *
 * @param claimsOf Number of claims of a speaker; of two with a known kind the one with more speaks for both.
 */
export function findLikelyDuplicates<T extends Speaker>(
  speakers: readonly T[],
  claimsOf: (id: string) => number,
): LikelyDuplicate<T>[] {
  const own = speakers.filter(({ mergedInto }) => mergedInto === undefined).map(compared);
  const weight = ({ id, kind }: Speaker) => (kind === 'other' ? -1 : claimsOf(id));
  return own.flatMap((one, index) =>
    own
      .slice(index + 1)
      .filter((other) => isLikelySame(one, other))
      .map((other) =>
        weight(other.speaker) > weight(one.speaker)
          ? { speaker: one.speaker, into: other.speaker }
          : { speaker: other.speaker, into: one.speaker },
      ),
  );
}
