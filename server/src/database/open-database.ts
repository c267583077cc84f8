import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { DatabaseError, toDatabaseError } from './database-error.ts';
import { up as createFirstTables } from './migrations/0001-first-tables.ts';
import { up as keepAnswersWithTheirChange } from './migrations/0002-answers-with-their-change.ts';
import { up as rememberWhatIsGone } from './migrations/0003-passages-confirmed-gone.ts';
import { up as addPeople } from './migrations/0006-people.ts';
import { up as letTheLogSayAll } from './migrations/0007-the-log-says-all.ts';
import { up as addFullTextSearch } from './migrations/0008-full-text-search.ts';
import { up as indexDossiers } from './migrations/0009-indexes-of-a-dossier.ts';
import { up as addOutlines } from './migrations/0010-outlines.ts';
import { up as addPublications } from './migrations/0012-publications.ts';
import { up as addDismissals } from './migrations/0015-dismissals.ts';
import { up as indexPassagesTogether } from './migrations/0018-passages-indexed-together.ts';
import { up as addFirstMatrices } from './migrations/0019-first-matrices.ts';
import { up as closeGaps } from './migrations/0020-items-without-gaps.ts';
import { up as nameSpeakers } from './migrations/0020-names-of-speakers.ts';
import { up as keepDeletedDossiers } from './migrations/0021-deleted-dossiers.ts';
import { up as keepLayouts } from './migrations/0022-kept-layouts.ts';
import { up as forgetStems } from './migrations/0023-stems-made-anew.ts';
import { up as nameBills } from './migrations/0024-bill-of-a-dossier.ts';
import { openPostgresql } from './open-postgresql.ts';
import { openSqlite } from './open-sqlite.ts';
import type { Database } from './schema.ts';

/** Every migration by name; they run in the order of their names. Never change one that was released. */
const migrations = {
  '0001-first-tables': { up: createFirstTables },
  '0002-answers-with-their-change': { up: keepAnswersWithTheirChange },
  '0003-passages-confirmed-gone': { up: rememberWhatIsGone },
  '0006-people': { up: addPeople },
  '0007-the-log-says-all': { up: letTheLogSayAll },
  '0008-full-text-search': { up: addFullTextSearch },
  '0009-indexes-of-a-dossier': { up: indexDossiers },
  '0010-outlines': { up: addOutlines },
  '0012-publications': { up: addPublications },
  '0015-dismissals': { up: addDismissals },
  '0018-passages-indexed-together': { up: indexPassagesTogether },
  '0019-first-matrices': { up: addFirstMatrices },
  '0020-items-without-gaps': { up: closeGaps },
  '0020-names-of-speakers': { up: nameSpeakers },
  '0021-deleted-dossiers': { up: keepDeletedDossiers },
  '0022-kept-layouts': { up: keepLayouts },
  '0023-stems-made-anew': { up: forgetStems },
  '0024-bill-of-a-dossier': { up: nameBills },
};

/**
 * Opens a database and reaches it: PostgreSQL by its address (`postgres://…`), else SQLite by the
 * path of its file.
 *
 * @throws DatabaseError for a place where no database can be used.
 */
export async function openDatabase(place: string): Promise<Kysely<Database>> {
  try {
    return await (isPostgresqlAddress(place) ? openPostgresql(place) : openSqlite(place));
  } catch (cause) {
    throw toDatabaseError(cause, place);
  }
}

/** Whether a place names a PostgreSQL database. */
export function isPostgresqlAddress(place: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(place);
}

/**
 * Refuses a database whose tables a newer version has changed, before anything touches it.
 *
 * @throws DatabaseError
 */
export async function refuseNewerDatabase(database: Kysely<Database>): Promise<void> {
  const known = new Set(Object.keys(migrations));
  const unknown = (await appliedMigrations(database)).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new DatabaseError('database-newer', unknown.join(', '));
}

/**
 * Brings the tables up to date. The tables of better-auth must be there already.
 *
 * @throws DatabaseError when a migration fails; then nothing is changed.
 */
export async function migrateDatabase(database: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw toDatabaseError(error);
  // Whatever they changed was no change of a dossier: its log does not say so.
  if (results.length > 0) await database.deleteFrom('kept_layout').execute();
}

async function appliedMigrations(database: Kysely<Database>): Promise<string[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await (database as Kysely<Database & { kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map(({ name }) => name);
}
