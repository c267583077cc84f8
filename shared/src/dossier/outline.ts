import { z } from 'zod';
import {
  type Annotation,
  addressSchema,
  nameSchema,
  passageRangesSchema,
  textSchema,
  uuidSchema,
} from '../annotation/index.ts';
import {
  maxCommentLength,
  maxOutlineHeadingLength,
  maxOutlineText,
  maxOutlineTitleLength,
} from './limits.ts';

/** Most things in one outline. */
export const maxOutlineParts = 2_000;
/** Most comments on one thing. */
export const maxComments = 200;

/** What can be changed of an outline. */
export const outlineUpdateSchema = z.object({ title: nameSchema(maxOutlineTitleLength) });

/** An outline as a client adds it. The client makes the id (UUIDv7). */
export const outlineDraftSchema = outlineUpdateSchema.extend({ id: uuidSchema });
export type OutlineDraft = z.infer<typeof outlineDraftSchema>;

/** Passages of a dossier in an order of their own, under headings and with text between them: a paper to be. */
export const outlineSchema = z.object({
  id: uuidSchema,
  title: z.string(),
  /** Revision of the dossier in which its title was last changed; its ETag is made of it. */
  revision: z.int().positive(),
});
export type Outline = z.infer<typeof outlineSchema>;

const headingSchema = z.object({
  kind: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  text: textSchema(maxOutlineHeadingLength),
});
const ownTextSchema = z.object({
  kind: z.literal('text'),
  /** Markdown. */
  text: textSchema(maxOutlineText),
});
const passageSchema = z.object({ kind: z.literal('passage'), annotation: uuidSchema });

/** A place in the order of an outline: see `placeBetween`. */
const placeSchema = z.string().regex(/^[0-9A-Za-z]{0,199}[1-9A-Za-z]$/, 'a place in an order');

/** What stands in an outline, as a client writes it. */
export const outlinePartUpdateSchema = z.object({
  place: placeSchema,
  content: z.discriminatedUnion('kind', [
    headingSchema,
    ownTextSchema,
    /** `renew` takes the words that the passage has now in place of those that it had. */
    passageSchema.extend({ renew: z.boolean().optional() }),
  ]),
});
export type OutlinePartUpdate = z.infer<typeof outlinePartUpdateSchema>;

/** The same as a client adds it. The client makes the id (UUIDv7). Without a place it comes last. */
export const outlinePartDraftSchema = outlinePartUpdateSchema.extend({
  id: uuidSchema,
  place: placeSchema.optional(),
});
export type OutlinePartDraft = z.infer<typeof outlinePartDraftSchema>;

/** Passages as a client puts them into an outline together; those that stand in it already stay where they are. */
export const outlinePassagesDraftSchema = z.object({
  /** Annotation ids, in the order in which they come to stand. */
  annotations: z.array(uuidSchema).min(1).max(maxOutlineParts),
  /** Part id of the heading under which they come, last before the heading after it. Without one they come last. */
  heading: uuidSchema.optional(),
});
export type OutlinePassagesDraft = z.infer<typeof outlinePassagesDraftSchema>;

/** A comment as a client adds it. The client makes the id (UUIDv7). */
export const commentDraftSchema = z.object({ id: uuidSchema, text: textSchema(maxCommentLength, 1) });
export type CommentDraft = z.infer<typeof commentDraftSchema>;

/** What somebody says about a thing of an outline; it stands in no paper. */
const commentSchema = commentDraftSchema.extend({
  /** User id. */
  author: z.string(),
  at: z.iso.datetime(),
});
export type OutlineComment = z.infer<typeof commentSchema>;

/** The passage as it was when it was put into the outline, so that a change or a deletion shows. */
export const markedPassageSchema = z.object({
  document: uuidSchema,
  source: addressSchema,
  ranges: passageRangesSchema,
});
export type MarkedPassage = z.infer<typeof markedPassageSchema>;

/** A thing of an outline as it is kept. */
export const outlinePartSchema = z.object({
  id: uuidSchema,
  /** Outline id. */
  outline: uuidSchema,
  place: placeSchema,
  content: z.discriminatedUnion('kind', [
    headingSchema,
    ownTextSchema,
    passageSchema.extend({ marked: markedPassageSchema }),
  ]),
  comments: z.array(commentSchema),
  revision: z.int().positive(),
});
export type OutlinePart = z.infer<typeof outlinePartSchema>;

/**
 * What became of a passage since it was put into an outline: `same`; `changed`, other words were marked; `deleted`
 * from the dossier.
 */
export type PassageFate = 'same' | 'changed' | 'deleted';

/** What became of a passage; without an annotation it is deleted. */
export function fateOfPassage(
  { ranges }: Pick<MarkedPassage, 'ranges'>,
  annotation: Pick<Annotation, 'ranges'> | undefined,
): PassageFate {
  if (!annotation) return 'deleted';
  const words = (passage: Pick<Annotation, 'ranges'>) =>
    JSON.stringify(passage.ranges.map(({ exact }) => exact));
  return words({ ranges }) === words(annotation) ? 'same' : 'changed';
}

/** In their order; things at the same place by their ids. */
export function sortByPlace<T extends Pick<OutlinePart, 'place' | 'id'>>(items: readonly T[]): T[] {
  const key = ({ place, id }: T) => `${place} ${id}`;
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
