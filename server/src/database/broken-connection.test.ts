import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/test-database.ts';
import { isPassing, openDatabase } from './index.ts';

const database = await createTestDatabase();
afterAll(() => database.remove());

it('a connection that breaks between two statements fails the next one and nothing else', async (context) => {
  if (database.address === undefined) {
    console.log('skipped: SQLite runs in the process itself, and has no connection that could break');
    return context.skip();
  }
  const kysely = await openDatabase(database.address);
  try {
    const failure = await kysely
      .transaction()
      .execute(async (transaction) => {
        const { rows } = await sql<{ id: number }>`select pg_backend_pid() as id`.execute(transaction);
        await sql`select pg_terminate_backend(${rows[0]?.id}, 5000)`.execute(kysely);
        await sql`select 1`.execute(transaction);
      })
      .catch((error: unknown) => error);
    expect(isPassing(failure), String(failure)).toBe(true);
    await sql`select 1`.execute(kysely);
  } finally {
    await kysely.destroy();
  }
});
