import type { Kysely } from 'kysely';

/** Suggestions that a team dismissed. Their ids say what they are about: two dossiers may have the same ones. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('dismissal')
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
    .addColumn('safeguard', 'text', (column) => column.notNull())
    .addColumn('quote', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull().references('user.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('dismissal_key', ['dossier_id', 'id'])
    .execute();
  await schema.createIndex('dismissal_of_document').on('dismissal').column('document_id').execute();
}
