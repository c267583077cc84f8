/** A reviewer can confirm that a passage is not in its document any more. */
import type { Kysely } from 'kysely';

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('annotation').addColumn('gone', 'text').execute();
}
