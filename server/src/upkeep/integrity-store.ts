import { sql } from 'kysely';
import { type Executor, type ItemKind, isPostgresql } from '../database/index.ts';
import type { Finding } from './finding.ts';
import type { LoggedItem } from './replay.ts';

/** Most items of the log in memory at once. */
const itemsAtOnce = 1_000;

/** What the database itself finds wrong in its file and between its rows. */
export async function checkDatabase(database: Executor): Promise<Finding[]> {
  return isPostgresql(database) ? checkPostgresql(database) : checkSqlite(database);
}

async function checkSqlite(database: Executor): Promise<Finding[]> {
  const file = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(database);
  const references = await sql<{ table: string; rowid: number | null; parent: string }>`
    pragma foreign_key_check
  `.execute(database);
  return [
    ...file.rows
      .filter(({ integrity_check }) => integrity_check !== 'ok')
      .map(({ integrity_check }): Finding => ({ kind: 'file', words: integrity_check })),
    ...references.rows.map(
      ({ table, rowid, parent }): Finding => ({
        kind: 'reference',
        table,
        words: `${rowid ?? ''} → ${parent}`,
      }),
    ),
  ];
}

/** PostgreSQL keeps references itself, as long as nobody told it not to look. */
async function checkPostgresql(database: Executor): Promise<Finding[]> {
  const { rows } = await sql<{ table: string; name: string }>`
    select conrelid::regclass::text as table, conname as name from pg_constraint
    where contype = 'f' and not convalidated
  `.execute(database);
  return rows.map(({ table, name }): Finding => ({ kind: 'reference', table, words: name }));
}

/** Dossiers whose revisions are not numbered 1 to the last, and revisions whose items are not numbered from 0. */
export async function checkNumbers(database: Executor): Promise<Finding[]> {
  const dossiers = await database
    .selectFrom('dossier')
    .leftJoin('revision', 'revision.dossier_id', 'dossier.id')
    .select(['dossier.slug', 'dossier.revision'])
    .select(({ fn }) => [
      fn.count<number>('revision.number').as('count'),
      fn.min<number | null>('revision.number').as('first'),
      fn.max<number | null>('revision.number').as('last'),
    ])
    .groupBy(['dossier.id', 'dossier.slug', 'dossier.revision'])
    .execute();
  const items = await database
    .selectFrom('revision')
    .innerJoin('dossier', 'dossier.id', 'revision.dossier_id')
    .leftJoin('revision_item', (join) =>
      join
        .onRef('revision_item.dossier_id', '=', 'revision.dossier_id')
        .onRef('revision_item.number', '=', 'revision.number'),
    )
    .select(['dossier.slug', 'revision.number'])
    .groupBy(['dossier.slug', 'revision.dossier_id', 'revision.number'])
    .having(({ fn, eb }) =>
      eb(fn.count('revision_item.position'), '<>', sql<number>`coalesce(max(revision_item.position), 0) + 1`),
    )
    .execute();
  return [
    ...dossiers
      .filter(
        ({ revision, count, first, last }) =>
          Number(count) !== revision || (revision > 0 && (first !== 1 || last !== revision)),
      )
      .map(
        ({ slug, revision, count }): Finding => ({
          kind: 'gap',
          dossier: slug,
          count: Number(count),
          last: revision,
        }),
      ),
    ...items.map(({ slug, number }): Finding => ({ kind: 'items', dossier: slug, number })),
  ];
}

/** Every dossier. */
export function listAllDossiers(database: Executor): Promise<{ id: string; slug: string; title: string }[]> {
  return database.selectFrom('dossier').select(['id', 'slug', 'title']).orderBy('slug').execute();
}

/** The log of a dossier from its beginning, in order. */
export async function* readLog(database: Executor, dossier: string): AsyncGenerator<LoggedItem> {
  const parse = (text: string | null): unknown => (text === null ? undefined : JSON.parse(text));
  let [number, position] = [0, 0];
  for (;;) {
    const rows = await database
      .selectFrom('revision_item')
      .selectAll()
      .where('dossier_id', '=', dossier)
      .where(({ eb, refTuple, tuple }) => eb(refTuple('number', 'position'), '>', tuple(number, position)))
      .orderBy('number')
      .orderBy('position')
      .limit(itemsAtOnce)
      .execute();
    for (const row of rows) {
      const { kind, item_id: id } = row;
      yield {
        number: row.number,
        kind: kind as ItemKind,
        id,
        before: parse(row.before),
        after: parse(row.after),
      };
    }
    const last = rows.at(-1);
    if (!last || rows.length < itemsAtOnce) return;
    [number, position] = [last.number, last.position];
  }
}

/** Ids of the documents of a dossier that have passages. */
export async function listMarkedDocuments(database: Executor, dossier: string): Promise<string[]> {
  const rows = await database
    .selectFrom('annotation')
    .select('document_id')
    .distinct()
    .where('dossier_id', '=', dossier)
    .execute();
  return rows.map(({ document_id }) => document_id);
}

/** Who is a member of a dossier, and as what. */
export async function listMemberships(
  database: Executor,
  dossier: string,
): Promise<{ user_id: string; role: string }[]> {
  return database
    .selectFrom('membership')
    .select(['user_id', 'role'])
    .where('dossier_id', '=', dossier)
    .execute();
}

/** Every link of a dossier. */
export async function listAllLinks(
  database: Executor,
  dossier: string,
): Promise<{ id: string; from: string; to: string; kind: string; revision: number }[]> {
  return database
    .selectFrom('link')
    .select(['id', 'from_id as from', 'to_id as to', 'kind', 'revision'])
    .where('dossier_id', '=', dossier)
    .execute();
}
