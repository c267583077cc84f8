import { readDay } from '../text/index.ts';
import { readHead } from './column-heads.ts';
import type { Columns, ImportField } from './import-field.ts';
import { readIdentifiers, readPage } from './read-values.ts';
import type { VocabularyReader } from './vocabulary-reader.ts';

/** Rows among which the head of a table is looked for: above it may stand a title, a day, a remark. */
export const rowsWithHead = 10;

/** Index of the row that is taken for the head of a table: the first of those in which most heads are known. */
export function findHead(rows: readonly (readonly string[])[]): number {
  const known = rows
    .slice(0, rowsWithHead)
    .map((row) => new Set(row.flatMap((text) => readHead(text)?.field ?? [])).size);
  const most = Math.max(...known);
  // One word alone may be that of a title.
  return most > 1 ? known.indexOf(most) : 0;
}

/** Shares of a column's values from which on it is taken for what they are. */
const mostValues = 0.6;
/** Average length from which on text may be quotes. */
const quoteLength = 40;

type Values = readonly string[];

function isMostly(values: Values, isSo: (value: string) => boolean): boolean {
  return values.length > 0 && values.filter(isSo).length / values.length >= mostValues;
}

/** The fields by which values name a document, the likeliest first. */
function sourceFieldsOf(values: Values): ImportField[] {
  if (isMostly(values, (value) => /^https?:\/\//iu.test(value))) return ['address'];
  if (isMostly(values, (value) => readIdentifiers(value).length > 0)) return ['identifier'];
  if (isMostly(values, (value) => readPage(value) !== undefined)) return ['page'];
  return ['document', 'identifier'];
}

/** Fields with a vocabulary of their own, the likeliest first. */
const closedFields = ['measure', 'direction', 'basis', 'stage', 'sourceType', 'safeguard', 'impact'] as const;
type ClosedField = (typeof closedFields)[number];

/** The first of such fields in which most values are; undefined where they are in none. */
function closedFieldOf(
  values: Values,
  fields: readonly ClosedField[],
  vocabulary: VocabularyReader,
): ClosedField | undefined {
  return fields.find((field) => isMostly(values, (value) => vocabulary(field, value) !== undefined));
}

/** What a column holds whose head says that it is of sources: where a passage is from, or of what kind that is. */
function fieldsOfSource(values: Values, vocabulary: VocabularyReader): readonly ImportField[] {
  const kind = closedFieldOf(values, ['basis', 'sourceType'], vocabulary);
  return kind ? [kind] : sourceFieldsOf(values);
}

/** What the values of a column look like; undefined where nothing is clear. */
function fieldOfValues(values: Values, vocabulary: VocabularyReader): ImportField | undefined {
  if (values.length === 0) return undefined;
  const [named] = sourceFieldsOf(values);
  if (named === 'address' || named === 'identifier') return named;
  const closed = closedFieldOf(values, closedFields, vocabulary);
  if (closed) return closed;
  if (isMostly(values, (value) => readDay(value) !== undefined)) return 'date';
  const length = values.reduce((sum, value) => sum + value.length, 0) / values.length;
  return length >= quoteLength ? 'quote' : undefined;
}

/**
 * Guesses what each column of a table holds: by its head in Dutch or English, those of our own exports first, else by
 * its values. The first column that fits a field has it.
 */
export function guessColumns(rows: readonly (readonly string[])[], vocabulary: VocabularyReader): Columns {
  const [head = [], ...others] = rows;
  const guessed: (ImportField | undefined)[] = head.map(() => undefined);
  const valuesOf = (place: number) => others.slice(0, 200).flatMap((row) => row[place] || []);
  const heads = head.map(readHead);
  const fieldAt = (place: number) => {
    const field = heads[place]?.field;
    return field === 'source' ? undefined : field;
  };
  // A column of links may only say "klik hier", and have its addresses in another.
  const leads = (place: number) => valuesOf(place).some((value) => /^https?:\/\//iu.test(value));
  const isElsewhere = (place: number) => !leads(place) && head.some((_, other) => leads(other));
  /** Each in turn: what is sure is taken before what is likely. */
  const turns: ((place: number) => readonly (ImportField | undefined)[])[] = [
    (place) => (heads[place]?.isOwn ? [fieldAt(place)] : []),
    (place) => (fieldAt(place) === 'address' && isElsewhere(place) ? [] : [fieldAt(place)]),
    (place) => (heads[place]?.field === 'source' ? fieldsOfSource(valuesOf(place), vocabulary) : []),
    (place) => (heads[place]?.field === 'source' ? [] : [fieldOfValues(valuesOf(place), vocabulary)]),
  ];
  for (const turn of turns) {
    for (const place of head.keys()) {
      guessed[place] ??= turn(place).find((field) => field && !guessed.includes(field));
    }
  }
  return guessed;
}
