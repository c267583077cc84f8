/**
 * How a new change enters the queue. A change that the server cannot know yet is replaced rather
 * than followed by another one, so that an hour of editing without network is one request. A change
 * that was sent once stays as it was: its answer may have been lost, and its idempotency key
 * stands for exactly that request. Pure: storage does what the returned edit says.
 */
import type { AnnotationDraft } from '@waarborg/shared/annotation';
import type { PassageLink } from '@waarborg/shared/dossier';
import { annotationOf, type Change, isConflict, isOfDeleted, type Operation, thingOf } from './operation.ts';

type NewOperation = Omit<Operation, 'sequence'> & { readonly sequence?: number };

/** What to write; operations with a sequence replace the one that is there. */
export interface QueueEdit {
  readonly put: readonly NewOperation[];
  /** Sequences of operations that are no longer needed. */
  readonly remove: readonly number[];
}

/** The moment at which a change is made. */
export interface Stamp {
  /** A new idempotency key. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** How long a deletion waits for "undo", in milliseconds. */
export const undoWindowMs = 10_000;

function create(change: Change, { key, now }: Stamp, notBefore = 0): NewOperation {
  return { key, change, at: new Date(now).toISOString(), notBefore, attempts: 0 };
}

/** The same place in the queue with another change; a refusal that it may have answered is lifted. */
function replace(operation: Operation, change: Change, stamp: Stamp): NewOperation {
  const { sequence, refusal } = operation;
  // Whoever met another version must decide between the two; editing on is no decision.
  return { ...create(change, stamp), sequence, ...(isConflict(operation) ? { refusal } : {}) };
}

function isOpen({ attempts, refusal }: Operation): boolean {
  return attempts === 0 || refusal !== undefined;
}

/**
 * Creates or replaces an annotation.
 *
 * @param revision of the annotation at the server; undefined when it is not there.
 */
export function addAnnotation(
  operations: readonly Operation[],
  draft: AnnotationDraft,
  revision: number | undefined,
  stamp: Stamp,
): QueueEdit {
  const own = operations.filter(({ change }) => annotationOf(change) === draft.id);
  const undone = own.filter(
    (operation) => operation.change.kind === 'delete-annotation' && isOpen(operation),
  );
  const remove = undone.map(({ sequence }) => sequence);
  const last = own.filter((operation) => !undone.includes(operation)).at(-1);
  if (last && isOpen(last)) {
    return { put: [replace(last, changeOf(last, draft), stamp)], remove };
  }
  const { id, document, ...update } = draft;
  if (!last && revision === undefined)
    return { put: [create({ kind: 'create-annotation', draft }, stamp)], remove };
  const base = last ? undefined : revision;
  return { put: [create({ kind: 'update-annotation', id, document, update, base }, stamp)], remove };
}

function changeOf({ change }: Operation, draft: AnnotationDraft): Change {
  const { id, document, ...update } = draft;
  if (change.kind !== 'update-annotation') return { kind: 'create-annotation', draft };
  return { kind: 'update-annotation', id, document, update, base: change.base };
}

/** Deletes an annotation; the server hears of it when the time for "undo" is over. */
export function addDeletion(
  operations: readonly Operation[],
  annotation: { readonly id: string; readonly document: string; readonly revision?: number | undefined },
  stamp: Stamp,
): QueueEdit {
  const { id, document, revision } = annotation;
  const own = operations.filter(({ change }) => annotationOf(change) === id);
  // What the server refused of it would hold the deletion back for ever.
  const refused = own.filter(({ refusal }) => refusal !== undefined);
  const remove = refused.map(({ sequence }) => sequence);
  const pending = own.filter((operation) => !refused.includes(operation));
  if (pending.some(({ change }) => change.kind === 'delete-annotation')) return { put: [], remove };
  if (revision === undefined && pending.length === 0) return { put: [], remove };
  const base = pending.length > 0 ? undefined : revision;
  const change: Change = { kind: 'delete-annotation', id, document, base };
  return { put: [create(change, stamp, stamp.now + undoWindowMs)], remove };
}

/** Takes a deletion back that the server does not know of; undefined when there is none. */
export function undoDeletion(operations: readonly Operation[], id: string): QueueEdit | undefined {
  const deletion = operations.find(
    (operation) =>
      operation.change.kind === 'delete-annotation' && operation.change.id === id && isOpen(operation),
  );
  return deletion && { put: [], remove: [deletion.sequence] };
}

/**
 * Links two passages, or takes back that their link was removed.
 *
 * @param own what waits of links that say the same.
 * @param isKept whether the server has such a link.
 */
export function addLink(
  own: readonly Operation[],
  link: PassageLink,
  isKept: boolean,
  stamp: Stamp,
): QueueEdit {
  const removal = own.find((operation) => operation.change.kind === 'delete-link' && isOpen(operation));
  if (removal) return { put: [], remove: [removal.sequence] };
  const last = own.at(-1);
  const isThere = last ? last.change.kind === 'create-link' : isKept;
  return { put: isThere ? [] : [create({ kind: 'create-link', link }, stamp)], remove: [] };
}

/**
 * Removes a link; the server hears of it when the time for "undo" is over.
 *
 * @param own what waits of links that say the same.
 * @param revision of the link at the server; undefined when it is not there.
 */
export function removeLink(
  own: readonly Operation[],
  link: PassageLink,
  revision: number | undefined,
  stamp: Stamp,
): QueueEdit {
  // There can be two that say the same: the removal of the other one stays.
  const isOther = ({ change }: Operation) => change.kind === 'delete-link' && change.link.id !== link.id;
  const remove = own.flatMap((operation) =>
    isOpen(operation) && !isOther(operation) ? operation.sequence : [],
  );
  const underWay = own.filter((operation) => !isOpen(operation) && !isOther(operation));
  const isUnknown = underWay.length === 0 && revision === undefined;
  if (isUnknown || underWay.at(-1)?.change.kind === 'delete-link') return { put: [], remove };
  const base = underWay.length > 0 ? undefined : revision;
  return { put: [create({ kind: 'delete-link', link, base }, stamp, stamp.now + undoWindowMs)], remove };
}

/** Adds a change of which only the latest counts, or which adds up with the one before it. */
export function addLatest(
  operations: readonly Operation[],
  change: Extract<Change, { kind: 'set-reading' | 'correct-document' }>,
  stamp: Stamp,
): QueueEdit {
  const before = operations.findLast(
    (operation) => isOpen(operation) && isSameThing(operation.change, change),
  );
  if (!before) {
    // What is under way decides upon which revision the next one builds.
    const isUnderWay = operations.some((operation) => isSameThing(operation.change, change));
    const isFirst = change.kind !== 'correct-document' || !isUnderWay;
    return { put: [create(isFirst ? change : { ...change, base: undefined }, stamp)], remove: [] };
  }
  const merged =
    change.kind === 'correct-document' && before.change.kind === 'correct-document'
      ? { ...before.change, update: { ...before.change.update, ...change.update } }
      : change;
  return { put: [replace(before, merged, stamp)], remove: [] };
}

function isSameThing(a: Change, b: Change): boolean {
  if (a.kind === 'set-reading' && b.kind === 'set-reading') return a.reading.document === b.reading.document;
  return a.kind === 'correct-document' && b.kind === 'correct-document' && a.id === b.id;
}

/**
 * Dismisses a suggestion, or brings it back. What waits of it and did not leave yet is no longer needed.
 *
 * @param revision of the dismissal at the server; undefined when it is not there, as far as is known here.
 */
export function addDismissal(
  operations: readonly Operation[],
  change: Extract<Change, { kind: 'dismiss' | 'restore' }>,
  revision: number | undefined,
  stamp: Stamp,
): QueueEdit {
  const open = operations.filter(isOpen);
  const remove = open.map(({ sequence }) => sequence);
  const isUnderWay = operations.length > open.length;
  const isThere = (revision !== undefined) === (change.kind === 'dismiss');
  if (isThere && !isUnderWay) return { put: [], remove };
  const base = isUnderWay ? undefined : revision;
  return { put: [create(change.kind === 'restore' ? { ...change, base } : change, stamp)], remove };
}

/** Adds what travels with a change: a document or a text. */
export function addCompanion(change: Change, stamp: Stamp): QueueEdit {
  return { put: [create(change, stamp)], remove: [] };
}

/**
 * Sends a refused change again, as a new request. What altered a passage that is deleted makes one anew: the server
 * gives no id twice.
 *
 * @param revision of the thing at the server now, over which it goes where that was the reason.
 * @param ids new ones: the key of the request, and what a passage made anew is called.
 */
export function retryChange(
  operation: Operation,
  revision: number | undefined,
  { key, annotation }: { readonly key: string; readonly annotation: string },
): Operation {
  const { refusal: _, ...rest } = operation;
  return { ...rest, key, attempts: 0, notBefore: 0, change: changeAgain(operation, revision, annotation) };
}

function changeAgain(operation: Operation, revision: number | undefined, id: string): Change {
  if (revision === undefined && isOfDeleted(operation)) {
    const { document, update } = operation.change;
    return { kind: 'create-annotation', draft: { ...update, id, document } };
  }
  const { change } = operation;
  const isOverOther = revision !== undefined && (change.kind === 'correct-document' || 'base' in change);
  return isOverOther ? { ...change, base: revision } : change;
}

/**
 * Lets go of a refused change, because somebody says so: what was queued upon it goes with it.
 * A refused document cannot be let go of, since passages wait for it.
 */
export function discardChange(operations: readonly Operation[], key: string): QueueEdit {
  const refused = operations.find((operation) => operation.key === key);
  if (!refused?.refusal || refused.change.kind === 'put-document') return { put: [], remove: [] };
  // What one has read stands by itself; every other change of a thing goes on from the one before it.
  const isBuiltUpon = refused.change.kind !== 'set-reading';
  const followers = operations.filter(
    ({ change, sequence }) =>
      isBuiltUpon && thingOf(change) === thingOf(refused.change) && sequence > refused.sequence,
  );
  return { put: [], remove: [refused, ...followers].map(({ sequence }) => sequence) };
}
