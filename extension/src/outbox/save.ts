import type { AnnotationDraft, CodingDraft } from '@waarborg/shared/annotation';
import type { DocumentUpdate } from '@waarborg/shared/api';
import type {
  DismissalDraft,
  DocumentDraft,
  PassageLink,
  ReadingDraft,
  RenditionDraft,
} from '@waarborg/shared/dossier';
import { findDocument } from '@waarborg/shared/references';
import { v5 as deriveUuid, v7 as uuidv7 } from 'uuid';
import {
  addAnnotation,
  addCompanion,
  addDeletion,
  addDismissal,
  addLatest,
  addLink,
  discardChange,
  type QueueEdit,
  removeLink,
  undoDeletion,
} from './add-change.ts';
import {
  type DossierDatabase,
  findDocumentOperations,
  findLinkOperations,
  findOperations,
  readState,
  toStored,
} from './database.ts';
import {
  type Change,
  nameOfAnnotation,
  nameOfCorrection,
  nameOfDismissal,
  nameOfLink,
  nameOfReading,
  nameOfRendition,
  thingOf,
} from './operation.ts';
import { findNews, type LocalDocument, learn, overlayDocuments, overlayLinks } from './overlay.ts';
import { findBase } from './own-revisions.ts';
import { sha256 } from './sha256.ts';

/** Most concepts that are remembered as used last. */
const maxRecent = 20;

function stamp() {
  return { key: uuidv7(), now: Date.now() };
}

/** A transaction over everything that a change is decided from; all of it is on disk when it is done. */
function begin(db: DossierDatabase) {
  return db.transaction(
    ['operations', 'annotations', 'documents', 'links', 'dismissals', 'renditions', 'texts', 'state'],
    'readwrite',
    {
      durability: 'strict',
    },
  );
}
type Saving = ReturnType<typeof begin>;

function write(transaction: Saving, edit: QueueEdit): void {
  const operations = transaction.objectStore('operations');
  for (const sequence of edit.remove) void operations.delete(sequence);
  for (const operation of edit.put) void operations.put(toStored(operation));
}

/** Documents as the server has them, and the one of those shown here that a draft is, or is a copy of. */
async function findKnown(transaction: Saving, draft: DocumentDraft) {
  const [remote, operations] = await Promise.all([
    transaction.objectStore('documents').getAll(),
    findDocumentOperations(transaction.objectStore('operations')),
  ]);
  const local = overlayDocuments(remote, operations);
  return { remote, known: local.find(({ ids }) => ids.includes(draft.id)) ?? findDocument(draft, local) };
}

/** Queues the document if the dossier cannot know it, or a copy of it; gives the id to name it by. */
async function putDocument(transaction: Saving, draft: DocumentDraft): Promise<LocalDocument> {
  const { known } = await findKnown(transaction, draft);
  const proposal = known ? findNews(known, draft) : draft;
  if (proposal) write(transaction, addCompanion({ kind: 'put-document', document: proposal }, stamp()));
  return known ? learn(known, draft) : { ...draft, ids: [draft.id] };
}

async function putRendition(transaction: Saving, document: string, id: string, rendition: RenditionDraft) {
  if (await transaction.objectStore('renditions').get(id)) return;
  const waiting = await findOperations(transaction.objectStore('operations'), nameOfRendition(id));
  if (waiting.length > 0) return;
  void transaction.objectStore('texts').put(rendition, id);
  write(transaction, addCompanion({ kind: 'add-rendition', document, id }, stamp()));
}

/** Keeps an annotation, with its document and its text where they are new. Resolves when it is on disk. */
export async function saveAnnotation(
  db: DossierDatabase,
  input: {
    readonly annotation: AnnotationDraft;
    readonly base?: number | undefined;
    readonly document: DocumentDraft;
    readonly rendition?: RenditionDraft | undefined;
  },
): Promise<{ readonly id: string; readonly document: string }> {
  const { annotation, rendition } = input;
  // Before the transaction begins: it ends by itself while anything else is awaited.
  const renditionId = rendition ? await sha256(rendition.text) : annotation.rendition;
  const transaction = begin(db);
  const document = await putDocument(transaction, input.document);
  if (rendition && renditionId) await putRendition(transaction, document.id, renditionId, rendition);
  const draft = {
    ...annotation,
    document: document.id,
    ...(renditionId ? { rendition: renditionId } : {}),
  };
  const [operations, remote, own = {}] = await Promise.all([
    findOperations(transaction.objectStore('operations'), nameOfAnnotation(draft.id)),
    transaction.objectStore('annotations').get(draft.id),
    readState(transaction.objectStore('state'), 'ownRevisions'),
  ]);
  // Who saw a revision of what is not here any more alters something that somebody has deleted.
  const revision = remote ? findBase(own, remote, input.base) : input.base;
  write(transaction, addAnnotation(operations, draft, revision, stamp()));
  await remember(transaction, draft.codings);
  await transaction.done;
  return { id: draft.id, document: document.id };
}

