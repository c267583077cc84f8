import SqliteDriver from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { up as createFirstTables } from './migrations/0001-first-tables.ts';
import { up as keepAnswersWithTheirChange } from './migrations/0002-answers-with-their-change.ts';
import { up as rememberWhatIsGone } from './migrations/0003-passages-confirmed-gone.ts';
import type { Database } from './schema.ts';

/** Every migration by name; they run in the order of their names. Never change one that was released. */
const migrations = {
  '0001-first-tables': { up: createFirstTables },
  '0002-answers-with-their-change': { up: keepAnswersWithTheirChange },
  '0003-passages-confirmed-gone': { up: rememberWhatIsGone },
};

/** How long a statement waits for another process, such as the `admin` command. */
const busyTimeoutMs = 5_000;

/** The database cannot be used. `subject` is what stands in the way: migrations, or what the database says. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: 'database-newer' | 'database-unusable';
  readonly subject: string;

  constructor(code: DatabaseError['code'], subject: string, cause?: unknown) {
    super(`${code}: ${subject}`, { cause });
    this.code = code;
    this.subject = subject;
  }
}

function openDriver(file: string): SqliteDriver.Database {
  const driver = new SqliteDriver(file);
  try {
    // First, so that two processes that start together wait for each other.
    driver.pragma(`busy_timeout = ${busyTimeoutMs}`);
    driver.pragma('journal_mode = WAL');
    driver.pragma('synchronous = FULL');
    driver.pragma('foreign_keys = ON');
    return driver;
  } catch (error) {
    driver.close();
    throw error;
  }
}

/**
 * Opens a SQLite database: write-ahead log, foreign keys, and durable before a write is answered
 * (`synchronous=FULL`). `file` is a path, or `:memory:`.
 *
 * @throws DatabaseError for a file that is no database, and for a folder that cannot be used.
 */
export function openDatabase(file: string): Kysely<Database> {
  try {
    return new Kysely<Database>({ dialect: new SqliteDialect({ database: openDriver(file) }) });
  } catch (cause) {
    throw new DatabaseError(
      'database-unusable',
      cause instanceof Error ? cause.message : String(cause),
      cause,
    );
  }
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
  const { error } = await migrator.migrateToLatest();
  if (error) throw new DatabaseError('database-unusable', String(error), error);
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
