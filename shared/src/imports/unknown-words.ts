import { type Codebook, offeredConcepts } from '../codebook/index.ts';
import { foldText } from '../text/index.ts';
import type { Columns } from './import-field.ts';
import { wordsOfCell } from './several-words.ts';
import { type ClosedField, closedFields, type VocabularyReader } from './vocabulary-reader.ts';

/** A word in a column of a closed list that stands for no value of it. */
export interface UnknownWord {
  readonly field: ClosedField;
  readonly text: string;
  /** How many rows have it. */
  readonly rows: number;
}

/** What a reviewer says that unknown words mean, by `choiceKey`: a value, or empty to leave the cell empty. */
export type Choices = ReadonlyMap<string, string>;

type Rows = readonly (readonly string[])[];

/** Key of a word in a field: equal for words that differ only in case, accents or space. */
export function choiceKey(field: ClosedField, text: string): string {
  return `${field} ${foldText(text).trim()}`;
}

function closedFieldOf(columns: Columns, place: number): ClosedField | undefined {
  return closedFields.find((field) => field === columns[place]);
}

/** The words that nobody knows, those of most rows first. The first row is the head. */
export function listUnknownWords(rows: Rows, columns: Columns, vocabulary: VocabularyReader): UnknownWord[] {
  const found = new Map<string, UnknownWord>();
  for (const row of rows.slice(1)) {
    for (const [place, cell] of row.entries()) {
      const field = closedFieldOf(columns, place);
      if (!field) continue;
      for (const text of wordsOfCell(field, cell, vocabulary)) {
        if (vocabulary(field, text) !== undefined) continue;
        const key = choiceKey(field, text);
        const known = found.get(key);
        found.set(key, { field, text: known?.text ?? text, rows: (known?.rows ?? 0) + 1 });
      }
    }
  }
  return [...found.values()].toSorted((a, b) => b.rows - a.rows);
}

function isTerm(text: string, term: string): boolean {
  const folded = foldText(term);
  return folded.endsWith('*') ? text.startsWith(folded.slice(0, -1)) : text === folded;
}

/** What unknown words mean where they are a term of one concept alone; for a reviewer to confirm. */
export function proposeChoices(words: readonly UnknownWord[], { concepts }: Codebook): Choices {
  return new Map(
    words.flatMap(({ field, text }): [string, string][] => {
      if (field !== 'safeguard' && field !== 'impact') return [];
      const written = foldText(text).trim();
      const [only, ...more] = offeredConcepts(concepts, field).filter(({ terms }) =>
        terms.some((term) => isTerm(written, term)),
      );
      return only && more.length === 0 ? [[choiceKey(field, text), only.id]] : [];
    }),
  );
}

/** The rows with chosen values in the place of words. */
export function applyChoices(
  rows: Rows,
  columns: Columns,
  choices: Choices,
  vocabulary: VocabularyReader,
): Rows {
  if (choices.size === 0) return rows;
  const [head = [], ...others] = rows;
  const replaced = others.map((row) =>
    row.map((text, place) => {
      const field = closedFieldOf(columns, place);
      if (!field) return text;
      const words = wordsOfCell(field, text, vocabulary);
      const chosen = words.map((word) => choices.get(choiceKey(field, word)) ?? word);
      return chosen.some((word, at) => word !== words[at]) ? chosen.filter(Boolean).join('; ') : text;
    }),
  );
  return [head, ...replaced];
}
