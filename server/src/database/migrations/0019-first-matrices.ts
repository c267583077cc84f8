import type { Kysely } from 'kysely';

/** The matrix that is shown first of a large dossier: an answer that was given, kept for one version of it. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('first_matrix')
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('content', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('first_matrix_key', ['dossier_id', 'language'])
    .execute();
}
