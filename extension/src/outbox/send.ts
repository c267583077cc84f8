import { type Annotation, annotationSchema } from '@waarborg/shared/annotation';
import {
  dismissalSchema,
  documentSchema,
  idsOfDocument,
  keptLinkSchema,
  type Reading,
  type ReadingDraft,
} from '@waarborg/shared/dossier';
import type { ServerAnswer, ServerCall } from './call-server.ts';
import { type DossierDatabase, findOperations, readingKey, readState, toStored } from './database.ts';
import {
  type Change,
  nameOfAnnotation,
  nameOfCorrection,
  nameOfDismissal,
  nameOfLink,
  nameOfRendition,
  type Operation,
} from './operation.ts';
import { withLatestNames } from './overlay.ts';
import { addOwnRevision } from './own-revisions.ts';
import { backoffMs, operationsToSend } from './queue.ts';
import { readAnswer, type Trouble } from './read-answer.ts';
import { baseOfProposal, rebaseCorrection } from './rebase-correction.ts';

/** The way to a dossier's server, as whom. */
export interface Way {
  readonly call: (
    call: Pick<ServerCall, 'path' | 'method' | 'body' | 'headers' | 'expects'>,
  ) => Promise<ServerAnswer>;
  /** User id. */
  readonly user: string;
}

/** What became of a pass. */
export interface Sent {
  readonly sent: number;
  readonly trouble?: Trouble | undefined;
}

/**
 * Sends what waits, one change after the other, until nothing may go or the way is blocked.
 * Killed at any point it loses nothing: a change leaves the queue only together with the
 * answer that came to it, and one that was sent twice is done once.
 *
 * The queue is read once for all that may go at the same time, so that a long one costs no more for each change.
 */
export async function sendWaiting(db: DossierDatabase, way: Way): Promise<Sent> {
  for (let sent = 0; ; ) {
    const waiting = operationsToSend(await db.getAll('operations'), Date.now());
    if (waiting.length === 0) return { sent };
    for (const next of waiting) {
      const operation = await markSent(db, next);
      if (!operation) continue; // Replaced or taken back in the meantime.
      const { isDone, trouble } = await sendOne(db, way, operation);
      if (isDone) sent += 1;
      if (trouble) return { sent, trouble };
    }
  }
}

async function sendOne(
  db: DossierDatabase,
  way: Way,
  operation: Operation,
): Promise<{ readonly isDone: boolean; readonly trouble?: Trouble }> {
  const verdict = readAnswer(await way.call(await toCall(db, operation)), operation.change);
  if (verdict.kind === 'trouble') return { isDone: false, trouble: verdict.trouble };
  if (verdict.kind === 'done') {
    await settle(db, operation, verdict.body, way.user);
    return { isDone: true };
  }
  if (verdict.kind === 'refused') {
    await change(db, operation, (current) => ({ ...current, refusal: verdict.refusal }));
    return { isDone: false };
  }
  const delayMs = verdict.afterMs ?? backoffMs(operation.attempts, Math.random());
  await change(db, operation, (current) => ({ ...current, notBefore: Date.now() + delayMs }));
  // A server that fails on this one is given a rest before it gets the others.
  return { isDone: false, trouble: 'server-failing' };
}

/** Counts the attempt before it is made: from here on the server may know the change. */
async function markSent(db: DossierDatabase, operation: Operation): Promise<Operation | undefined> {
  return change(db, operation, (current) => ({ ...current, attempts: current.attempts + 1 }));
}

/** Changes an operation that is still in the queue as it was. */
async function change(
  db: DossierDatabase,
  { sequence, key }: Operation,
  edit: (current: Operation) => Operation,
): Promise<Operation | undefined> {
  const transaction = db.transaction('operations', 'readwrite', { durability: 'strict' });
  const current = await transaction.store.get(sequence);
  const edited = current?.key === key ? edit(current) : undefined;
  if (edited) await transaction.store.put(toStored(edited));
  await transaction.done;
  return edited;
}

async function toCall(db: DossierDatabase, { change, key }: Operation): ReturnType<typeof describeCall> {
  const { headers, ...call } = await describeCall(db, change);
  return { ...call, headers: { 'Idempotency-Key': key, ...headers } };
}

