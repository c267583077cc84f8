import path from 'node:path';
import type { Kysely } from 'kysely';
import { findOrCreateUser } from './accounts/find-or-create-user.ts';
import { createSignIn, localAccount, migrateSignIn, type SignIn } from './accounts/sign-in.ts';
import {
  type Database,
  migrateDatabase,
  openDatabase,
  refuseNewerDatabase,
  whileAlone,
} from './database/index.ts';
import type { ReportError } from './errors.ts';
import { exampleSlug, isExampleMissing, papersPath } from './example/example-store.ts';
import { importExample } from './example/import-example.ts';
import { prepareSearch } from './search/rebuild-search.ts';
import type { Settings } from './settings.ts';

const colleague = { email: 'noor.de.wit@voorbeeld.invalid', name: 'Noor de Wit' } as const;
/** Whose the example is on a server for a team: there, “Ik” is nobody. */
const teamOwner = { email: 'sam.visser@voorbeeld.invalid', name: 'Sam Visser' } as const;

/** A database that is up to date, with what signs people in. */
export interface Opened {
  /** Where the database is: its address, or the path of its file. */
  readonly place: string;
  readonly database: Kysely<Database>;
  readonly signIn: SignIn;
  close(): Promise<void>;
}

/** Where the database is: its address, or the path of its file. */
export function databasePlace({ dataDir, databaseUrl }: Pick<Settings, 'dataDir' | 'databaseUrl'>): string {
  return databaseUrl ?? path.join(dataDir, 'waarborg.sqlite');
}

/**
 * Brings all tables up to date in one step: whatever stops it, they are then as they were before. On SQLite
 * two that start at the same time wait here for each other.
 *
 * @throws DatabaseError
 */
export async function updateTables({ database, signIn }: Pick<Opened, 'database' | 'signIn'>): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await refuseNewerDatabase(transaction);
    await migrateSignIn(signIn, transaction);
    await migrateDatabase(transaction);
  });
}

/**
 * Opens a database and brings its tables up to date, better-auth's included; `prepare` is then done by one
 * copy of the server at a time.
 *
 * @throws DatabaseError for a place where no database can be used, and for one of a newer version.
 */
export async function openUpToDate(
  place: string,
  settings: Settings,
  reportError: ReportError,
  prepare: (opened: Opened) => Promise<void> = async () => {},
): Promise<Opened> {
  const database = await openDatabase(place);
  const { publicUrl, secret, isLocal, oidc } = settings;
  const signIn = createSignIn({ database, publicUrl, secret, isLocal, oidc, reportError });
  const opened = { place, database, signIn, close: () => database.destroy() };
  try {
    await whileAlone(database, async () => {
      await updateTables(opened);
      await prepare(opened);
    });
    return opened;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/**
 * A first start shows the example dossier, so that the matrix is not empty. What a start that was killed had done
 * of it stays, and two that start at the same time do each part once.
 */
async function prepareFirstStart(instance: Opened, settings: Settings): Promise<void> {
  if (!(await isExampleMissing(instance.database, exampleSlug))) return;
  await importExample(instance.database, {
    papers: `${settings.publicUrl}${papersPath}`,
    you: await findOrCreateUser(instance, settings.isLocal ? localAccount : teamOwner),
    colleague: await findOrCreateUser(instance, colleague),
  });
}

/**
 * Opens the server's own database as it is served: up to date, with what is searched, and on a first start the example.
 *
 * @throws DatabaseError
 */
export function openPrepared(settings: Settings, reportError: ReportError): Promise<Opened> {
  return openUpToDate(databasePlace(settings), settings, reportError, async (opened) => {
    await prepareSearch(opened.database);
    await prepareFirstStart(opened, settings);
  });
}
