import { randomUUIDv7 as uuid } from 'node:crypto';
import type { Annotation } from '@waarborg/shared/annotation';
import type { AddedPassages } from '@waarborg/shared/api';
import {
  type CommentDraft,
  type MarkedPassage,
  maxComments,
  maxOutlineParts,
  type OutlinePart,
  type OutlinePartDraft,
  type OutlinePartUpdate,
  type OutlinePassagesDraft,
  placeBetween,
  placesBetween,
} from '@waarborg/shared/dossier';
import { findAnnotation, listAnnotationsById } from '../annotations/annotation-store.ts';
import {
  applyChange,
  applyDeletion,
  type Change,
  describeChange,
  type Executor,
  type Writer,
} from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { listOutlineParts, listPlaces, outlineParts, passagesOf } from './outline-part-store.ts';
import { outlines } from './outline-store.ts';

/** A thing by its id and that of its outline. */
export interface PartAddress {
  readonly outline: string;
  readonly part: string;
}

type Content = OutlinePart['content'];

async function getPart(
  { transaction, dossier }: Change,
  { outline, part }: PartAddress,
): Promise<OutlinePart> {
  await outlines.get(transaction, dossier, outline);
  const found = await outlineParts.get(transaction, dossier, part, 'part');
  if (found.outline !== outline)
    throw new ApiError('outline-part-not-found', [{ path: 'part', message: part }]);
  return found;
}

/** The passage as it is now; `path` is where the request names it. */
function toMarked(annotation: Annotation | undefined, id: string, path: string): MarkedPassage {
  if (!annotation) throw new ApiError('annotation-not-found', [{ path, message: id }]);
  const { document, source, ranges } = annotation;
  if (ranges.length === 0) throw new ApiError('invalid-request', [{ path, message: 'quotes nothing' }]);
  return { document, source, ranges };
}

async function readPassage({ transaction, dossier }: Change, id: string): Promise<MarkedPassage> {
  const stored = await findAnnotation(transaction, dossier, id);
  return toMarked(stored?.annotation, id, 'content.annotation');
}

/** What is kept of a content; a passage keeps the words that it had, unless it is asked to take those of now. */
async function toContent(
  change: Change,
  content: OutlinePartUpdate['content'],
  before: Content | undefined,
): Promise<Content> {
  if (content.kind !== 'passage') return content;
  const { kind, annotation, renew = false } = content;
  const isSame = before?.kind === 'passage' && before.annotation === annotation;
  const marked = isSame && !renew ? before.marked : await readPassage(change, annotation);
  return { kind, annotation, marked };
}

function isSameContent(content: Content, draft: OutlinePartUpdate['content']): boolean {
  if (content.kind === 'passage' && draft.kind === 'passage') return content.annotation === draft.annotation;
  return JSON.stringify(content) === JSON.stringify(draft);
}

async function save(
  change: Change,
  before: OutlinePart | undefined,
  after: OutlinePart,
): Promise<OutlinePart> {
  await outlineParts.save(change, after.id, { before, after });
  return { ...after, revision: change.revision };
}

/** Puts something into an outline. Doing it twice with the same id is the same as once. */
export function addOutlinePart(
  database: Executor,
  writer: Writer,
  outline: string,
  draft: OutlinePartDraft,
): Promise<{ part: OutlinePart; created: boolean }> {
  return applyChange(database, describeChange(writer, 'add-to-outline'), async (change) => {
    const { transaction, dossier, revision } = change;
    const { id, content } = draft;
    await outlines.get(transaction, dossier, outline);
    const isSame = (part: OutlinePart) => part.outline === outline && isSameContent(part.content, content);
    const known = await outlineParts.findRepeated(change, id, isSame);
    if (known) return { part: known, created: false };
    const places = await listPlaces(transaction, outline);
    if (places.length >= maxOutlineParts) throw new ApiError('outline-full');
    const place = draft.place ?? placeBetween(places.at(-1), undefined);
    const kept = await toContent(change, content, undefined);
    const part = await save(change, undefined, { id, outline, place, content: kept, comments: [], revision });
    return { part, created: true };
  });
}

