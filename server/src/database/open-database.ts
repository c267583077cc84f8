import SqliteDriver from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import * as firstTables from './migrations/0001-first-tables.ts';
import * as answersWithTheirChange from './migrations/0002-answers-with-their-change.ts';
import type { Database } from './schema.ts';

/** Every migration by name; they run in the order of their names. Never change one that was released. */
const migrations = {
  '0001-first-tables': firstTables,
  '0002-answers-with-their-change': answersWithTheirChange,
};

/** How long a statement waits for another process, such as the `admin` command. */
const busyTimeoutMs = 5_000;

/** The database cannot be used; the message says why and what to do. */
export class DatabaseError extends Error {
  readonly code: 'database-newer' | 'database-migration-failed';

  constructor(code: DatabaseError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseError';
    this.code = code;
  }
}

/**
 * Opens a SQLite database: write-ahead log, foreign keys, and durable before a write is answered
 * (`synchronous=FULL`). `file` is a path, or `:memory:`.
 */
export function openDatabase(file: string): Kysely<Database> {
  const driver = new SqliteDriver(file);
  // First, so that two processes that start together wait for each other.
  driver.pragma(`busy_timeout = ${busyTimeoutMs}`);
  driver.pragma('journal_mode = WAL');
  driver.pragma('synchronous = FULL');
  driver.pragma('foreign_keys = ON');
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: driver }) });
}

/**
 * Brings the tables up to date. The tables of better-auth must be there already.
 *
 * @throws DatabaseError when a newer version of Waarborg has used the database, or a migration fails;
 *   then nothing is changed.
 */
export async function migrateDatabase(database: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const known = new Set(Object.keys(migrations));
  const newer = await appliedMigrations(database);
  const unknown = newer.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new DatabaseError(
      'database-newer',
      `This database was used by a newer version of Waarborg (${unknown.join(', ')}). Start that version.`,
    );
  }
  const { error } = await migrator.migrateToLatest();
  if (error)
    throw new DatabaseError(
      'database-migration-failed',
      'The database could not be brought up to date.',
      error,
    );
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