/** Remembers what was used last, for the toolbar's proposals and for "repeat". */
async function remember(transaction: Saving, codings: readonly CodingDraft[]): Promise<void> {
  const state = transaction.objectStore('state');
  const last = codings.at(-1);
  if (!last) return;
  const [safeguards = [], impacts = []] = await Promise.all([
    readState(state, 'recentSafeguards'),
    readState(state, 'recentImpacts'),
  ]);
  const used = codings.toReversed();
  const { id: _, ...lastCoding } = last;
  void state.put(
    latest(
      used.map(({ safeguard }) => safeguard),
      safeguards,
    ),
    'recentSafeguards',
  );
  void state.put(
    latest(
      used.flatMap(({ impact }) => impact ?? []),
      impacts,
    ),
    'recentImpacts',
  );
  void state.put(lastCoding, 'lastCoding');
}

function latest(used: readonly string[], before: readonly string[]): string[] {
  return [...new Set([...used, ...before])].slice(0, maxRecent);
}

/** Queues the deletion; false when there is no such annotation. */
export async function deleteAnnotation(
  db: DossierDatabase,
  id: string,
  base: number | undefined,
): Promise<boolean> {
  const transaction = begin(db);
  const [operations, remote, own = {}] = await Promise.all([
    findOperations(transaction.objectStore('operations'), nameOfAnnotation(id)),
    transaction.objectStore('annotations').get(id),
    readState(transaction.objectStore('state'), 'ownRevisions'),
  ]);
  const created = operations.find(({ change }) => change.kind === 'create-annotation')?.change;
  const document =
    remote?.document ?? (created?.kind === 'create-annotation' ? created.draft.document : undefined);
  if (document === undefined) return false;
  const revision = remote && findBase(own, remote, base);
  write(transaction, addDeletion(operations, { id, document, revision }, stamp()));
  await transaction.done;
  return true;
}

/** Takes a deletion back; false when it has left for the server. */
export async function undoDelete(db: DossierDatabase, id: string): Promise<boolean> {
  const transaction = begin(db);
  const operations = await findOperations(transaction.objectStore('operations'), nameOfAnnotation(id));
  const edit = undoDeletion(operations, id);
  if (edit) write(transaction, edit);
  await transaction.done;
  return edit !== undefined;
}

/** Queues a link between two passages, or takes the removal of one that says the same back; gives the one that is. */
export async function saveLink(db: DossierDatabase, link: PassageLink): Promise<PassageLink> {
  const transaction = begin(db);
  const name = nameOfLink(link);
  const readOperations = () => findOperations(transaction.objectStore('operations'), name);
  const [operations, links] = await Promise.all([
    readOperations(),
    transaction.objectStore('links').getAll(),
  ]);
  const kept = links.filter((other) => nameOfLink(other) === name);
  let [shown] = overlayLinks(kept, operations);
  if (!shown) {
    write(transaction, addLink(operations, link, kept.length > 0, stamp()));
    [shown] = overlayLinks(kept, await readOperations());
  }
  await transaction.done;
  return shown ?? link;
}

/** Queues the removal of a link; gives the link, or undefined when there is none with this id. */
export async function unlink(db: DossierDatabase, id: string): Promise<PassageLink | undefined> {
  const transaction = begin(db);
  const [waiting, kept] = await Promise.all([
    findLinkOperations(transaction.objectStore('operations')),
    transaction.objectStore('links').get(id),
  ]);
  const shown = overlayLinks(kept ? [kept] : [], waiting).find((link) => link.id === id);
  if (shown) {
    const { from, to, kind } = shown;
    const link = { id, from, to, kind };
    const operations = waiting.filter(({ change }) => thingOf(change) === nameOfLink(link));
    write(transaction, removeLink(operations, link, kept?.revision, stamp()));
  }
  await transaction.done;
  return shown;
}

/** Lets go of a refused change. */
export async function discard(db: DossierDatabase, key: string): Promise<void> {
  const transaction = begin(db);
  write(transaction, discardChange(await transaction.objectStore('operations').getAll(), key));
  await transaction.done;
}

