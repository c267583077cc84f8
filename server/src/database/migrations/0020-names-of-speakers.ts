import { foldName } from '@waarborg/shared/dossier';
import type { Kysely } from 'kysely';

interface Tables {
  speaker: { id: string; dossier_id: string; name: string; aliases: string };
  speaker_name: { dossier_id: string; name: string; speaker_id: string };
}

/** Rows of one statement. */
const rowsAtOnce = 500;

/**
 * What speakers are called, one row for each name as it is compared (`foldName`), so that a coding finds its speaker
 * without reading the others. It follows from the speakers, so nothing refers to it.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('speaker_name')
    .addColumn('dossier_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('speaker_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('speaker_name_key', ['dossier_id', 'name', 'speaker_id'])
    .execute();
  await database.schema.createIndex('speaker_name_of').on('speaker_name').column('speaker_id').execute();
  const tables = database as Kysely<Tables>;
  const speakers = await tables
    .selectFrom('speaker')
    .select(['id', 'dossier_id', 'name', 'aliases'])
    .orderBy('id')
    .execute();
  const rows = speakers.flatMap(({ id, dossier_id, name, aliases }) => {
    const names = new Set([name, ...(JSON.parse(aliases) as string[])].map(foldName));
    return [...names].map((called) => ({ dossier_id, name: called, speaker_id: id }));
  });
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await tables
      .insertInto('speaker_name')
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
  }
}
