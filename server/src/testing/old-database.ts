import { Migrator } from 'kysely/migration';
import { findOrCreateUser } from '../accounts/find-or-create-user.ts';
import { createSignIn, migrateSignIn } from '../accounts/sign-in.ts';
import { type Database, openDatabase } from '../database/index.ts';
import { up as createFirstTables } from '../database/migrations/0001-first-tables.ts';
import { up as keepAnswersWithTheirChange } from '../database/migrations/0002-answers-with-their-change.ts';
import { up as rememberWhatIsGone } from '../database/migrations/0003-passages-confirmed-gone.ts';
import { listOldRows, type OldRow, oldText } from './old-dossier.ts';

/** The migrations of the form before the log said all. */
const firstMigrations = {
  '0001-first-tables': { up: createFirstTables },
  '0002-answers-with-their-change': { up: keepAnswersWithTheirChange },
  '0003-passages-confirmed-gone': { up: rememberWhatIsGone },
};

/** Rows of one statement. */
const rowsAtOnce = 200;

async function insert(database: Awaited<ReturnType<typeof openDatabase>>, rows: readonly OldRow[]) {
  // One table after the other, in the order in which they are first named: rows refer to those before them.
  for (const [table, parts] of Map.groupBy(rows, ([name]) => name)) {
    for (let start = 0; start < parts.length; start += rowsAtOnce) {
      const some = parts.slice(start, start + rowsAtOnce).map(([, row]) => row);
      await database
        .insertInto(table as keyof Database)
        .values(some as never)
        .execute();
    }
  }
}

/**
 * Fills an empty database with dossiers as they stood after the first three migrations, so that all later ones find
 * rows; gives the ids of the dossiers.
 */
export async function makeOldDatabase(
  place: string,
  { dossiers, passages }: { readonly dossiers: number; readonly passages: number },
): Promise<string[]> {
  const database = await openDatabase(place);
  const signIn = createSignIn({
    ...{ database, publicUrl: 'http://127.0.0.1:8787', secret: 'geheim-van-een-oude-database-en-niets-meer' },
    ...{ isLocal: true, reportError: console.error },
  });
  await migrateSignIn(signIn, database);
  const provider = { getMigrations: async () => firstMigrations };
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
  if (error) throw error;
  const user = await findOrCreateUser({ database, signIn }, { email: 'anna@example.org', name: 'Anna' });
  const ids = Array.from({ length: dossiers }, (_, index) => `oud-${index + 1}`);
  await insert(database, [oldText]);
  for (const id of ids) {
    const { name } = user;
    await insert(database, listOldRows({ id, user: { id: user.id, name }, passages }));
  }
  await database.destroy();
  return ids;
}