/** Between which places something comes under a heading, last before the heading after it; without one: last of all. */
function placesUnder(
  parts: readonly OutlinePart[],
  heading: string | undefined,
): [after: string | undefined, before: string | undefined] {
  if (heading === undefined) return [parts.at(-1)?.place, undefined];
  const at = parts.findIndex(({ id, content }) => id === heading && content.kind === 'heading');
  if (at === -1) throw new ApiError('outline-part-not-found', [{ path: 'heading', message: heading }]);
  const next = parts.findIndex(({ content }, index) => index > at && content.kind === 'heading');
  const after = parts.at(next === -1 ? -1 : next - 1)?.place ?? '';
  // Two who add at once can get the same place: what comes then stands behind both.
  return [after, parts.find(({ place }) => place > after)?.place];
}

/** Puts passages into an outline that do not stand in it yet, in one change: all of them, or none. */
export function addPassages(
  database: Executor,
  writer: Writer,
  outline: string,
  { annotations, heading }: OutlinePassagesDraft,
): Promise<AddedPassages> {
  return applyChange(database, describeChange(writer, 'add-to-outline'), async (change) => {
    const { transaction, dossier, revision } = change;
    await outlines.get(transaction, dossier, outline);
    const parts = await listOutlineParts(transaction, dossier, outline);
    const [after, before] = placesUnder(parts, heading);
    const asked = new Set(annotations);
    const there = new Set(passagesOf(parts));
    const fresh = [...asked].filter((id) => !there.has(id));
    const standing = asked.size - fresh.length;
    if (fresh.length === 0) return { added: 0, standing };
    if (parts.length + fresh.length > maxOutlineParts) throw new ApiError('outline-full');
    const found = await listAnnotationsById(transaction, dossier, fresh);
    const byId = new Map(found.map((annotation) => [annotation.id, annotation]));
    const places = placesBetween(after, before, fresh.length);
    for (const [index, annotation] of fresh.entries()) {
      const marked = toMarked(byId.get(annotation), annotation, 'annotations');
      const content: Content = { kind: 'passage', annotation, marked };
      const place = places[index] ?? '';
      await save(change, undefined, { id: uuid(), outline, place, content, comments: [], revision });
    }
    return { added: fresh.length, standing, revision };
  });
}

/** Moves or rewrites something of the given version. What it is, a heading, text or which passage, stays. */
export function updateOutlinePart(
  database: Executor,
  writer: Writer,
  address: PartAddress,
  { place, content }: OutlinePartUpdate,
  expected: ExpectedVersion,
): Promise<OutlinePart> {
  return applyChange(database, describeChange(writer, 'change-outline'), async (change) => {
    const before = await getPart(change, address);
    assertVersion(before, expected);
    if (before.content.kind !== content.kind) {
      throw new ApiError('invalid-request', [{ path: 'content.kind', message: `is ${before.content.kind}` }]);
    }
    const after = { ...before, place, content: await toContent(change, content, before.content) };
    return JSON.stringify(after) === JSON.stringify(before) ? before : save(change, before, after);
  });
}

/** Takes something of the given version out of an outline; a passage itself stays in the dossier. */
export function removeOutlinePart(
  database: Executor,
  writer: Writer,
  address: PartAddress,
  expected: ExpectedVersion,
): Promise<number> {
  return applyDeletion(database, describeChange(writer, 'remove-from-outline'), async (change) => {
    const before = await getPart(change, address);
    assertVersion(before, expected);
    await outlineParts.save(change, before.id, { before });
  });
}

/** Says something about a thing. Saying it twice with the same id is the same as once. */
export function addComment(
  database: Executor,
  writer: Writer,
  address: PartAddress,
  { id, text }: CommentDraft,
): Promise<OutlinePart> {
  return applyChange(database, describeChange(writer, 'comment-on-outline'), async (change) => {
    const before = await getPart(change, address);
    if (before.comments.some((comment) => comment.id === id)) return before;
    if (before.comments.length >= maxComments) throw new ApiError('outline-full');
    const comment = { id, text, author: writer.user.id, at: change.at };
    return save(change, before, { ...before, comments: [...before.comments, comment] });
  });
}

/**
 * Takes a comment away: it is dealt with; with a version only from that one of its part. One that is not there any
 * more is no trouble.
 */
export function removeComment(
  database: Executor,
  writer: Writer,
  { id, expected, ...address }: PartAddress & { id: string; expected: ExpectedVersion | undefined },
): Promise<OutlinePart> {
  return applyChange(database, describeChange(writer, 'settle-comment'), async (change) => {
    const before = await getPart(change, address);
    const comments = before.comments.filter((comment) => comment.id !== id);
    if (comments.length === before.comments.length) return before;
    assertVersion(before, expected);
    return save(change, before, { ...before, comments });
  });
}
