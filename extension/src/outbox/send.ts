import type { ServerAnswer, ServerCall } from './call-server.ts';
import { type DossierDatabase, findOperations, toStored } from './database.ts';
import { type Change, nameOfRendition, type Operation } from './operation.ts';
import { withLatestNames } from './overlay.ts';
import { backoffMs, operationsToSend } from './queue.ts';
import { readAnswer, type Trouble } from './read-answer.ts';
import { settle } from './settle.ts';

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
