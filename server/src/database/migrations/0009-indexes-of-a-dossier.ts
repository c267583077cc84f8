import type { Kysely } from 'kysely';

/** What is read of a dossier is found without looking at those of others. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.createIndex('annotation_in_dossier').on('annotation').columns(['dossier_id', 'id']).execute();
  await schema.createIndex('link_in_dossier').on('link').column('dossier_id').execute();
  await schema.createIndex('reading_in_dossier').on('reading').column('dossier_id').execute();
}
