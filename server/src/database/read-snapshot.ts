import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** Reads several tables as they were at one moment. On PostgreSQL a plain transaction would see what others commit in between. */
export function readSnapshot<T>(
  database: Kysely<Database>,
  read: (transaction: Transaction<Database>) => Promise<T>,
): Promise<T> {
  return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}
