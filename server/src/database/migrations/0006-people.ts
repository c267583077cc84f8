/**
 * People: how much a token may do, invitations by link, and the ids of those who were erased, so that a
 * restored backup forgets them again.
 */
import type { Kysely } from 'kysely';

export async function up({ schema }: Kysely<unknown>): Promise<void> {
  // Tokens that were made before could do all that their holder may.
  await schema
    .alterTable('token')
    .addColumn('scope', 'text', (column) => column.notNull().defaultTo('owner'))
    .execute();
  await schema.createIndex('token_holder').on('token').columns(['user_id', 'dossier_id']).execute();
  await schema
    .createTable('invitation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('email', 'text')
    .addColumn('reusable', 'integer', (column) => column.notNull())
    .addColumn('uses', 'integer', (column) => column.notNull())
    .addColumn('creator_id', 'text', (column) => column.notNull().references('user.id'))
    .addColumn('created', 'text', (column) => column.notNull())
    .addColumn('expires', 'text', (column) => column.notNull())
    .addColumn('revoked', 'text')
    .execute();
  await schema.createIndex('invitation_dossier').on('invitation').column('dossier_id').execute();
  await schema
    .createTable('erased_user')
    .addColumn('user_id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}
