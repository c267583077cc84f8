import { randomUUIDv7 as uuid } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Role } from '@waarborg/shared/dossier';
import { findOrCreateUser } from '../accounts/find-or-create-user.ts';
import { createToken } from '../accounts/token-store.ts';
import { createDossier } from '../dossiers/dossier-store.ts';
import { setRole } from '../members/member-store.ts';
import { databasePlace, openPrepared } from '../open-up-to-date.ts';
import { readSettings } from '../settings.ts';
import { createInstance, type Instance, prepareServing } from '../start.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** A request as tests write it: what is not a string becomes JSON. */
export interface TestRequest {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Address of the machine that asks. */
  readonly from?: string;
}

/** An answer with its body read. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

/** A member of a test dossier with a token for it. */
export interface TestMember {
  readonly id: string;
  readonly token: string;
}

/** A whole server on a real database with the real migrations, without a socket. */
export interface TestServer {
  readonly instance: Instance;
  readonly dataDir: string;
  /** What the server read from its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Errors that nobody expected: a test that provokes none leaves it empty. */
  readonly faults: Error[];
  request(method: string, address: string, request?: TestRequest): Promise<TestAnswer>;
  /** An account with a token for the dossier, in a role. */
  addMember(dossier: string, role: Role, name?: string): Promise<TestMember>;
  /** A dossier of its own with its owner; gives its id and slug. */
  addDossier(slug?: string): Promise<{ id: string; slug: string; owner: TestMember }>;
  /** Closes the database and opens it again, as a restart does; `meanwhile` is done in between. */
  restart(environment?: Record<string, string>, meanwhile?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The body as text; none of a stream, which has no end. */
async function readText(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer.text();
  await answer.body?.cancel();
  return '';
}

type Environment = Readonly<Record<string, string>>;

const makeDataDir = () => mkdtempSync(path.join(tmpdir(), 'server-test-'));

/** What a first start leaves: the file of SQLite, or the address on PostgreSQL. */
interface FirstStart {
  readonly file?: Buffer;
  readonly address?: string;
}

async function startFirst(environment: Environment): Promise<FirstStart> {
  const DATA_DIR = makeDataDir();
  const { address, environment: own } = await createTestDatabase();
  const settings = readSettings({ DATA_DIR, ...own, ...environment });
  const opened = await openPrepared(settings, (error) => {
    throw error;
  });
  await opened.close();
  const start = address === undefined ? { file: readFileSync(databasePlace(settings)) } : { address };
  rmSync(DATA_DIR, { recursive: true });
  return start;
}

/** By what a first start depends on. A run of tests makes hundreds of servers, and a copy costs a fifth of a start. */
const firstStarts = new Map<string, Promise<FirstStart>>();

/** Makes a database as a first start leaves it; on SQLite in the folder. */
async function createStartedDatabase(
  dataDir: string,
  { HOST, PUBLIC_URL }: Environment,
): Promise<TestDatabase> {
  const environment = { ...(HOST && { HOST }), ...(PUBLIC_URL && { PUBLIC_URL }) };
  const key = JSON.stringify(environment);
  const first = firstStarts.get(key) ?? startFirst(environment);
  firstStarts.set(key, first);
  const start = await first;
  const database = await createTestDatabase(start.address);
  if (start.file) writeFileSync(databasePlace({ dataDir, databaseUrl: undefined }), start.file);
  return database;
}

/** Starts a server for tests. `environment` is what it would read from there; one with a database is started on that. */
export async function createTestServer(environment: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = makeDataDir();
  const database =
    environment.DATA_DIR === undefined ? await createStartedDatabase(dataDir, environment) : undefined;
  const faults: Error[] = [];
  const open = async (overrides: Record<string, string> = {}) => {
    const settings = readSettings({
      DATA_DIR: dataDir,
      ...database?.environment,
      ...environment,
      ...overrides,
    });
    const instance = await createInstance(settings, (error) => faults.push(error));
    await prepareServing(instance, settings);
    return instance;
  };
  let instance = await open();

  const request: TestServer['request'] = async (
    method,
    address,
    { body, token, headers = {}, from } = {},
  ) => {
    const init = {
      method,
      headers: {
        host: '127.0.0.1:8787',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    };
    const connection = from === undefined ? {} : { incoming: { socket: { remoteAddress: from } } };
    const answer = await instance.app.request(address, init, connection);
    const text = await readText(answer);
    return { status: answer.status, headers: answer.headers, text, json: parseJson(text) };
  };
  const addMember: TestServer['addMember'] = async (dossier, role, name = 'Lid') => {
    const user = await findOrCreateUser(instance, { email: `${uuid()}@example.org`, name });
    await setRole(instance.database, { dossier, user: user.id, role });
    return { id: user.id, token: await createToken(instance.database, { user: user.id, dossier, name }) };
  };
  return {
    get instance() {
      return instance;
    },
    dataDir,
    environment: { DATA_DIR: dataDir, ...database?.environment, ...environment },
    faults,
    request,
    addMember,
    async addDossier(slug = `d-${uuid()}`) {
      const owner = await findOrCreateUser(instance, { email: `${uuid()}@example.org`, name: 'Eigenaar' });
      const id = await createDossier(instance.database, { slug, title: slug, owner: owner.id });
      if (id === undefined) throw new RangeError(`there is a dossier ${slug}`);
      const token = await createToken(instance.database, { user: owner.id, dossier: id, name: 'test' });
      return { id, slug, owner: { id: owner.id, token } };
    },
    async restart(overrides, meanwhile = async () => {}) {
      await instance.close();
      await meanwhile();
      instance = await open(overrides);
    },
    async close() {
      await instance.close();
      await database?.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
