/**
 * Keeps what a dossier cites, so that listing it costs no reading of passages and texts (ADR 39, ADR 48).
 *
 * Passages are read once and then brought up to date from the log of changes; a kept text never changes, so it is
 * read once. Both in parts between which other requests get their turn.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Annotation, PassageRange } from '@waarborg/shared/annotation';
import type { Rendition, SourceDocument } from '@waarborg/shared/dossier';
import {
  type Citation,
  CitationIndex,
  citedInPassage,
  createPassageReader,
  distinctCitations,
  readCitations,
} from '@waarborg/shared/references';
import type { Executor } from '../database/index.ts';
import { listDocuments } from '../documents/document-store.ts';
import { listDossierRenditions, readText } from '../documents/rendition-store.ts';
import {
  countItemsSince,
  getRevision,
  type ItemSince,
  listItemsSince,
} from '../dossiers/changed-item-store.ts';
import { keepDossiers } from '../dossiers/keep-dossiers.ts';
import { listCountedPassages } from '../matrix/passage-store.ts';
import { piecesOf } from './pieces-of-text.ts';

/** The text of one copy of a document, with what it cites. */
interface CitingText {
  readonly document: string;
  readonly citations: readonly Citation[];
}

/** Texts that are read, by document and SHA-256. */
type CitingTexts = ReadonlyMap<string, CitingText>;

/** What a dossier cites, as of a revision. */
export interface CitingDossier {
  readonly revision: number;
  /** Goes on to the next revision: what is wanted of it is taken before anything is waited for. */
  readonly index: CitationIndex;
  readonly texts: CitingTexts;
}

/** What dossiers cite. */
export interface ReferenceIndexes {
  /** The dossier as of this revision or a later one. */
  get(dossier: string, revision: number): Promise<CitingDossier>;
}

/** Citations of all dossiers that are kept; each takes about 300 bytes. */
const maxCitations = 1_000_000;
/** Passages that are read between two turns of others. */
const passagesAtOnce = 100;
/** From this number of changes on reading anew is cheaper than catching up. */
const manyChanges = 5_000;

/** The copies of each document as they were read last: an older version may have cited something else. */
function latestOf(renditions: readonly Rendition[]): Rendition[] {
  const latest = new Map<string, Rendition>();
  for (const rendition of renditions) {
    const copy = `${rendition.document} ${rendition.source}`;
    const known = latest.get(copy);
    if (!known || known.retrieved < rendition.retrieved) latest.set(copy, rendition);
  }
  return [...latest.values()];
}

async function readTextCitations(database: Executor, id: string): Promise<readonly Citation[]> {
  const found: Citation[] = [];
  for (const piece of piecesOf((await readText(database, id)) ?? '')) {
    found.push(...readCitations(piece));
    await nextTurn();
  }
  return distinctCitations(found);
}

/** What the texts cite; those that are known are not read again. */
async function readTexts(
  database: Executor,
  renditions: readonly Rendition[],
  known: CitingTexts,
): Promise<CitingTexts> {
  const texts = new Map<string, CitingText>();
  for (const { id, document } of renditions) {
    const key = `${document} ${id}`;
    const text = known.get(key) ?? { document, citations: await readTextCitations(database, id) };
    texts.set(key, text);
  }
  return texts;
}

async function readPassages(database: Executor, dossier: string, index: CitationIndex): Promise<void> {
  const readPassage = createPassageReader();
  let after: string | undefined = '';
  while (after !== undefined) {
    const page = await listCountedPassages(database, dossier, after);
    for (const [place, { id, document, ranges, codings }] of page.passages.entries()) {
      if (place % passagesAtOnce === 0) await nextTurn();
      const citations = readPassage({ ranges: JSON.parse(ranges) as PassageRange[], codings });
      index.put({ kind: 'passage', id, document, citations });
    }
    after = page.next;
  }
}

/** Reads a whole dossier; texts that are known are not read again. */
async function readDossier(
  database: Executor,
  dossier: string,
  known: CitingTexts = new Map(),
): Promise<CitingDossier> {
  const revision = await getRevision(database, dossier);
  const index = new CitationIndex();
  await readPassages(database, dossier, index);
  const library = await readLibrary(database, dossier, known);
  takeLibrary(index, new Map(), library);
  // What came in while it was read may be half in it: the log puts that right.
  return catchUp(database, dossier, { revision, index, texts: library.texts });
}

/** The documents of a dossier with their texts. */
interface Library {
  readonly documents: readonly SourceDocument[];
  readonly texts: CitingTexts;
}

async function readLibrary(database: Executor, dossier: string, known: CitingTexts): Promise<Library> {
  const documents = await listDocuments(database, dossier);
  const renditions = latestOf(await listDossierRenditions(database, dossier));
  return { documents, texts: await readTexts(database, renditions, known) };
}

function takeLibrary(index: CitationIndex, before: CitingTexts, { documents, texts }: Library): void {
  index.setDocuments(documents);
  for (const id of before.keys()) if (!texts.has(id)) index.remove(id);
  for (const [id, text] of texts) if (!before.has(id)) index.put({ kind: 'text', id, ...text });
}

function takePassages(index: CitationIndex, items: readonly ItemSince[]): void {
  for (const { kind, id, after } of items) {
    if (kind !== 'annotation') continue;
    const annotation = after as Annotation | undefined;
    if (!annotation) index.remove(id);
    else {
      const { document } = annotation;
      index.put({ kind: 'passage', id, document, citations: citedInPassage(annotation) });
    }
  }
}

/** Applies what the log says of the time since. */
async function catchUp(
  database: Executor,
  dossier: string,
  { revision, index, texts }: CitingDossier,
): Promise<CitingDossier> {
  const items = await listItemsSince(database, dossier, revision);
  const isLibrarySame = items.every(({ kind }) => kind !== 'document' && kind !== 'rendition');
  const library = isLibrarySame ? undefined : await readLibrary(database, dossier, texts);
  // From here on nothing waits: nobody sees an index that is ahead of its revision.
  takePassages(index, items);
  if (library) takeLibrary(index, texts, library);
  return { revision: items.at(-1)?.revision ?? revision, index, texts: library?.texts ?? texts };
}

/** Keeps what dossiers cite. */
export function createReferenceIndexes(database: Executor): ReferenceIndexes {
  return keepDossiers<CitingDossier>({
    read: (dossier) => readDossier(database, dossier),
    async update(dossier, known) {
      const changes = await countItemsSince(database, dossier, known.revision);
      return changes > manyChanges
        ? readDossier(database, dossier, known.texts)
        : catchUp(database, dossier, known);
    },
    sizeOf: ({ index }) => index.size,
    maxSize: maxCitations,
  });
}
