import { sql, type Transaction } from 'kysely';
import type { Database, Executor } from '../database/index.ts';

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
  ...(['invitation', 'token', 'membership'] as const),
  ...(['kept_layout', 'search_entry', 'search_word', 'idempotency', 'revision_item', 'revision'] as const),
];

/** Where the id of a text begins in that of a rendition, after the id of its document and a space; counted from 1. */
const textInItemId = 38;

/** Texts that no other dossier has or ever had: what another deleted can come back there by an undo. */
async function removeTexts(transaction: Transaction<Database>, dossier: string): Promise<void> {
  const documents = transaction.selectFrom('document').select('id').where('dossier_id', '=', dossier);
  await transaction.deleteFrom('rendition').where('document_id', 'in', documents).execute();
  const texts = transaction
    .selectFrom('revision_item')
    .select(sql<string>`substr(item_id, ${sql.lit(textInItemId)})`.as('id'))
    .where('kind', '=', 'rendition');
  await transaction
    .deleteFrom('rendition_text')
    .where('id', 'in', texts.where('dossier_id', '=', dossier))
    .where('id', 'not in', texts.where('dossier_id', '!=', dossier))
    .where('id', 'not in', transaction.selectFrom('rendition').select('text_id'))
    .execute();
}

/** Erases a dossier with all that is in it, its log included, in one transaction. Nothing of it is left. */
export async function removeDossier(database: Executor, dossier: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await removeTexts(transaction, dossier);
    for (const table of tablesOfDossier) {
      await transaction.deleteFrom(table).where('dossier_id', '=', dossier).execute();
    }
    await transaction.deleteFrom('dossier').where('id', '=', dossier).execute();
  });
}
