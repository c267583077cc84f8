import type { Kysely } from 'kysely';

/** Frozen copies of a matrix with a public link. What they hold stands in them: nothing else of a dossier is named. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('publication')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('embargo', 'text')
    .addColumn('accepted_only', 'integer', (column) => column.notNull())
    .addColumn('made', 'text', (column) => column.notNull())
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull().unique())
    .addColumn('withdrawn', 'text')
    .addColumn('content', 'blob')
    .execute();
  await schema
    .createIndex('publication_in_dossier')
    .on('publication')
    .columns(['dossier_id', 'made'])
    .execute();
}
