import SqliteDriver from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database } from './schema.ts';

/** How long a statement waits for another process, such as the `admin` command. */
const busyTimeoutMs = 5_000;

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
 * Opens a SQLite file: write-ahead log, foreign keys, and durable before a write is answered
 * (`synchronous=FULL`).
 */
export function openSqlite(file: string): Kysely<Database> {
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: openDriver(file) }) });
}
