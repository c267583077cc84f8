import type { Kysely } from 'kysely';

/** Large dossiers as they were laid out for counting, in the place of the one answer that was kept of each. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.dropTable('first_matrix').execute();
  await schema
    .createTable('kept_layout')
    .addColumn('dossier_id', 'text', (column) => column.primaryKey().references('dossier.id'))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('program', 'text', (column) => column.notNull())
    .addColumn('content', 'blob', (column) => column.notNull())
    .addColumn('texts', 'blob', (column) => column.notNull())
    .execute();
}
