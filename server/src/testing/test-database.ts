import './provide-postgresql.ts';
import { randomUUIDv7 as uuid } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabaseAt, dropDatabaseAt } from './embedded-postgresql.ts';

/** An empty database for a test: on PostgreSQL where its project runs on that, else a SQLite file in its `DATA_DIR`. */
export interface TestDatabase {
  /** What a server on this database reads from its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Address on PostgreSQL; undefined on SQLite. */
  readonly address: string | undefined;
  /** Removes the database, whoever is still connected to it. */
  remove(): Promise<void>;
}

/** Signs the cookies of servers under test that share a PostgreSQL. */
const testSecret = 'geheim-van-de-tests-en-van-niets-anders';

/**
 * Makes a database, empty or on PostgreSQL as the one at `template` is, to which nobody is connected.
 *
 * @throws Error in one line when the project runs on PostgreSQL and that did not start.
 */
export async function createTestDatabase(template?: string): Promise<TestDatabase> {
  const postgresql = inject('postgresql');
  if (postgresql === undefined) return { environment: {}, address: undefined, remove: async () => {} };
  if ('problem' in postgresql) throw new Error(postgresql.problem);
  const name = `test_${uuid().replaceAll('-', '')}`;
  await createDatabaseAt(postgresql.address, name, template?.replace(/^.*\//u, ''));
  const address = postgresql.address.replace(/[^/]*$/u, name);
  return {
    environment: { DATABASE_URL: address, AUTH_SECRET: testSecret },
    address,
    remove: () => dropDatabaseAt(postgresql.address, name),
  };
}
