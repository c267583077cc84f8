import { type Kysely, sql } from 'kysely';
import { isPostgresql } from './open-postgresql.ts';
import type { Database } from './schema.ts';

/** How many are at such work on a database: the last to end switches back. */
const atWork = new WeakMap<Kysely<Database>, number>();

async function overwriteFreed(database: Kysely<Database>, change: 1 | -1): Promise<void> {
  const count = (atWork.get(database) ?? 0) + change;
  atWork.set(database, count);
  await sql`pragma secure_delete = ${sql.lit(count > 0 ? 'on' : 'off')}`.execute(database);
}

/**
 * Does work after which what it replaced or took away does not stand in SQLite's files either: what becomes free is
 * overwritten with zeros, and the log of writes is emptied into the file as far as nobody else reads from it.
 * PostgreSQL frees old rows by itself (`vacuum`).
 */
export async function withoutTrace(database: Kysely<Database>, work: () => Promise<void>): Promise<void> {
  if (isPostgresql(database)) return work();
  await overwriteFreed(database, 1);
  try {
    await work();
  } finally {
    await overwriteFreed(database, -1);
  }
  await sql`pragma wal_checkpoint(truncate)`.execute(database);
}
