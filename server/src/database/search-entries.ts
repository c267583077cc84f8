/**
 * What can be searched, kept beside what it is made of: an entry per passage (its quotes and its note), per
 * title of a document and per part of a text that was read. Entries follow the log of changes, within the same
 * transaction: whatever writes through `applyChange` is found. The databases keep their own index of them
 * (FTS5, tsvector) by a trigger and a generated column, so that nothing here knows which one it is.
 */
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { Annotation } from '@waarborg/shared/annotation';
import type { Rendition, SourceDocument } from '@waarborg/shared/dossier';
import { stemsOf, wordsOf } from '@waarborg/shared/search';
import { CompiledQuery, type Kysely } from 'kysely';
import type { ChangedItem } from './change.ts';
import { insertRows } from './insert-rows.ts';
import { isPostgresql } from './open-postgresql.ts';
import type { Database } from './schema.ts';
import { sendTogether } from './send-together.ts';

const decompress = promisify(brotliDecompress);

/** What an entry is made of. */
export type EntryKind = 'passage' | 'title' | 'text';

/** Words of a part of a text: few enough that words in one part have to do with each other. */
const wordsOfPart = 200;
/** How much of a text can be searched, in UTF-16 code units: some 1,000 pages. */
const maxSearchedLength = 2_000_000;
/** Shortest word that can be a part of a compound. */
const minVocabularyLength = 4;

interface Entry {
  readonly kind: EntryKind;
  /** Id of the passage or document. */
  readonly item: string;
  /** Id of the text; empty where there is only one. */
  readonly text: string;
  /** Where a part begins in its text, in UTF-16 code units. */
  readonly start: number;
  readonly stems: readonly string[];
}

/** Stands in every entry of a dossier and in no text, so that an index needs to look at no other dossier. */
export function dossierWord(dossier: string): string {
  return `in${dossier.replaceAll('-', '')}`;
}

function entryOf(kind: EntryKind, item: string, texts: readonly (string | undefined)[]): Entry {
  return {
    kind,
    item,
    text: '',
    start: 0,
    stems: texts.flatMap((text) => (text === undefined ? [] : stemsOf(text))),
  };
}

function* partsOf({ document, id }: Rendition, text: string): Generator<Entry> {
  let stems: string[] = [];
  let start = 0;
  for (const word of wordsOf(text.slice(0, maxSearchedLength))) {
    if (stems.length === 0) start = word.start;
    stems.push(word.stem);
    if (stems.length < wordsOfPart) continue;
    yield { kind: 'text', item: document, text: id, start, stems };
    stems = [];
  }
  if (stems.length > 0) yield { kind: 'text', item: document, text: id, start, stems };
}

async function entriesOf(executor: Kysely<Database>, { kind, after }: ChangedItem): Promise<Entry[]> {
  if (after === undefined) return [];
  if (kind === 'annotation') {
    const { id, ranges, note } = after as Annotation;
    return [entryOf('passage', id, [...ranges.map(({ exact }) => exact), note])];
  }
  if (kind === 'document') {
    const { id, title } = after as SourceDocument;
    return [entryOf('title', id, [title])];
  }
  const rendition = after as Rendition;
  const kept = await executor
    .selectFrom('rendition_text')
    .select('compressed')
    .where('id', '=', rendition.id)
    .executeTakeFirst();
  return kept ? [...partsOf(rendition, (await decompress(kept.compressed)).toString('utf8'))] : [];
}

/** Where what is searched of an item stands. */
interface EntryPlace {
  readonly kind: EntryKind;
  readonly item: string;
  readonly text: string;
}

function placeOf({ kind, id, before, after }: ChangedItem): EntryPlace {
  if (kind === 'annotation') return { kind: 'passage', item: id, text: '' };
  if (kind === 'document') return { kind: 'title', item: id, text: '' };
  const rendition = (before ?? after) as Rendition;
  return { kind: 'text', item: rendition.document, text: rendition.id };
}

async function insertFound(executor: Kysely<Database>, dossier: string, entries: readonly Entry[]) {
  const word = dossierWord(dossier);
  const rows = entries.map(({ kind, item, text, start, stems }) => ({
    ...{ dossier_id: dossier, kind, item_id: item, text_id: text, start },
    words: `${word} ${stems.join(' ')}`,
  }));
  await insertRows(executor, 'search_entry', rows);
}

/** Adds words, a JSON array: one statement however many they are, because statements of many lengths are not kept ready. */
const addWords = {
  sqlite: `insert into search_word (dossier_id, word) select ?, value from json_each(?)
    where true on conflict do nothing`,
  postgresql: `insert into search_word (dossier_id, word) select $1, word from json_array_elements_text($2::json) as word
    on conflict do nothing`,
} as const;

/** Remembers which words the dossier uses: of these compounds are made. */
async function insertVocabulary(executor: Kysely<Database>, dossier: string, stems: ReadonlySet<string>) {
  // In one order, so that two writers never wait for each other in a circle.
  const words = [...stems]
    .filter((stem) => stem.length >= minVocabularyLength && /^\p{L}+$/u.test(stem))
    .sort();
  if (words.length === 0) return;
  const statement = isPostgresql(executor) ? addWords.postgresql : addWords.sqlite;
  await executor.executeQuery(CompiledQuery.raw(statement, [dossier, JSON.stringify(words)]));
}

async function insertEntries(executor: Kysely<Database>, dossier: string, entries: readonly Entry[]) {
  const filled = entries.filter(({ stems }) => stems.length > 0);
  await sendTogether(
    insertFound(executor, dossier, filled),
    insertVocabulary(executor, dossier, new Set(filled.flatMap(({ stems }) => stems))),
  );
}

const searched = new Set<ChangedItem['kind']>(['annotation', 'document', 'rendition']);
const isSame = ({ before, after, kind }: ChangedItem) =>
  kind === 'document' &&
  (before as SourceDocument | undefined)?.title === (after as SourceDocument | undefined)?.title;

/**
 * Within the transaction of changes: lets what they changed, in their order, be found as it is now. Of what was
 * changed more than once the last state counts.
 */
export async function indexItems(
  executor: Kysely<Database>,
  dossier: string,
  items: readonly ChangedItem[],
): Promise<void> {
  const changed = items.filter((item) => searched.has(item.kind) && !isSame(item));
  if (changed.length === 0) return;
  const last = new Map<string, ChangedItem>();
  for (const item of changed) {
    const { kind, item: id, text } = placeOf(item);
    last.set(`${kind} ${id} ${text}`, item);
    if (item.before === undefined) continue;
    await executor
      .deleteFrom('search_entry')
      .where('dossier_id', '=', dossier)
      .where('item_id', '=', id)
      .where('kind', '=', kind)
      .where('text_id', '=', text)
      .execute();
  }
  const entries: Entry[] = [];
  for (const item of last.values()) entries.push(...(await entriesOf(executor, item)));
  await insertEntries(executor, dossier, entries);
}
