import type { Revision } from '../../api/index.ts';
import { historyMessages } from '../../messages/history.ts';
import { historyWords } from '../../messages/history-words.ts';
import { shorten } from '../../text/index.ts';
import { codingsOf } from './codings-of.ts';
import { type HistoryNames, personName } from './history-names.ts';
import { codingWords, documentTitle, fieldLabel, isTold, valueWords } from './value-words.ts';

/** One thing that a change of a dossier changed. */
export type HistoryItem = Revision['items'][number];

/** One field that became different, in words. */
export interface ToldChange {
  readonly label: string;
  /** Absent: there was nothing. */
  readonly before?: string | undefined;
  /** Absent: there is nothing any more. */
  readonly after?: string | undefined;
  /** Whether the values are ids of passages, whose words are not at hand. */
  readonly isPassage?: boolean;
}

/** Longest name of a passage, in characters. */
const maxName = 90;

/** The thing that an operation is about, among those that it changed: who marks a passage can bring a speaker with it. */
export function mainItem<Item extends Pick<HistoryItem, 'kind'>>({
  operation,
  items,
}: {
  readonly operation: string;
  readonly items: readonly Item[];
}): Item | undefined {
  return items.find(({ kind }) => operation.endsWith(`-${kind}`)) ?? items[0];
}

/** What the thing is: "Passage ‘Het voornemen vervalt’", by its latest state that is known. */
export function itemTitle({ kind, id, before, after }: HistoryItem, names: HistoryNames): string {
  const messages = historyMessages[names.vocabulary.language];
  const one = historyWords[names.vocabulary.language][`one.${kind}`];
  const state = Object(after ?? before) as Readonly<Record<string, unknown>>;
  const words = (field: string) => valueWords(kind, field, state[field], names);
  const named = (name: string | undefined, what = one) =>
    name === undefined || name.trim() === '' ? what : messages.thing(what, shorten(name, maxName));
  switch (kind) {
    case 'annotation':
      return named(words('ranges') ?? words('note') ?? words('document'));
    case 'codebook': {
      const what = id.startsWith('group/')
        ? messages.conceptGroup
        : fieldLabel(String(state.kind), names.vocabulary.language);
      const label = Object(state.label)[names.vocabulary.language];
      return named(typeof label === 'string' ? label : undefined, what);
    }
    case 'dismissal':
      return named(words('quote'));
    case 'document':
      return named(words('title'));
    case 'membership':
      return named(personName(names, id));
    case 'reading':
      return messages.thingBy(
        one,
        shorten(documentTitle(names, String(state.document)), maxName),
        words('reviewer') ?? '',
      );
    case 'rendition':
      return named(words('document'));
    case 'outline':
    case 'publication':
      return named(words('title'));
    case 'outline-part':
      return named(words('content'));
    case 'speaker':
      return named(words('name'));
    case 'dossier':
    case 'link':
      return one;
  }
}

/** Every field of a thing that came or went, for the side on which it was. */
function wholeState(item: HistoryItem, side: 'before' | 'after', names: HistoryNames): ToldChange[] {
  const { kind } = item;
  return Object.entries(Object(item[side]) as object).flatMap(([field, value]): ToldChange[] => {
    if (!isTold(kind, field)) return [];
    const told = tell(kind, field, { [side]: value }, names);
    return told[side] === undefined ? [] : [told];
  });
}

function tell(
  kind: HistoryItem['kind'],
  field: string,
  { before, after }: { before?: unknown; after?: unknown },
  names: HistoryNames,
): ToldChange {
  const label = fieldLabel(field, names.vocabulary.language);
  if (kind === 'link' && (field === 'from' || field === 'to')) {
    const id = (value: unknown) => (typeof value === 'string' ? value : undefined);
    return { label, before: id(before), after: id(after), isPassage: true };
  }
  return {
    label,
    before: valueWords(kind, field, before, names),
    after: valueWords(kind, field, after, names),
  };
}

/** Fields of a coding: the whole of one that came or went, else what became different of it. */
function codingChanges({ before, after, fields }: HistoryItem, names: HistoryNames): ToldChange[] {
  const messages = historyMessages[names.vocabulary.language];
  const [was, is] = [codingsOf(before), codingsOf(after)];
  const byCoding = Map.groupBy(fields, ({ field }) => field.split('/')[1] ?? '');
  return [...byCoding].flatMap(([id, changed]): ToldChange[] => {
    const [old, now] = [was.get(id), is.get(id)];
    if (!old || !now) {
      const label = fieldLabel('codings', names.vocabulary.language);
      return [{ label, before: old && codingWords(old, names), after: now && codingWords(now, names) }];
    }
    return changed.map(({ field, ...values }) => {
      const told = tell('annotation', field.split('/')[2] ?? '', values, names);
      return { ...told, label: messages.inCoding(codingWords(now, names), told.label) };
    });
  });
}

/** What a comment is besides its words. */
const aboutComment = /^comments\/[^/]+\/(?:id|author|at)$/u;

/** What became different of a thing, in words; of one that came or went, all that it is or was. */
export function itemChanges(item: HistoryItem, names: HistoryNames): ToldChange[] {
  const { kind, before, after, fields } = item;
  if (!before) return wholeState(item, 'after', names);
  if (!after) return wholeState(item, 'before', names);
  const isOfCoding = ({ field }: { field: string }) => kind === 'annotation' && field.startsWith('codings/');
  const plain = fields
    .filter((field) => !isOfCoding(field) && !aboutComment.test(field.field))
    .flatMap(({ field, ...values }): ToldChange[] => {
      const [name = ''] = field.split('/');
      return isTold(kind, name) ? [tell(kind, name, values, names)] : [];
    });
  return [...plain, ...codingChanges({ ...item, fields: fields.filter(isOfCoding) }, names)];
}
