import type { Kysely } from 'kysely';

/** Outlines of papers, and what stands in them. A passage is named in the content: it may be deleted and still stand there. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('outline')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute();
  await schema.createIndex('outline_in_dossier').on('outline').column('dossier_id').execute();
  await schema
    .createTable('outline_part')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('outline_id', 'text', (column) => column.notNull().references('outline.id'))
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('comments', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute();
  await schema.createIndex('outline_part_in_outline').on('outline_part').column('outline_id').execute();
  await schema.createIndex('outline_part_in_dossier').on('outline_part').column('dossier_id').execute();
}
