import type { Kysely } from 'kysely';

/** A dossier names the document that is its bill, by any id that this had; it may be gone since (ADR 81). */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('dossier').addColumn('bill', 'text').execute();
}
