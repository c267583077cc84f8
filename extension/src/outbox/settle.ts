import { type Annotation, annotationSchema } from '@waarborg/shared/annotation';
import {
  dismissalSchema,
  documentSchema,
  idsOfDocument,
  keptLinkSchema,
  type Reading,
  type ReadingDraft,
} from '@waarborg/shared/dossier';
import { type DossierDatabase, findOperations, readingKey, readState, toStored } from './database.ts';
import {
  type Change,
  nameOfAnnotation,
  nameOfCorrection,
  nameOfDismissal,
  nameOfLink,
  type Operation,
} from './operation.ts';
import { addOwnRevision } from './own-revisions.ts';
import { baseOfProposal, rebaseCorrection } from './rebase-correction.ts';
import { beginWritingAnnotations } from './sent-annotations.ts';

function beginSettling(db: DossierDatabase) {
  beginWritingAnnotations(db);
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

/**
 * Takes a change that is done out of the queue and keeps what the server made of it, both or neither.
 *
 * @param body of the answer.
 * @param user id of whose change it is.
 */
export async function settle(
  db: DossierDatabase,
  operation: Operation,
  body: unknown,
  user: string,
): Promise<void> {
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

/** Keeps the link that the server has: somebody may have said the same before, under another id than was made here. */
async function keepLink(transaction: Settling, body: unknown): Promise<void> {
  const link = keptLinkSchema.parse(body);
  const links = transaction.objectStore('links');
  const pulled = await readState(transaction.objectStore('state'), 'revision');
  if (isNews(link, await links.get(link.id), pulled)) void links.put(link);
  await rebaseFollowers(transaction, nameOfLink(link), link);
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
  kept: Pick<Annotation, 'id' | 'revision'>,
): Promise<void> {
  const operations = transaction.objectStore('operations');
  for (const operation of await findOperations(operations, thing)) {
    const { change } = operation;
    if (!('base' in change) || change.base !== undefined) continue;
    void operations.put(toStored({ ...operation, change: rebase(change, kept) }));
  }
}

/** A link is removed under the id that the server has for it. */
function rebase(
  change: Extract<Change, { base?: number | undefined }>,
  { id, revision }: Pick<Annotation, 'id' | 'revision'>,
): Change {
  const based = { ...change, base: revision };
  return based.kind === 'delete-link' ? { ...based, link: { ...based.link, id } } : based;
}
