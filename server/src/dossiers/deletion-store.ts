import { sql } from 'kysely';
import { type Executor, isPostgresql } from '../database/index.ts';

/** Number of the change that deleted a dossier; the last one, where that happened more than once. */
export async function getDeletingRevision(database: Executor, dossier: string): Promise<number> {
  const { number } = await database
    .selectFrom('revision')
    .select('number')
    .where('dossier_id', '=', dossier)
    .where('operation', '=', 'delete-dossier')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return number;
}

/** Instant at which a dossier was deleted; undefined for one in which people work. */
export async function findDeletion(database: Executor, dossier: string): Promise<string | undefined> {
  const { deleted } = await database
    .selectFrom('dossier')
    .select('deleted')
    .where('id', '=', dossier)
    .executeTakeFirstOrThrow();
  return deleted ?? undefined;
}

/** Ids of the dossiers that were deleted at or before an instant. */
export async function listDeletedBefore(database: Executor, instant: string): Promise<string[]> {
  const rows = await database.selectFrom('dossier').select('id').where('deleted', '<=', instant).execute();
  return rows.map(({ id }) => id);
}

/** Tables of which a dossier has rows, those that refer to others first. */
const tablesOfDossier = [
  ...(['link', 'dismissal', 'reading', 'outline_part', 'outline', 'publication', 'coding'] as const),
  ...(['annotation', 'document_alias', 'document_address', 'document_identifier', 'document'] as const),
  ...(['speaker_name', 'speaker', 'concept', 'concept_group'] as const),
  ...(['kept_layout', 'search_entry', 'search_word', 'idempotency', 'revision_item', 'revision'] as const),
];

/** Where the id of a text begins in that of a rendition, after the id of its document and a space; counted from 1. */
const textInItemId = 38;

/** Rows that go in one transaction: whoever writes waits for no more than these. */
const rowsAtOnce = 500;
/** The same where the database looks for each whether a row of any dossier refers to it, without an index. */
const soughtAtOnce = 10;

/**
 * Puts a deleted dossier out of reach, for it to be erased: nobody is in it any more, and its name in addresses is free.
 * False for one that somebody brought back in this moment.
 */
export async function closeDossier(database: Executor, dossier: string): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('dossier')
      .set({ slug: dossier, title: '' })
      .where('id', '=', dossier)
      .where('deleted', 'is not', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    for (const table of ['invitation', 'token', 'membership'] as const)
      await transaction.deleteFrom(table).where('dossier_id', '=', dossier).execute();
    return true;
  });
}

/** Texts that no other dossier has or ever had: what another deleted can come back there by an undo. */
async function removeTexts(database: Executor, dossier: string): Promise<void> {
  const documents = database.selectFrom('document').select('id').where('dossier_id', '=', dossier);
  await database.deleteFrom('rendition').where('document_id', 'in', documents).execute();
  const texts = database
    .selectFrom('revision_item')
    .select(sql<string>`substr(item_id, ${sql.lit(textInItemId)})`.as('id'))
    .where('kind', '=', 'rendition');
  await database
    .deleteFrom('rendition_text')
    .where('id', 'in', texts.where('dossier_id', '=', dossier))
    .where('id', 'not in', texts.where('dossier_id', '!=', dossier))
    .where('id', 'not in', database.selectFrom('rendition').select('text_id'))
    .execute();
}

/** Parents that a speaker or a document has in its own table go first: rows go in any order. */
async function forgetRelations(database: Executor, dossier: string): Promise<void> {
  await database
    .updateTable('speaker')
    .set({ parent_id: null, merged_into: null })
    .where('dossier_id', '=', dossier)
    .execute();
  await database
    .updateTable('document')
    .set({ merged_into: null })
    .where('dossier_id', '=', dossier)
    .execute();
}

/** Takes away some rows of a table; says whether there were any. */
async function removeRows(
  database: Executor,
  table: (typeof tablesOfDossier)[number],
  dossier: string,
): Promise<boolean> {
  // Where a row stands is its only name that every table has.
  const place = isPostgresql(database) ? sql`ctid` : sql`rowid`;
  const count = table === 'document' || table === 'speaker' ? soughtAtOnce : rowsAtOnce;
  const some = sql`select ${place} from ${sql.table(table)} where dossier_id = ${dossier} limit ${sql.lit(count)}`;
  const wanted = isPostgresql(database) ? sql`= any(array(${some}))` : sql`in (${some})`;
  const { numAffectedRows = 0n } =
    await sql`delete from ${sql.table(table)} where ${place} ${wanted}`.execute(database);
  return numAffectedRows > 0n;
}

/**
 * Takes a closed dossier away with all that is in it, its log included, part by part: whoever stops between two goes
 * on there with the next call. When it ends, nothing of the dossier is left.
 */
export async function* removeDossier(database: Executor, dossier: string): AsyncGenerator<void> {
  await removeTexts(database, dossier);
  await forgetRelations(database, dossier);
  for (const table of tablesOfDossier) while (await removeRows(database, table, dossier)) yield;
  await database.deleteFrom('dossier').where('id', '=', dossier).execute();
}
