import { type Kysely, sql } from 'kysely';
import { isPostgresql } from './open-postgresql.ts';
import type { Database } from './schema.ts';

/**
 * Does work after which what it replaced or took away does not stand in SQLite's files either: what becomes free is
 * overwritten with zeros, and the log of writes is emptied into the file as far as nobody else reads from it.
 * PostgreSQL frees old rows by itself (`vacuum`).
 */
export async function withoutTrace(database: Kysely<Database>, work: () => Promise<void>): Promise<void> {
  if (isPostgresql(database)) return work();
  await sql`pragma secure_delete = on`.execute(database);
  try {
    await work();
  } finally {
    await sql`pragma secure_delete = off`.execute(database);
  }
  await sql`pragma wal_checkpoint(truncate)`.execute(database);
}