/** Keeps what was read of a document; gives the document. */
export async function saveReading(
  db: DossierDatabase,
  input: { readonly reading: ReadingDraft; readonly document: DocumentDraft },
): Promise<LocalDocument> {
  const transaction = begin(db);
  const document = await putDocument(transaction, input.document);
  const reading = { ...input.reading, document: document.id };
  const operations = await findOperations(transaction.objectStore('operations'), nameOfReading(document.id));
  write(transaction, addLatest(operations, { kind: 'set-reading', reading }, stamp()));
  await transaction.done;
  return document;
}

/** The id of a dismissal: whoever dismisses the same thing means the same one. */
function idOfDismissal({ document, safeguard, quote }: DismissalDraft): string {
  return deriveUuid(`${safeguard} ${quote}`, document);
}

/** Keeps that a suggestion is not to be made again. Resolves with its id when it is on disk. */
export async function saveDismissal(
  db: DossierDatabase,
  input: { readonly dismissal: DismissalDraft; readonly document: DocumentDraft },
): Promise<string> {
  const transaction = begin(db);
  const document = await putDocument(transaction, input.document);
  const dismissal = { ...input.dismissal, document: document.id };
  const id = idOfDismissal(dismissal);
  await putDismissal(transaction, { kind: 'dismiss', id, dismissal });
  await transaction.done;
  return id;
}

/** Lets a suggestion be made again; false when it is not dismissed. */
export async function restoreSuggestion(db: DossierDatabase, id: string): Promise<boolean> {
  const transaction = begin(db);
  const [kept, operations] = await Promise.all([
    transaction.objectStore('dismissals').get(id),
    findOperations(transaction.objectStore('operations'), nameOfDismissal(id)),
  ]);
  const waiting = operations.flatMap(({ change }) => (change.kind === 'dismiss' ? change.dismissal : []));
  const document = kept?.document ?? waiting.at(-1)?.document;
  if (document !== undefined) await putDismissal(transaction, { kind: 'restore', id, document });
  await transaction.done;
  return document !== undefined;
}

async function putDismissal(
  transaction: Saving,
  change: Extract<Change, { kind: 'dismiss' | 'restore' }>,
): Promise<void> {
  const [kept, operations] = await Promise.all([
    transaction.objectStore('dismissals').get(change.id),
    findOperations(transaction.objectStore('operations'), nameOfDismissal(change.id)),
  ]);
  write(transaction, addDismissal(operations, change, kept?.revision, stamp()));
}

/**
 * Keeps what a reviewer corrected of a document. A document that is new is proposed as corrected.
 *
 * @param input.seen the document as the reviewer saw it: what differs from it is the correction.
 * @param input.base revision that the reviewer saw; absent when the server had none that was known here.
 */
export async function saveDocument(
  db: DossierDatabase,
  input: {
    readonly document: DocumentDraft;
    readonly seen: DocumentDraft;
    readonly base?: number | undefined;
  },
): Promise<DocumentDraft> {
  const draft = input.document;
  const transaction = begin(db);
  const { remote, known } = await findKnown(transaction, draft);
  const own = (await readState(transaction.objectStore('state'), 'ownRevisions')) ?? {};
  const document = await putDocument(transaction, draft);
  const update = known && correctionOf(input.seen, draft);
  if (update) {
    const kept = remote.find(({ id }) => document.ids.includes(id));
    const base = kept && findBase(own, kept, input.base ?? 0);
    const change = { kind: 'correct-document', id: document.id, update, base } as const;
    const waiting = await findOperations(
      transaction.objectStore('operations'),
      nameOfCorrection(document.id),
    );
    write(transaction, addLatest(waiting, change, stamp()));
  }
  await transaction.done;
  const { title, sourceType, date, issuer } = draft;
  const { ids: _, ...shown } = document;
  return { ...shown, title, sourceType, date, issuer };
}

/** What differs; undefined when nothing does. */
function correctionOf(seen: DocumentDraft, draft: DocumentDraft): DocumentUpdate | undefined {
  const update: DocumentUpdate = {
    ...(draft.title === seen.title ? {} : { title: draft.title }),
    ...(draft.sourceType === seen.sourceType ? {} : { sourceType: draft.sourceType }),
    ...(draft.date === seen.date ? {} : { date: draft.date ?? null }),
    ...(draft.issuer === seen.issuer ? {} : { issuer: draft.issuer ?? null }),
  };
  return Object.keys(update).length > 0 ? update : undefined;
}
