/**
 * Answers to requests that may be repeated are kept in the transaction of what they did: their
 * result instead of their HTTP form. What was kept before is worth nothing after a restart.
 */
import type { Kysely } from 'kysely';

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.dropTable('idempotency').ifExists().execute();
  await schema
    .createTable('idempotency')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('result', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_key', ['user_id', 'key'])
    .execute();
  await schema.createIndex('idempotency_at').on('idempotency').column('at').execute();
}