async function describeCall(db: DossierDatabase, change: Change): Promise<Parameters<Way['call']>[0]> {
  switch (change.kind) {
    case 'put-document':
      return { method: 'POST', path: '/documents', body: withLatestNames(change.document) };
    case 'correct-document':
      return {
        method: 'PUT',
        path: `/documents/${change.id}`,
        body: change.update,
        headers: ifMatch(change.base),
      };
    case 'add-rendition':
      return {
        method: 'POST',
        path: `/documents/${change.document}/renditions`,
        body: await db.get('texts', change.id),
      };
    case 'create-annotation':
      return { method: 'POST', path: '/annotations', body: await withKeptRendition(db, change.draft) };
    case 'update-annotation': {
      const body = await withKeptRendition(db, change.update);
      return { method: 'PUT', path: `/annotations/${change.id}`, body, headers: ifMatch(change.base) };
    }
    case 'delete-annotation':
      return { method: 'DELETE', path: `/annotations/${change.id}`, headers: ifMatch(change.base) };
    case 'set-reading':
      // Without a version: nobody else says what one has read, and what one says last counts.
      return { method: 'PUT', path: '/readings', body: change.reading };
    case 'create-link':
      return { method: 'POST', path: '/links', body: change.link };
    case 'delete-link':
      return { method: 'DELETE', path: `/links/${change.link.id}`, headers: ifMatch(change.base) };
    case 'dismiss':
      return { method: 'PUT', path: `/dismissals/${change.id}`, body: change.dismissal };
    case 'restore':
      return { method: 'DELETE', path: `/dismissals/${change.id}`, headers: ifMatch(change.base) };
  }
}

/** A text that the server refused cannot be named; the passage goes without it. */
async function withKeptRendition<T extends { readonly rendition?: string | undefined }>(
  db: DossierDatabase,
  written: T,
): Promise<T> {
  const { rendition } = written;
  if (rendition === undefined || (await db.get('renditions', rendition))) return written;
  const waiting = await findOperations(db.transaction('operations').store, nameOfRendition(rendition));
  if (!waiting.some(({ refusal }) => refusal)) return written;
  const { rendition: _, ...rest } = written;
  return rest as T;
}

/** The ETag of a thing is made of its revision. */
function ifMatch(base: number | undefined): Record<string, string> {
  return base === undefined ? {} : { 'If-Match': `"${base}"` };
}

function beginSettling(db: DossierDatabase) {
  return db.transaction(
    [
      ...(['operations', 'annotations', 'documents', 'readings', 'links', 'dismissals'] as const),
      ...(['renditions', 'texts', 'originals', 'state'] as const),
    ],
    'readwrite',
    { durability: 'strict' },
  );
}
type Settling = ReturnType<typeof beginSettling>;

/** Takes a change that is done out of the queue and keeps what the server made of it, both or neither. */
async function settle(db: DossierDatabase, operation: Operation, body: unknown, user: string): Promise<void> {
  const { sequence, change } = operation;
  const transaction = beginSettling(db);
  void transaction.objectStore('operations').delete(sequence);
  switch (change.kind) {
    case 'create-annotation':
    case 'update-annotation':
      await keepAnnotation(transaction, body, change.kind === 'update-annotation' ? change.base : undefined);
      break;
    case 'delete-annotation':
      void transaction.objectStore('annotations').delete(change.id);
      break;
    case 'put-document':
    case 'correct-document':
      await keepDocument(transaction, body, change);
      break;
    case 'add-rendition':
      await keepSentText(transaction, change.id);
      break;
    case 'set-reading':
      await keepReading(transaction, change.reading, { reviewer: user, at: operation.at });
      break;
    case 'create-link':
      await keepLink(transaction, body);
      break;
    case 'delete-link':
      void transaction.objectStore('links').delete(change.link.id);
      break;
    case 'dismiss':
      await keepDismissal(transaction, body);
      break;
    case 'restore':
      void transaction.objectStore('dismissals').delete(change.id);
  }
  await transaction.done;
}

