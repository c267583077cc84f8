import type { Annotation, CodingDraft } from '@waarborg/shared/annotation';
import type { Codebook } from '@waarborg/shared/codebook';
import type {
  Dismissal,
  KeptLink,
  Reading,
  RenditionDraft,
  SourceDocument,
  Speaker,
} from '@waarborg/shared/dossier';
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { openOnce } from './open-once.ts';
import { type Change, countsAs, documentOf, type Operation, thingOf } from './operation.ts';
import type { OwnRevisions } from './own-revisions.ts';
import type { Trouble } from './read-answer.ts';

/** Which dossier, as whom: what one user did is never sent as another. */
export interface DossierAddress {
  readonly server: string;
  readonly slug: string;
  readonly user: string;
}

/** How the last pass with the server ended. */
export interface Standing {
  readonly trouble?: Trouble | undefined;
  /** ISO 8601 instant since which there is trouble. */
  readonly since?: string | undefined;
  /** Passes in a row that met trouble. */
  readonly failures: number;
  /** Milliseconds since the epoch before which the next pass does not start by itself. */
  readonly retryAt: number;
}

interface State {
  /** Revision up to which the dossier is known here; absent before the first synchronisation. */
  revision: number;
  codebook: Codebook;
  standing: Standing;
  recentSafeguards: readonly string[];
  recentImpacts: readonly string[];
  lastCoding: CodingDraft;
  ownRevisions: OwnRevisions;
}

/** An operation with what it is looked up by. */
interface StoredOperation extends Operation {
  /** `thingOf` its change. */
  readonly thing: string;
  /** `documentOf` its change. */
  readonly document?: string | undefined;
  /** `countsAs`; an operation that does not count is not in the index. */
  readonly counts?: 'waiting' | 'refused' | undefined;
}

interface DossierSchema extends DBSchema {
  annotations: { key: string; value: Annotation; indexes: { document: string; rendition: string } };
  documents: { key: string; value: SourceDocument };
  readings: { key: [string, string, string]; value: Reading };
  speakers: { key: string; value: Speaker };
  links: { key: string; value: KeptLink };
  dismissals: { key: string; value: Dismissal; indexes: { document: string } };
  /** Ids of the texts that the server has. */
  renditions: { key: string; value: { id: string } };
  /** Texts that wait to be sent. */
  texts: { key: string; value: RenditionDraft };
  /** Texts in which passages were marked, by their SHA-256; fetched when they were first needed. */
  originals: { key: string; value: string };
  operations: {
    key: number;
    value: StoredOperation;
    indexes: { thing: string; document: string; kind: string; counts: string };
  };
  state: { key: keyof State; value: State[keyof State] };
}
/** The database of a dossier in the browser: what was read of it, and what waits to be sent. */
export type DossierDatabase = IDBPDatabase<DossierSchema>;

const namePrefix = 'waarborg-dossier';

const dossiers = new Map<string, () => Promise<DossierDatabase>>();

/** The extension's own copy of a dossier and the queue of what was done to it; opened once. */
export function openDossier({ server, slug, user }: DossierAddress): Promise<DossierDatabase> {
  return openNamed(`${namePrefix} ${server} ${slug} ${user}`);
}

/** Every dossier of which there is a copy on this machine, whoever made it, but one where it is named. */
export async function openOtherDossiers(
  than: DossierDatabase | undefined,
): Promise<readonly { readonly address: DossierAddress; readonly db: DossierDatabase }[]> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const opening = await Promise.allSettled(
    names
      .filter((name) => name.startsWith(`${namePrefix} `) && name !== than?.name)
      .map(async (name) => {
        // None of the three has a space in it.
        const [, server = '', slug = '', user = ''] = name.split(' ');
        return { address: { server, slug, user }, db: await openNamed(name) };
      }),
  );
  // One that does not open must not keep the others, nor the dossier that is worked on, from anybody.
  return opening.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
}

function openNamed(name: string): Promise<DossierDatabase> {
  const open =
    dossiers.get(name) ??
    openOnce<DossierSchema>(name, 6, (db, oldVersion, _, transaction) =>
      createStores(db, oldVersion, transaction),
    );
  dossiers.set(name, open);
  return open();
}

type Upgrade = IDBPTransaction<DossierSchema, StoreNames<DossierSchema>[], 'versionchange'>;

async function createStores(db: DossierDatabase, oldVersion: number, transaction: Upgrade): Promise<void> {
  if (oldVersion < 1) createFirstStores(db);
  if (oldVersion < 2) db.createObjectStore('originals');
  if (oldVersion < 4) db.createObjectStore('links', { keyPath: 'id' });
  if (oldVersion < 5) {
    db.createObjectStore('dismissals', { keyPath: 'id' }).createIndex('document', 'document');
    // Links and dismissals that were made before are fetched with everything else.
    void transaction.objectStore('state').delete('revision');
  }
  if (oldVersion < 3) createIndexes(transaction);
  if (oldVersion < 6) await nameAnew(transaction);
}

