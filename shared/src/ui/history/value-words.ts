import { type Coding, codingSchema, quantitySchema, uuidSchema } from '../../annotation/index.ts';
import type { Revision } from '../../api/index.ts';
import { dateInWords } from '../../citation/index.ts';
import { historyMessages } from '../../messages/history.ts';
import { historyWords } from '../../messages/history-words.ts';
import { domainMessages, type Language } from '../../messages/index.ts';
import { omission, wordsOfPieces } from '../../text/index.ts';
import {
  codingInWords,
  conceptLabel,
  dayInWords,
  inSentence,
  quantityInWords,
  speakerName,
} from '../index.ts';
import { type HistoryNames, personName } from './history-names.ts';

/** What kind of thing it is. */
export type HistoryKind = Revision['items'][number]['kind'];

/** What no reader knows a thing by; changes of these alone are not told one by one. */
const hiddenFields = new Set([
  ...['id', 'position', 'revision', 'modified', 'rendition', 'mediaType', 'text'],
  'source',
]);

/** Whether a field is told to readers; other ids of a document are not, other names of a speaker are. */
export function isTold(kind: HistoryKind, field: string): boolean {
  if (kind === 'outline-part' && (field === 'outline' || field === 'place')) return false;
  // The change itself says when.
  if (kind === 'dismissal' && field === 'at') return false;
  return !hiddenFields.has(field) && !(kind === 'document' && field === 'aliases');
}

/** Name of a field: "Status"; a field that has no name stands for itself. */
export function fieldLabel(field: string, language: Language): string {
  const words: Readonly<Record<string, string>> = historyWords[language];
  return words[`field.${field}`] ?? field;
}

/** A speaker as its name is looked up: by id, or the words for one that is gone. */
function speakerOf({ vocabulary }: HistoryNames, id: string): string {
  const isGone = !vocabulary.speakers.has(id) && uuidSchema.safeParse(id).success;
  return isGone ? historyMessages[vocabulary.language].speakerGone : id;
}

/** "Voornemen afgeschaft, schaadt doorlooptijd (IND)" */
export function codingWords(coding: Coding, names: HistoryNames): string {
  const { speaker: by, reportedBy: via } = coding;
  const spoken = { speaker: speakerOf(names, by), ...(via && { reportedBy: speakerOf(names, via) }) };
  const { subject, effect, speaker } = codingInWords({ ...coding, ...spoken }, names.vocabulary);
  return `${[subject, effect].filter(Boolean).join(', ')} (${speaker})`;
}

/** Title of a document, also by an id that it had. */
export function documentTitle({ documents, vocabulary }: HistoryNames, id: string): string {
  return documents.get(id)?.title ?? historyMessages[vocabulary.language].untitled;
}

function mergedName(kind: HistoryKind, id: string, names: HistoryNames): string {
  if (kind === 'document') return documentTitle(names, id);
  return kind === 'speaker'
    ? speakerName(names.vocabulary, speakerOf(names, id))
    : conceptLabel(names.vocabulary, id);
}

/** Word of a vocabulary for a value; a value that has none stands for itself. */
function domainWord(vocabulary: string, value: string, language: Language): string {
  const words: Readonly<Record<string, string>> = domainMessages[language];
  return words[`${vocabulary}.${value}`] ?? value;
}

function kindWord(kind: HistoryKind, value: string, language: Language): string {
  if (kind === 'link') return domainWord('link', value, language);
  if (kind === 'speaker') return domainWord('speakerKind', value, language);
  return value === 'safeguard' || value === 'impact' ? inSentence(fieldLabel(value, language)) : value;
}

function textWords(kind: HistoryKind, field: string, text: string, names: HistoryNames): string {
  const { vocabulary } = names;
  const { language } = vocabulary;
  switch (field) {
    case 'bill':
    case 'document':
      return documentTitle(names, text);
    case 'mergedInto':
      return mergedName(kind, text, names);
    case 'speaker':
    case 'reportedBy':
    case 'issuer':
    case 'parent':
      return speakerName(vocabulary, speakerOf(names, text));
    case 'safeguard':
    case 'impact':
      return conceptLabel(vocabulary, text);
    case 'group':
      return names.groups.get(text) ?? text;
    case 'reviewer':
      return personName(names, text);
    case 'date':
      return dateInWords(text, language);
    case 'at':
    case 'created':
    case 'deleted':
    case 'gone':
    case 'retrieved':
      return dayInWords(text, language);
    case 'withoutText':
      return domainWord('sourceType', text, language);
    case 'kind':
      return kindWord(kind, text, language);
    default:
      return domainWord(field, text, language);
  }
}

function readingWords(reading: Readonly<Record<string, unknown>>, names: HistoryNames): string {
  const { safeguard } = reading;
  if (typeof safeguard === 'string') return conceptLabel(names.vocabulary, safeguard);
  return historyMessages[names.vocabulary.language].allSafeguards;
}

/** Words of a part of an outline: its own, or those of the passage. */
function contentWords({ text, marked }: Readonly<Record<string, unknown>>): string {
  if (typeof text === 'string') return text;
  const { ranges } = Object(marked) as { ranges?: readonly { exact: string }[] };
  return wordsOfPieces(ranges ?? []);
}

function objectWords(field: string, value: Readonly<Record<string, unknown>>, names: HistoryNames): string {
  const { language } = names.vocabulary;
  if (field === 'readings') return readingWords(value, names);
  if (field === 'content') return contentWords(value);
  if (field === 'comments') return String(value.text ?? '');
  if (field === 'creator') return String(value.name ?? '');
  if (field === 'addresses') return String(value.address ?? '');
  if (field === 'ranges') return String(value.exact ?? '');
  if (field === 'identifiers')
    return `${domainWord('scheme', String(value.scheme), language)} ${String(value.value)}`;
  if (field === 'codings') {
    const coding = codingSchema.safeParse(value);
    if (coding.success) return codingWords(coding.data, names);
  }
  const quantity = quantitySchema.safeParse(value);
  if (quantity.success) return quantityInWords(quantity.data, language);
  // A text in both languages, each of which can have changed.
  return Object.values(value).map(String).join(' / ');
}

/** A value of a field as a lawyer reads it; undefined where there is nothing. */
export function valueWords(
  kind: HistoryKind,
  field: string,
  value: unknown,
  names: HistoryNames,
): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const messages = historyMessages[names.vocabulary.language];
  if (Array.isArray(value)) {
    const parts = value.map((entry) => valueWords(kind, field, entry, names)).filter(Boolean);
    return parts.length === 0 ? undefined : parts.join(field === 'ranges' ? omission : '; ');
  }
  if (typeof value === 'boolean') return value ? messages.yes : messages.no;
  if (typeof value === 'string') return textWords(kind, field, value, names);
  if (typeof value === 'object') return objectWords(field, value as Record<string, unknown>, names);
  return String(value);
}
