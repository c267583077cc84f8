import { z } from 'zod';
import { codingDraftSchema, codingSchema } from './coding.ts';
import { textSchema, uuidSchema } from './identifiers.ts';
import { maxNoteLength, maxRanges } from './limits.ts';
import { passageRangeSchema, passageRangesSchema, renditionIdSchema } from './passage.ts';

/** Most codings of one passage. */
export const maxCodings = 40;

/**
 * Address of a copy of a document, without fragment: of the web, of a file on disk, or a URN
 * where a file came without address. Other schemes are refused, since addresses become links.
 */
export const addressSchema = z
  .url({ protocol: /^(https?|file|urn)$/ })
  .max(4_000)
  .refine((address) => address.isWellFormed() && !address.includes('\u0000'), {
    message: 'contains a lone surrogate or U+0000',
  });

/**
 * Instant (ISO 8601, UTC) at which a reviewer confirmed that the passage is not in the document any more.
 * Absent: nobody did. It stays a passage like others: what was quoted was said.
 */
const goneSchema = z.iso.datetime();

/** A marked passage with its codings, as a client writes it. The client makes the id (UUIDv7). */
export const annotationDraftSchema = z.object({
  id: uuidSchema,
  /** The document, by its id or by an id that was proposed for it. */
  document: uuidSchema,
  /** Address of the copy in which the passage was marked. */
  source: addressSchema,
  rendition: renditionIdSchema.optional(),
  ranges: passageRangesSchema,
  /** Two that are the same in every part are kept as one. */
  codings: z.array(codingDraftSchema).max(maxCodings),
  note: textSchema(maxNoteLength).optional(),
  gone: goneSchema.optional(),
});
export type AnnotationDraft = z.infer<typeof annotationDraftSchema>;

/** A marked passage with its codings, as it is kept. */
export const annotationSchema = z.object({
  id: uuidSchema,
  document: uuidSchema,
  source: addressSchema,
  rendition: renditionIdSchema.optional(),
  /** Empty for a Web Annotation of somebody else that quotes nothing; it has no codings. */
  ranges: z.array(passageRangeSchema).max(maxRanges),
  codings: z.array(codingSchema).max(maxCodings),
  note: textSchema(maxNoteLength).optional(),
  gone: goneSchema.optional(),
  creator: z.object({ id: z.string(), name: z.string() }),
  /** ISO 8601 instants, UTC. */
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  /** Revision of the dossier in which it was last changed; its ETag is made of it. */
  revision: z.int().positive(),
});
export type Annotation = z.infer<typeof annotationSchema>;
