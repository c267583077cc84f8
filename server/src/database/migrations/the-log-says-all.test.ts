import SqliteDriver from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { findDifferences, readTables } from '../../testing/dossier-rows.ts';
import { later, listOldRows, oldText } from '../../testing/old-dossier.ts';
import type { Database } from '../index.ts';
import { up as createFirstTables } from './0001-first-tables.ts';
import { up as keepAnswers } from './0002-answers-with-their-change.ts';
import { up as rememberWhatIsGone } from './0003-passages-confirmed-gone.ts';
import { up } from './0007-the-log-says-all.ts';
import { up as addOutlines } from './0010-outlines.ts';
import { up as addPublications } from './0012-publications.ts';
import { up as addDismissals } from './0015-dismissals.ts';
import { up as nameSpeakers } from './0020-names-of-speakers.ts';
import { up as deleteDossiers } from './0021-deleted-dossiers.ts';
import { up as nameBills } from './0024-bill-of-a-dossier.ts';

let database: Kysely<Database>;
afterEach(() => database.destroy());

const dossier = 'd1';

/** A database as it was before, with one dossier that somebody worked in. */
async function openOldDatabase(): Promise<void> {
  const driver = new SqliteDriver(':memory:');
  database = new Kysely<Database>({ dialect: new SqliteDialect({ database: driver }) });
  driver.exec('create table user (id text primary key, name text not null, email text not null)');
  await createFirstTables(database as Kysely<unknown>);
  await keepAnswers(database as Kysely<unknown>);
  await rememberWhatIsGone(database as Kysely<unknown>);
  const user = { id: 'u1', name: 'Anna' };
  const rows = [
    ['user', { ...user, email: 'a@example.org' }] as const,
    oldText,
    ...listOldRows({ id: dossier, user, passages: 1 }),
  ];
  for (const [table, row] of rows) {
    driver
      .prepare(
        `insert into ${table} (${Object.keys(row).map((name) => `"${name}"`)}) values (${Object.keys(row).map(() => '?')})`,
      )
      .run(...Object.values(row));
  }
}

describe('the migration that lets the log say all', () => {
  it('makes of an old log one from which the tables follow, with the same changes and one for kept texts', async () => {
    await openOldDatabase();
    await database.transaction().execute((transaction) => up(transaction as unknown as Kysely<unknown>));
    // What compares log and tables knows all tables of today.
    await addOutlines(database as unknown as Kysely<unknown>);
    await addPublications(database as unknown as Kysely<unknown>);
    await addDismissals(database as unknown as Kysely<unknown>);
    await nameSpeakers(database as unknown as Kysely<unknown>);
    await deleteDossiers(database as unknown as Kysely<unknown>);
    await nameBills(database as unknown as Kysely<unknown>);
    expect(await findDifferences(database, dossier)).toEqual([]);
    const things = await readTables(database, dossier);
    expect(things).not.toHaveProperty('annotation d1-gone-1');
    expect(things).not.toHaveProperty('link d1-link-1');
    expect(things['reading d1-document u1']).toMatchObject({ readings: [{ safeguard: 'c', at: later }] });
    const { revision } = await database.selectFrom('dossier').select('revision').executeTakeFirstOrThrow();
    expect(revision).toBe(7);
    expect(await database.selectFrom('revision').select('number').orderBy('number').execute()).toHaveLength(
      7,
    );
  });
});
