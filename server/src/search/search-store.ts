import { type Executor, matchesWords, type WantedWord } from '../database/index.ts';

/** Something in which all wanted words were found. */
export interface FoundEntry {
  readonly kind: 'passage' | 'title' | 'text';
  /** Id of the passage or document. */
  readonly item: string;
  /** Id of the text; empty where there is only one. */
  readonly text: string;
  /** Where the part begins in its text, in UTF-16 code units. */
  readonly start: number;
  readonly stems: readonly string[];
}

/** Most entries that are looked at; the latest ones. Whoever finds more needs another word or a filter. */
const maxEntries = 5_000;
/** Most words of a dossier that are tried as compounds of one word. */
const maxCompounds = 1_000;

/** The latest entries of a dossier that have every wanted word. */
export async function findEntries(
  database: Executor,
  dossier: string,
  words: readonly WantedWord[],
): Promise<FoundEntry[]> {
  const rows = await database
    .selectFrom('search_entry')
    .select(['kind', 'item_id', 'text_id', 'start', 'words'])
    .where('dossier_id', '=', dossier)
    .where(matchesWords(database, dossier, words))
    .orderBy('number', 'desc')
    .limit(maxEntries)
    .execute();
  return rows.map(({ kind, item_id, text_id, start, words: said }) => ({
    kind: kind as FoundEntry['kind'],
    item: item_id,
    text: text_id,
    start,
    // The first word names the dossier.
    stems: said.split(' ').slice(1),
  }));
}

/** The words of a dossier that begin or end with this one. */
export async function listWordsWith(
  database: Executor,
  dossier: string,
  { stem, folded }: { readonly stem: string; readonly folded: string },
): Promise<string[]> {
  const rows = await database
    .selectFrom('search_word')
    .select('word')
    .where('dossier_id', '=', dossier)
    .where((expression) =>
      expression.or(
        [`${stem}%`, `${folded}%`, `%${stem}`].map((pattern) => expression('word', 'like', pattern)),
      ),
    )
    .orderBy('word')
    .limit(maxCompounds)
    .execute();
  return rows.map(({ word }) => word);
}

/** Those of the words that the dossier uses. */
export async function selectKnownWords(
  database: Executor,
  dossier: string,
  words: readonly string[],
): Promise<Set<string>> {
  if (words.length === 0) return new Set();
  const rows = await database
    .selectFrom('search_word')
    .select('word')
    .where('dossier_id', '=', dossier)
    .where('word', 'in', [...new Set(words)])
    .execute();
  return new Set(rows.map(({ word }) => word));
}

/** Whether nothing of the database can be found yet, although there is something. */
export async function isSearchMissing(database: Executor): Promise<boolean> {
  const entry = await database.selectFrom('search_entry').select('number').limit(1).executeTakeFirst();
  if (entry) return false;
  return (await database.selectFrom('document').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Forgets all that can be found. */
export async function clearSearch(database: Executor): Promise<void> {
  await database.deleteFrom('search_entry').execute();
  await database.deleteFrom('search_word').execute();
}

/** Ids of all dossiers. */
export async function listDossierIds(database: Executor): Promise<string[]> {
  return (await database.selectFrom('dossier').select('id').execute()).map(({ id }) => id);
}
