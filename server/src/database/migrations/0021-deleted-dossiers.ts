/**
 * A dossier that was deleted stays for a while, so that an owner can bring it back. Answers that wait to be repeated
 * say of which dossier they are, so that they go with it.
 */
import type { Kysely } from 'kysely';

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('dossier').addColumn('deleted', 'text').execute();
  await schema.alterTable('idempotency').addColumn('dossier_id', 'text').execute();
}
