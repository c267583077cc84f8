/**
 * In which order changes are sent, and when again after a failure. Pure: the caller brings the clock.
 *
 * A change waits for every earlier change that it builds on: an annotation for its document and
 * its text, an update for what was done to the annotation before; and the deletion of a passage for
 * the links to it, which the server refuses afterwards. A refused change holds back only
 * what builds on it. Among the changes that may go, the one that was tried least goes first, so
 * that a change on which the server keeps failing does not hold up the others.
 */
import {
  type Change,
  documentOf,
  nameOfAnnotation,
  nameOfDocument,
  nameOfRendition,
  type Operation,
  thingOf,
} from './operation.ts';

/**
 * The changes to send now, one after the other. None of them waits for another one of them, so that what becomes
 * of one does not matter to the rest; what they held back may go after them.
 *
 * @param now in milliseconds since the epoch.
 */
export function operationsToSend(operations: readonly Operation[], now: number): Operation[] {
  return sendable(operations)
    .filter(({ notBefore }) => notBefore <= now)
    .sort((a, b) => a.attempts - b.attempts || a.sequence - b.sequence);
}

/** When the next change may be sent, in milliseconds since the epoch; undefined when none will ever be by itself. */
export function nextSendingTime(operations: readonly Operation[]): number | undefined {
  const times = sendable(operations).map(({ notBefore }) => notBefore);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Changes that wait for nothing but their time. */
function sendable(operations: readonly Operation[]): Operation[] {
  const unfinished = new Set<string>();
  const result: Operation[] = [];
  for (const operation of operations.toSorted((a, b) => a.sequence - b.sequence)) {
    const isHeld = requirements(operation.change).some((thing) => unfinished.has(thing));
    if (!isHeld && !operation.refusal) result.push(operation);
    for (const thing of holds(operation)) unfinished.add(thing);
  }
  return result;
}

/** Changes that wait for one that was refused, and with it for whoever decides on that. */
export function heldByRefused(operations: readonly Operation[]): Operation[] {
  const stuck = new Set<string>();
  const held: Operation[] = [];
  for (const operation of operations.toSorted((a, b) => a.sequence - b.sequence)) {
    const { change, refusal } = operation;
    const isHeld = !refusal && requirements(change).some((thing) => stuck.has(thing));
    if (isHeld) held.push(operation);
    if (isHeld || refusal) for (const thing of holds(operation)) stuck.add(thing);
  }
  return held;
}

/** What nothing may be done with until a change is: what it makes or alters, and what is not to go before it. */
function holds({ change, refusal }: Operation): string[] {
  // A text that the server does not want must not keep the passage from it.
  if (change.kind === 'add-rendition' && refusal) return [];
  // Nor a link that it does not want its passage from being deleted.
  const isBeforeDeletion = change.kind === 'create-link' && !refusal;
  return [
    thingOf(change),
    ...(isBeforeDeletion ? [change.link.from, change.link.to].map(nameOfLinksOf) : []),
  ];
}

/** The links to a passage, by a name of their own. */
const nameOfLinksOf = (annotation: string): string => `links of ${annotation}`;

/**
 * What must be at the server before a change: all that it names, the change before it of the same thing, and the links
 * of a passage that it deletes.
 */
function requirements(change: Change): string[] {
  const document = documentOf(change);
  const needed = [thingOf(change), ...(document === undefined ? [] : [nameOfDocument(document)])];
  if (change.kind === 'create-link') {
    needed.push(nameOfAnnotation(change.link.from), nameOfAnnotation(change.link.to));
  }
  if (change.kind === 'delete-annotation') needed.push(nameOfLinksOf(change.id));
  if (change.kind === 'create-annotation' && change.draft.rendition) {
    needed.push(nameOfRendition(change.draft.rendition));
  }
  if (change.kind === 'update-annotation' && change.update.rendition) {
    needed.push(nameOfRendition(change.update.rendition));
  }
  return needed;
}

const firstDelayMs = 2_000;
const longestDelayMs = 5 * 60_000;

/**
 * How long to wait after a number of failures in a row, in milliseconds: 2, 4, 8 … s, five minutes at
 * most, spread by a fifth so that a hundred extensions do not come back to a server at once.
 *
 * @param random from 0 to 1.
 */
export function backoffMs(failures: number, random: number): number {
  const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.max(0, failures - 1));
  return Math.round(delay * (0.8 + 0.4 * random));
}
