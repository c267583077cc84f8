/**
 * Keeps what a dossier cites, so that listing it costs no reading of passages and texts (ADR 39).
 *
 * Passages are read once and then brought up to date from the log of changes; a kept text never changes, so it is
 * read once. Both in parts between which other requests get their turn.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Annotation, PassageRange } from '@waarborg/shared/annotation';
import type { Rendition, SourceDocument } from '@waarborg/shared/dossier';
import {
  type Citation,
  citedInPassage,
  distinctCitations,
  type GatheredSource,
  gatherCitations,
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

/** What a passage cites, and the document in which it stands by the id that it has itself. */
interface OwnCitations {
  readonly document: string;
  readonly citations: readonly Citation[];
}

/** What a dossier cites, as of a revision. */
export interface CitingDossier {
  readonly revision: number;
  readonly sources: readonly GatheredSource[];
  /** By key. */
  readonly byKey: ReadonlyMap<string, GatheredSource>;
  /** Passages that cite something, by annotation id. */
  readonly passages: Map<string, OwnCitations>;
  /** What kept texts cite, by the SHA-256 of the text. */
  readonly texts: ReadonlyMap<string, readonly Citation[]>;
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
  known: ReadonlyMap<string, readonly Citation[]>,
): Promise<Map<string, readonly Citation[]>> {
  const texts = new Map<string, readonly Citation[]>();
  for (const { id } of renditions) {
    if (!texts.has(id)) texts.set(id, known.get(id) ?? (await readTextCitations(database, id)));
  }
  return texts;
}

async function readPassages(database: Executor, dossier: string): Promise<Map<string, OwnCitations>> {
  const passages = new Map<string, OwnCitations>();
  let after: string | undefined = '';
  while (after !== undefined) {
    const page = await listCountedPassages(database, dossier, after);
    for (const [index, { id, document, ranges, codings }] of page.passages.entries()) {
      if (index % passagesAtOnce === 0) await nextTurn();
      const words = { ranges: JSON.parse(ranges) as PassageRange[], codings };
      notePassage(passages, id, { document, citations: citedInPassage(words) });
    }
    after = page.next;
  }
  return passages;
}

function notePassage(passages: Map<string, OwnCitations>, id: string, own: OwnCitations): void {
  if (own.citations.length > 0) passages.set(id, own);
  else passages.delete(id);
}

/** Puts together what is known; a document that was merged into another one is that one. */
function gather(
  revision: number,
  { passages, texts }: Pick<CitingDossier, 'passages' | 'texts'>,
  documents: readonly SourceDocument[],
  renditions: readonly Rendition[],
): CitingDossier {
  const shown = new Map(documents.flatMap(({ id, aliases }) => [id, ...aliases].map((one) => [one, id])));
  const idOf = (document: string) => shown.get(document) ?? document;
  const citingPassages = [...passages].map(([passage, { document, citations }]) => ({
    passage,
    document: idOf(document),
    citations,
  }));
  const citingTexts = renditions.map(({ id, document }) => ({
    document: idOf(document),
    citations: texts.get(id) ?? [],
  }));
  const sources = gatherCitations(citingPassages, citingTexts, documents);
  return { revision, sources, byKey: new Map(sources.map((one) => [one.source.key, one])), passages, texts };
}

async function readDossier(
  database: Executor,
  dossier: string,
  known: ReadonlyMap<string, readonly Citation[]> = new Map(),
): Promise<CitingDossier> {
  const revision = await getRevision(database, dossier);
  const passages = await readPassages(database, dossier);
  // What came in while they were read may be half in them: the log puts that right.
  return catchUp(database, dossier, { revision, passages, texts: known });
}

function applyItems(passages: Map<string, OwnCitations>, items: readonly ItemSince[]): void {
  for (const { kind, id, after } of items) {
    if (kind !== 'annotation') continue;
    const annotation = after as Annotation | undefined;
    const citations = annotation ? citedInPassage(annotation) : [];
    notePassage(passages, id, { document: annotation?.document ?? '', citations });
  }
}

async function catchUp(
  database: Executor,
  dossier: string,
  { revision, passages, texts: known }: Pick<CitingDossier, 'revision' | 'passages' | 'texts'>,
): Promise<CitingDossier> {
  const items = await listItemsSince(database, dossier, revision);
  const documents = await listDocuments(database, dossier);
  const renditions = latestOf(await listDossierRenditions(database, dossier));
  const texts = await readTexts(database, renditions, known);
  // From here on nothing waits: nobody sees passages that are ahead of what is gathered of them.
  applyItems(passages, items);
  return gather(items.at(-1)?.revision ?? revision, { passages, texts }, documents, renditions);
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
    sizeOf: ({ passages, texts }) =>
      [...passages.values()].reduce((sum, { citations }) => sum + citations.length, 0) +
      [...texts.values()].reduce((sum, citations) => sum + citations.length, 0),
    maxSize: maxCitations,
  });
}
