/**
 * Keeps dossiers laid out for counting, so that a matrix costs no reading of codings.
 *
 * A dossier is read on its first use, in parts between which other requests get their turn, and then brought up
 * to date from the log of changes: also while it was being read the log knows what has changed since, so no
 * transaction is held. A large one that was laid out before comes from where it is kept (`kept-layout-service.ts`).
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Annotation } from '@waarborg/shared/annotation';
import { createIndex, type DossierFrame, PassageTable, toCountedPassage } from '@waarborg/shared/matrix';
import { getCodebook } from '../codebooks/codebook-store.ts';
import type { Executor } from '../database/index.ts';
import { listDocuments } from '../documents/document-store.ts';
import {
  countItemsSince,
  getRevision,
  type ItemSince,
  listItemsSince,
} from '../dossiers/changed-item-store.ts';
import { keepDossiers } from '../dossiers/keep-dossiers.ts';
import { listReadings } from '../readings/reading-store.ts';
import { listSpeakers } from '../speakers/speaker-store.ts';
import type { IndexedDossier } from './indexed-dossier.ts';
import { createKeptLayouts, type KeptLayouts } from './kept-layout-service.ts';
import { listCountedPassages, listRepeats } from './passage-store.ts';

export interface MatrixIndexes {
  /** The dossier as of this revision or a later one. */
  get(dossier: string, revision: number): Promise<IndexedDossier>;
  /** The same, with the words of its passages read, which takes long the first time: others have their turn between. */
  getSearchable(dossier: string, revision: number): Promise<IndexedDossier>;
  /** Keeps what is laid out for the next start. */
  close(): Promise<void>;
}

/** How much memory all dossiers may take together. */
const defaultMaxBytes = 512 * 1024 * 1024;
/** About what the columns of one coding take, and counting it. */
const bytesOfFact = 160;
/** From this number of changes on, or as many as there are passages, reading anew is cheaper than catching up. */
const manyChanges = 5_000;
/** What was laid out is kept so long afterwards: whoever waited for it asks for more first. */
const keptAfterMs = 10_000;

async function readFrame(database: Executor, dossier: string): Promise<DossierFrame> {
  return {
    codebook: await getCodebook(database, dossier),
    speakers: await listSpeakers(database, dossier),
    documents: await listDocuments(database, dossier),
    links: await listRepeats(database, dossier),
    readings: await listReadings(database, dossier),
  };
}

/** Reads a whole dossier. */
async function layOut(database: Executor, dossier: string): Promise<IndexedDossier> {
  const revision = await getRevision(database, dossier);
  const table = new PassageTable();
  let after: string | undefined = '';
  while (after !== undefined) {
    const page = await listCountedPassages(database, dossier, after);
    for (const passage of page.passages) table.put(passage);
    after = page.next;
    // A database in the same process answers without ever letting others have their turn.
    await nextTurn();
  }
  const frame = await readFrame(database, dossier);
  // What came in while it was read may be half in it: the log puts that right.
  return catchUp(database, dossier, { revision, index: createIndex(table, frame) });
}

/** Papers to be, published copies and dismissed suggestions: nothing of them is counted. */
const uncounted: readonly ItemSince['kind'][] = ['dismissal', 'outline', 'outline-part', 'publication'];

function applyItems(table: PassageTable, items: readonly ItemSince[]): void {
  for (const { kind, id, after } of items) {
    if (kind !== 'annotation') continue;
    if (after === undefined) table.remove(id);
    else table.put(toCountedPassage(after as Annotation));
  }
}

/** Applies what the log says of the time since. */
async function catchUp(
  database: Executor,
  dossier: string,
  { revision, index }: IndexedDossier,
): Promise<IndexedDossier> {
  const items = await listItemsSince(database, dossier, revision);
  const last = items.at(-1)?.revision;
  if (last === undefined) return { revision, index };
  const isFrameSame = items.every(({ kind }) => kind === 'annotation' || uncounted.includes(kind));
  const frame = isFrameSame ? index.frame : await readFrame(database, dossier);
  // From here on nothing waits: nobody sees a table that is ahead of its index. Whoever has this one counts it as it was.
  void index.facts;
  applyItems(index.table, items);
  return { revision: last, index: createIndex(index.table, frame) };
}

async function update(database: Executor, dossier: string, known: IndexedDossier): Promise<IndexedDossier> {
  const { table } = known.index;
  const changes = await countItemsSince(database, dossier, known.revision);
  if (table.isWorn || changes > Math.max(manyChanges, table.size)) return layOut(database, dossier);
  return catchUp(database, dossier, known);
}

/** The dossier as it is kept, brought up to date, or laid out. */
async function readDossier(
  database: Executor,
  layouts: KeptLayouts,
  dossier: string,
): Promise<IndexedDossier> {
  const kept = await layouts.find(dossier, () => readFrame(database, dossier));
  return kept ? update(database, dossier, kept) : layOut(database, dossier);
}

/** Passages whose words are read in one turn. */
const searchedAtOnce = 1_000;

async function readWords({ index: { table } }: IndexedDossier): Promise<void> {
  if (table.isSearched) return;
  for (let passage = 0; passage < table.document.length; passage++) {
    if (passage % searchedAtOnce === 0) await nextTurn();
    if (table.isPresent(passage)) table.searchedText(passage);
  }
}

/**
 * Dossiers as they are in a snapshot, which changes no more: each is read when it is asked for. Nothing of them is
 * kept, since a snapshot is only read.
 */
export function createSnapshotIndexes(snapshot: Executor, program: string): MatrixIndexes {
  const layouts = createKeptLayouts(snapshot, program);
  const get = (dossier: string) => readDossier(snapshot, layouts, dossier);
  return {
    get,
    async getSearchable(dossier) {
      const read = await get(dossier);
      await readWords(read);
      return read;
    },
    async close() {},
  };
}

function bytesOf({ index }: IndexedDossier): number {
  return index.table.bytes + index.table.passage.length * bytesOfFact;
}

/** Keeps dossiers within `maxBytes` of memory. `program` names what lays them out. */
export function createMatrixIndexes(
  database: Executor,
  program: string,
  maxBytes = defaultMaxBytes,
): MatrixIndexes {
  const layouts = createKeptLayouts(database, program);
  let timer: NodeJS.Timeout | undefined;
  const keep = async (leastChanges?: number) => {
    timer = undefined;
    // What cannot be kept is laid out again.
    for (const [dossier, form] of list()) await layouts.put(dossier, form, leastChanges).catch(() => {});
  };
  const thenKeep = (form: Promise<IndexedDossier>) => {
    timer ??= setTimeout(() => {
      keeping = keep();
    }, keptAfterMs).unref();
    return form;
  };
  let keeping = Promise.resolve();
  const { list, get } = keepDossiers<IndexedDossier>({
    read: (dossier) => thenKeep(readDossier(database, layouts, dossier)),
    update: (dossier, known) => thenKeep(update(database, dossier, known)),
    sizeOf: bytesOf,
    maxSize: maxBytes,
  });
  return {
    get,
    async getSearchable(dossier, revision) {
      await readWords(await get(dossier, revision));
      // It may have changed meanwhile.
      return get(dossier, revision);
    },
    async close() {
      clearTimeout(timer);
      await keeping;
      await keep(1);
    },
  };
}