function createIndexes(transaction: Upgrade): void {
  transaction.objectStore('annotations').createIndex('rendition', 'rendition');
  const operations = transaction.objectStore('operations');
  operations.createIndex('thing', 'thing');
  operations.createIndex('document', 'document');
  operations.createIndex('kind', 'change.kind');
  operations.createIndex('counts', 'counts');
}

/** What waits gets the names by which it is looked up now. */
async function nameAnew(transaction: Upgrade): Promise<void> {
  const operations = transaction.objectStore('operations');
  for (const operation of await operations.getAll()) void operations.put(toStored(operation));
}

function createFirstStores(db: DossierDatabase): void {
  db.createObjectStore('annotations', { keyPath: 'id' }).createIndex('document', 'document');
  db.createObjectStore('documents', { keyPath: 'id' });
  db.createObjectStore('readings');
  db.createObjectStore('speakers', { keyPath: 'id' });
  db.createObjectStore('renditions', { keyPath: 'id' });
  db.createObjectStore('texts');
  db.createObjectStore('operations', { keyPath: 'sequence', autoIncrement: true });
  db.createObjectStore('state');
}

/** An operation as it is to be put into storage; those without a sequence get one there. */
export function toStored(
  operation: Omit<Operation, 'sequence'> & { readonly sequence?: number },
): StoredOperation {
  const { change } = operation;
  const { counts: _, ...rest } = operation as StoredOperation;
  const counts = countsAs(operation);
  const document = documentOf(change);
  return { ...rest, thing: thingOf(change), ...(document && { document }), ...(counts && { counts }) };
}

/** How many changes wait, and how many the server refused. */
export async function countUnsent(db: DossierDatabase): Promise<{ waiting: number; refused: number }> {
  const counts = db.transaction('operations').store.index('counts');
  const [waiting, refused] = await Promise.all([counts.count('waiting'), counts.count('refused')]);
  return { waiting, refused };
}

/** Where changes are looked up: the object store of operations, in any transaction. */
interface OperationStore {
  index(name: 'thing' | 'kind'): { getAll(query: string): Promise<Operation[]> };
}

/** What waits of one thing, in the order of the queue. */
export function findOperations(operations: OperationStore, thing: string): Promise<Operation[]> {
  return operations.index('thing').getAll(thing);
}

/** What waits of documents and their passages, in the order of the queue. */
export async function findOperationsOn(
  db: DossierDatabase,
  documents: readonly string[],
): Promise<Operation[]> {
  const found = await Promise.all(documents.map((id) => db.getAllFromIndex('operations', 'document', id)));
  return found.flat().sort((one, other) => one.sequence - other.sequence);
}

/** What waits to be told of documents themselves, in the order of the queue. */
export function findDocumentOperations(operations: OperationStore): Promise<Operation[]> {
  return findOperationsOfKinds(operations, ['put-document', 'correct-document']);
}

/** What waits to be told of links between passages, in the order of the queue. */
export function findLinkOperations(operations: OperationStore): Promise<Operation[]> {
  return findOperationsOfKinds(operations, ['create-link', 'delete-link']);
}

/** What waits to be told of passages, whatever their document, in the order of the queue. */
export function findPassageOperations(operations: OperationStore): Promise<Operation[]> {
  return findOperationsOfKinds(operations, ['create-annotation', 'update-annotation', 'delete-annotation']);
}

async function findOperationsOfKinds(
  operations: OperationStore,
  wanted: readonly Change['kind'][],
): Promise<Operation[]> {
  const kinds = operations.index('kind');
  const found = await Promise.all(wanted.map((kind) => kinds.getAll(kind)));
  return found.flat().sort((one, other) => one.sequence - other.sequence);
}

/** Key of a reading: one for each document, reviewer and safeguard (empty: all of them). */
export function readingKey({ document, reviewer, safeguard }: Reading): [string, string, string] {
  return [document, reviewer, safeguard ?? ''];
}

const noTrouble: Standing = { failures: 0, retryAt: 0 };

/** How the sending stands; no trouble where nothing was ever sent. */
export async function findStanding(db: DossierDatabase): Promise<Standing> {
  return (await findState(db, 'standing')) ?? noTrouble;
}

/** The object store of what is remembered, in any transaction. */
interface StateStore {
  get(key: keyof State): Promise<State[keyof State] | undefined>;
}

/** What is remembered under a name. */
export async function readState<K extends keyof State>(
  state: StateStore,
  key: K,
): Promise<State[K] | undefined> {
  return (await state.get(key)) as State[K] | undefined;
}

/** What is remembered under a name, read in a transaction of its own. */
export function findState<K extends keyof State>(db: DossierDatabase, key: K): Promise<State[K] | undefined> {
  return readState(db.transaction('state').store, key);
}

/** Remembers something under a name, in the place of what was there. */
export async function putState<K extends keyof State>(
  db: DossierDatabase,
  key: K,
  value: State[K],
): Promise<void> {
  await db.put('state', value, key);
}
