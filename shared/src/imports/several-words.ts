import type { ClosedField, VocabularyReader } from './vocabulary-reader.ts';

/** Fields of which a cell can name several: each makes a coding of its own. */
const severalFields: readonly ClosedField[] = ['safeguard', 'impact'];

/** What stands between names, and in none of them. */
const betweenNames = /[;|]/u;
/** What stands between words. A name may go on in a new line. */
const between = /[;|\n]/u;
/** What may also stand in a name. */
const perhapsBetween = /[,/+&]|\sen\s|\sand\s/iu;

/** What a cell lists, each once: `IND; Raad voor de rechtspraak`. */
function listed(text: string, separator: RegExp): string[] {
  const parts = text.split(separator).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** The names that a cell lists. */
export function namesOfCell(text: string): string[] {
  return listed(text, betweenNames);
}

/**
 * The words of a cell with values of a closed list: several where it lists several safeguards or impacts. A comma
 * separates them only where all of them are known.
 */
export function wordsOfCell(field: ClosedField, text: string, vocabulary: VocabularyReader): string[] {
  const isKnown = (word: string) => vocabulary(field, word) !== undefined;
  if (text === '') return [];
  if (!severalFields.includes(field) || isKnown(text)) return [text];
  const parts = listed(text, between).flatMap((part) => {
    const words = isKnown(part) ? [part] : listed(part, perhapsBetween);
    return words.every(isKnown) ? words : [part];
  });
  return parts.length > 0 ? parts : [text];
}
