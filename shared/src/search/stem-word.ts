import { stemmer } from '@orama/stemmers/dutch';

/** Shortest word that is stemmed: shorter ones are their own stem. */
const minLength = 4;
/** Most steps; a word of no language could go round and round. */
const maxSteps = 4;
/** Most words that are remembered; a dossier says the same words over and over. */
const maxRemembered = 50_000;
const remembered = new Map<string, string>();

/** One step: the stemmer of Snowball, and what it leaves undone at the end of a Dutch word. */
function shorten(word: string): string {
  const stem = stemmer(word);
  // Plurals on -es of words that end in -e: procedures, garanties.
  if (stem === word && /[^aeiou][ei]?es$/u.test(word) && word.length > minLength + 1)
    return word.slice(0, -1);
  // A stem says how the word is spoken: huizen and huis, brieven and brief, gevallen and geval.
  return stem
    .replace(/z$/u, 's')
    .replace(/v$/u, 'f')
    .replace(/([bfglmnpr])\1$/u, '$1');
}

/**
 * The stem of a Dutch word, folded already (lower case, without accents): the same for all of its forms, and no
 * word by itself. Stemming is repeated until nothing changes, because the stem of a plural on -s (*voornemens*)
 * has an ending of its own. Words of other languages and numbers get a stem too, which is as good as any.
 */
export function stemWord(word: string): string {
  if (word.length < minLength) return word;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  let stem = word;
  for (let step = 0; step < maxSteps; step++) {
    const next = shorten(stem);
    if (next === stem || next.length < minLength - 1) break;
    stem = next;
  }
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(word, stem);
  return stem;
}
