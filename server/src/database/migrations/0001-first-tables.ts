/** The first tables, in their final shape. It is long because it lists every column once. */
import { type Kysely, sql } from 'kysely';

type Schema = Kysely<unknown>['schema'];

async function createDossierTables(schema: Schema): Promise<void> {
  await schema
    .createTable('dossier')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('created', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('membership')
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('user.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('membership_key', ['dossier_id', 'user_id'])
    .execute();
  await schema
    .createTable('token')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull().references('user.id'))
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('created', 'text', (column) => column.notNull())
    .addColumn('expires', 'text')
    .addColumn('revoked', 'text')
    .addColumn('used', 'text')
    .execute();
}

async function createVocabularyTables(schema: Schema): Promise<void> {
  for (const table of ['concept_group', 'concept'] as const) {
    await schema
      .createTable(table)
      .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn(table === 'concept' ? 'concept' : 'label', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['dossier_id', 'kind', 'id'])
      .execute();
  }
  await schema
    .createTable('speaker')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('aliases', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('parent_id', 'text', (column) => column.references('speaker.id'))
    .addColumn('merged_into', 'text', (column) => column.references('speaker.id'))
    .execute();
  await schema.createIndex('speaker_dossier').on('speaker').column('dossier_id').execute();
}

async function createDocumentTables(schema: Schema): Promise<void> {
  await schema
    .createTable('document')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('source_type', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('issuer_id', 'text', (column) => column.references('speaker.id'))
    .addColumn('date', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute();
  await schema.createIndex('document_dossier').on('document').column('dossier_id').execute();
  await schema
    .createTable('document_alias')
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
    .addPrimaryKeyConstraint('document_alias_key', ['dossier_id', 'id'])
    .execute();
  await schema
    .createTable('document_address')
    .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('document_address_key', ['dossier_id', 'key'])
    .execute();
  await schema
    .createTable('document_identifier')
    .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('scheme', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('key', 'text')
    .addPrimaryKeyConstraint('document_identifier_value', ['document_id', 'scheme', 'value'])
    .addUniqueConstraint('document_identifier_key', ['dossier_id', 'key'])
    .execute();
  await schema
    .createTable('rendition_text')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('compressed', 'blob', (column) => column.notNull())
    .execute();
  await schema
    .createTable('rendition')
    .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
    .addColumn('text_id', 'text', (column) => column.notNull().references('rendition_text.id'))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('retrieved', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('rendition_key', ['document_id', 'text_id'])
    .execute();
}

async function createAnnotationTables(schema: Schema): Promise<void> {
  await schema
    .createTable('annotation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('rendition_id', 'text')
    .addColumn('ranges', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('user.id'))
    .addColumn('created', 'text', (column) => column.notNull())
    .addColumn('modified', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('deleted', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('foreign_json', 'text')
    .execute();
  await schema
    .createIndex('annotation_document')
    .on('annotation')
    .columns(['dossier_id', 'document_id'])
    .execute();
  await schema
    .createTable('coding')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('annotation_id', 'text', (column) => column.notNull().references('annotation.id'))
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('safeguard', 'text', (column) => column.notNull())
    .addColumn('measure', 'text')
    .addColumn('stage', 'text')
    .addColumn('impact', 'text')
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('speaker_id', 'text', (column) => column.notNull().references('speaker.id'))
    .addColumn('reported_by_id', 'text', (column) => column.references('speaker.id'))
    .addColumn('provision', 'text')
    .addColumn('quantity', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .execute();
  await schema.createIndex('coding_annotation').on('coding').column('annotation_id').execute();
  await schema
    .createIndex('coding_dossier')
    .on('coding')
    .columns(['dossier_id', 'safeguard', 'impact'])
    .execute();
  await schema
    .createTable('link')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('from_id', 'text', (column) => column.notNull().references('annotation.id'))
    .addColumn('to_id', 'text', (column) => column.notNull().references('annotation.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('reading')
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('user.id'))
    .addColumn('safeguard', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('reading_key', ['document_id', 'user_id', 'safeguard'])
    .execute();
}

async function createLogTables(schema: Schema): Promise<void> {
  await schema
    .createTable('revision')
    .addColumn('dossier_id', 'text', (column) => column.notNull().references('dossier.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('operation', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('revision_key', ['dossier_id', 'number'])
    .execute();
  await schema
    .createTable('revision_item')
    .addColumn('dossier_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addPrimaryKeyConstraint('revision_item_key', ['dossier_id', 'number', 'position'])
    .addForeignKeyConstraint('revision_item_revision', ['dossier_id', 'number'], 'revision', [
      'dossier_id',
      'number',
    ])
    .addCheckConstraint('revision_item_changes', sql`before is not null or after is not null`)
    .execute();
  await schema
    .createIndex('revision_item_of')
    .on('revision_item')
    .columns(['dossier_id', 'item_id'])
    .execute();
}

export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await createDossierTables(schema);
  await createVocabularyTables(schema);
  await createDocumentTables(schema);
  await createAnnotationTables(schema);
  await createLogTables(schema);
}
