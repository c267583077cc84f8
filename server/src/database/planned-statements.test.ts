import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/test-database.ts';
import { openDatabase } from './index.ts';

const database = await createTestDatabase();
afterAll(() => database.remove());

it('PostgreSQL plans the first rows of a dossier anew for each, and keeps ready what reads all of them', async (context) => {
  if (database.address === undefined) {
    console.log('skipped: SQLite plans a statement for the values it is first given');
    return context.skip();
  }
  const kysely = await openDatabase(database.address);
  try {
    const kept = await kysely.connection().execute(async (connection) => {
      await sql`select relname from pg_class where relkind = ${'v'}`.execute(connection);
      await sql`select relname from pg_class where relkind = ${'v'} order by relname limit ${1}`.execute(
        connection,
      );
      const { rows } = await sql<{ statement: string }>`
        select statement from pg_prepared_statements
      `.execute(connection);
      return rows.map(({ statement }) => statement).filter((statement) => statement.includes('relkind'));
    });
    expect(kept).toEqual(['select relname from pg_class where relkind = $1']);
  } finally {
    await kysely.destroy();
  }
});
