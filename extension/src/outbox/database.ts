import type { Annotation, CodingDraft } from '@waarborg/shared/annotation';
import type { Codebook } from '@waarborg/shared/codebook';
import type { Reading, RenditionDraft, SourceDocument, Speaker } from '@waarborg/shared/dossier';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Operation } from './operation.ts';
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

interface DossierSchema extends DBSchema {
  annotations: { key: string; value: Annotation; indexes: { document: string } };
  documents: { key: string; value: SourceDocument };
  readings: { key: [string, string, string]; value: Reading };
  speakers: { key: string; value: Speaker };
  /** Ids of the texts that the server has. */
  renditions: { key: string; value: { id: string } };
  /** Texts that wait to be sent. */
  texts: { key: string; value: RenditionDraft };
  /** Texts in which passages were marked, by their SHA-256; fetched when they were first needed. */
  originals: { key: string; value: string };
  operations: { key: number; value: Operation };
  state: { key: keyof State; value: State[keyof State] };
}
export type DossierDatabase = IDBPDatabase<DossierSchema>;

const namePrefix = 'waarborg-dossier';

const opened = new Map<string, Promise<DossierDatabase>>();

/** The extension's own copy of a dossier and the queue of what was done to it; opened once. */
export function openDossier({ server, slug, user }: DossierAddress): Promise<DossierDatabase> {
  return openNamed(`${namePrefix} ${server} ${slug} ${user}`);
}

/** Every dossier of which there is a copy on this machine, whoever made it, but one. */
export async function openOtherDossiers(
  than: DossierDatabase,
): Promise<readonly { readonly address: DossierAddress; readonly db: DossierDatabase }[]> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const opening = await Promise.allSettled(
    names
      .filter((name) => name.startsWith(`${namePrefix} `) && name !== than.name)
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
  const found = opened.get(name);
  if (found) return found;
  const opening = openDB<DossierSchema>(name, 2, {
    upgrade: createStores,
    terminated: () => opened.delete(name),
  });
  opened.set(name, opening);
  // What failed to open may open later: the disk was full, say.
  opening.catch(() => opened.delete(name));
  return opening;
}

function createStores(db: DossierDatabase, oldVersion: number): void {
  if (oldVersion < 1) createFirstStores(db);
  db.createObjectStore('originals');
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

/** Key of a reading: one for each document, reviewer and safeguard (empty: all of them). */
export function readingKey({ document, reviewer, safeguard }: Reading): [string, string, string] {
  return [document, reviewer, safeguard ?? ''];
}

const noTrouble: Standing = { failures: 0, retryAt: 0 };

export async function findStanding(db: DossierDatabase): Promise<Standing> {
  return (await findState(db, 'standing')) ?? noTrouble;
}

export async function findState<K extends keyof State>(
  db: DossierDatabase,
  key: K,
): Promise<State[K] | undefined> {
  return (await db.get('state', key)) as State[K] | undefined;
}

export async function putState<K extends keyof State>(
  db: DossierDatabase,
  key: K,
  value: State[K],
): Promise<void> {
  await db.put('state', value, key);
}
