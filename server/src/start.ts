import path from 'node:path';
import type { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { createSignIn, localAccount, migrateSignIn, type SignIn } from './accounts/sign-in.ts';
import { findUser, type User } from './accounts/user-store.ts';
import { createApp } from './app.ts';
import {
  type Database,
  forgetAnswers,
  migrateDatabase,
  openDatabase,
  refuseNewerDatabase,
  whileAlone,
} from './database/index.ts';
import { removeOverdueDossiers } from './dossiers/deletion-service.ts';
import type { ReportError } from './errors.ts';
import { createEventHub, type EventHub } from './events/event-hub.ts';
import { isExampleMissing, papersPath, relocateExample } from './example/example-store.ts';
import { importExample } from './example/import-example.ts';
import { nameCountingProgram } from './matrix/counting-program.ts';
import { createMatrixIndexes, type MatrixIndexes } from './matrix/matrix-index-service.ts';
import { createLogger, type Logger } from './observing/logger.ts';
import { createServerMetrics } from './observing/server-metrics.ts';
import { prepareSearch } from './search/rebuild-search.ts';
import type { Settings } from './settings.ts';

/** How long a client may repeat a request: longer than a laptop stays in a drawer. */
const answersKeptMs = 60 * 24 * 60 * 60 * 1000;

/** Slug of the dossier that a first start makes. */
const exampleSlug = 'voorbeeld';
const colleague = { email: 'noor.de.wit@voorbeeld.invalid', name: 'Noor de Wit' } as const;

/** The server with everything that it works with, ready to answer. */
export interface Instance {
  readonly app: Hono;
  readonly database: Kysely<Database>;
  readonly signIn: SignIn;
  readonly events: EventHub;
  /** Its dossiers laid out for counting. */
  readonly indexes: MatrixIndexes;
  close(): Promise<void>;
}

/** A database that is up to date, with what signs people in. */
export type Opened = Omit<Instance, 'app' | 'events' | 'indexes'>;

/** Finds an account or makes it, without a password. */
export async function findOrCreateUser(
  { database, signIn }: Pick<Instance, 'database' | 'signIn'>,
  account: { email: string; name: string },
): Promise<User> {
  const known = await findUser(database, account.email);
  if (known) return known;
  const { internalAdapter } = await signIn.$context;
  const email = account.email.toLowerCase();
  const draft = { email, name: account.name, emailVerified: true };
  try {
    const { id, name } = await internalAdapter.createUser(draft, { method: 'admin' });
    return { id, name, email };
  } catch (error) {
    // Another process made it first.
    const made = await findUser(database, email);
    if (made) return made;
    throw error;
  }
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
  const opened = { database, signIn, close: () => database.destroy() };
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
  const you = await findOrCreateUser(instance, localAccount);
  await importExample(instance.database, {
    papers: `${settings.publicUrl}${papersPath}`,
    you,
    colleague: await findOrCreateUser(instance, colleague),
  });
}

/** What a server that serves has besides its settings. */
export interface Serving {
  readonly logger: Logger;
  /** Aborted when the server begins to stop. */
  readonly stopping: AbortSignal;
}

/** Of a server that nobody watches and that does not stop: a command, a test. */
const unwatched: Serving = {
  logger: createLogger({ level: 'silent', isLocal: false }),
  stopping: new AbortController().signal,
};

/** Makes the server ready; `reportError` is told about every error that nobody expected. */
export async function createInstance(
  settings: Settings,
  reportError: ReportError,
  serving: Serving = unwatched,
): Promise<Instance> {
  const instance = await openUpToDate(databasePlace(settings), settings, reportError, async (opened) => {
    await prepareSearch(opened.database);
    await prepareFirstStart(opened, settings);
  });
  const program = nameCountingProgram();
  const events = createEventHub(instance.database);
  const indexes = createMatrixIndexes(instance.database, program);
  const metrics = createServerMetrics(instance.database, () => events.readers);
  serving.stopping.addEventListener('abort', () => void events.close());
  const app = createApp({
    ...settings,
    ...instance,
    ...serving,
    events,
    indexes,
    metrics,
    program,
    reportError,
  });
  const close = async () => {
    await events.close();
    await indexes.close();
    await instance.close();
  };
  return { ...instance, events, indexes, app, close };
}

/**
 * What is done once when the server begins to serve at its address, and not by a command that
 * works beside it.
 */
export async function prepareServing(instance: Instance, { publicUrl }: Settings): Promise<void> {
  await relocateExample(instance.database, exampleSlug, publicUrl);
}

/**
 * Lets go of what was kept for a while only: after a start and once a day, while requests are answered. What is not
 * done when the server stops is done after the next start.
 */
export async function tidyUp(
  { database }: Pick<Instance, 'database'>,
  { now = new Date(), stopping = unwatched.stopping }: { now?: Date; stopping?: AbortSignal } = {},
): Promise<void> {
  await forgetAnswers(database, new Date(now.getTime() - answersKeptMs));
  await removeOverdueDossiers(database, now, stopping);
}