/** A text that was sent need not be fetched again when its passages are looked for. */
async function keepSentText(transaction: Settling, id: string): Promise<void> {
  const texts = transaction.objectStore('texts');
  const sent = await texts.get(id);
  if (sent) void transaction.objectStore('originals').put(sent.text, id);
  void texts.delete(id);
  void transaction.objectStore('renditions').put({ id });
}

async function keepAnnotation(transaction: Settling, body: unknown, base: number | undefined): Promise<void> {
  const annotation = annotationSchema.parse(body);
  const annotations = transaction.objectStore('annotations');
  const state = transaction.objectStore('state');
  const stored = await annotations.get(annotation.id);
  const [pulled, own = {}] = await Promise.all([
    readState(state, 'revision'),
    readState(state, 'ownRevisions'),
  ]);
  if (isNews(annotation, stored, pulled)) void annotations.put(annotation);
  void state.put(addOwnRevision(own, base, annotation), 'ownRevisions');
  await rebaseFollowers(transaction, nameOfAnnotation(annotation.id), annotation);
}

async function keepLink(transaction: Settling, body: unknown): Promise<void> {
  const link = keptLinkSchema.parse(body);
  const links = transaction.objectStore('links');
  const pulled = await readState(transaction.objectStore('state'), 'revision');
  if (isNews(link, await links.get(link.id), pulled)) void links.put(link);
  await rebaseFollowers(transaction, nameOfLink(link.id), link);
}

async function keepDismissal(transaction: Settling, body: unknown): Promise<void> {
  const dismissal = dismissalSchema.parse(body);
  void transaction.objectStore('dismissals').put(dismissal);
  await rebaseFollowers(transaction, nameOfDismissal(dismissal.id), dismissal);
}

/**
 * Whether an answer says more of a thing than what is known here. One that comes to a change for the second time tells
 * how things were at the first.
 *
 * @param stored the thing as it was pulled or answered before.
 * @param pulled revision up to which all is known here; what it does not have by then is deleted.
 */
export function isNews(
  { revision }: Pick<Annotation, 'revision'>,
  stored: Pick<Annotation, 'revision'> | undefined,
  pulled: number | undefined,
): boolean {
  return stored ? revision >= stored.revision : revision > (pulled ?? 0);
}

async function keepDocument(
  transaction: Settling,
  body: unknown,
  change: Extract<Change, { kind: 'put-document' | 'correct-document' }>,
): Promise<void> {
  const answered = documentSchema.parse(body);
  const documents = transaction.objectStore('documents');
  const state = transaction.objectStore('state');
  const [stored, own = {}] = await Promise.all([
    documents.get(answered.id),
    readState(state, 'ownRevisions'),
  ]);
  if (!stored || answered.revision >= stored.revision) void documents.put(answered);
  const base = change.kind === 'correct-document' ? change.base : baseOfProposal(change, stored, answered);
  if (base !== undefined) void state.put(addOwnRevision(own, base, answered), 'ownRevisions');
  const operations = transaction.objectStore('operations');
  const names = idsOfDocument(answered).map(nameOfCorrection);
  for (const name of names) {
    const [next] = await findOperations(operations, name);
    const rebased = next && rebaseCorrection(next, base, answered);
    if (rebased) void operations.put(toStored(rebased));
  }
}

async function keepReading(
  transaction: Settling,
  { document, safeguards }: ReadingDraft,
  { reviewer, at }: Pick<Reading, 'reviewer' | 'at'>,
): Promise<void> {
  const readings = transaction.objectStore('readings');
  for (const reading of await readings.getAll()) {
    if (reading.document === document && reading.reviewer === reviewer) {
      void readings.delete(readingKey(reading));
    }
  }
  for (const safeguard of safeguards === 'all' ? [undefined] : safeguards) {
    const reading = { document, reviewer, safeguard, at };
    void readings.put(reading, readingKey(reading));
  }
}

/** What was queued upon a change of this thing builds on its revision. */
async function rebaseFollowers(
  transaction: Settling,
  thing: string,
  { revision }: Pick<Annotation, 'revision'>,
): Promise<void> {
  const operations = transaction.objectStore('operations');
  for (const operation of await findOperations(operations, thing)) {
    const { change } = operation;
    if (!('base' in change) || change.base !== undefined) continue;
    void operations.put(toStored({ ...operation, change: { ...change, base: revision } }));
  }
}
