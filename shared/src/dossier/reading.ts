import { z } from 'zod';
import { conceptIdSchema, uuidSchema } from '../annotation/index.ts';

/**
 * Somebody has read a document for a safeguard, whether or not a coding came of it.
 * Without readings a gap in the matrix could not say whether nobody looked or nothing was there.
 */
export const readingSchema = z.object({
  document: uuidSchema,
  /** User id. */
  reviewer: z.string(),
  /** Absent: read for all safeguards. */
  safeguard: conceptIdSchema.optional(),
  at: z.iso.datetime(),
});
export type Reading = z.infer<typeof readingSchema>;

/** Sets one's own reading of a document. */
export const readingDraftSchema = z.object({
  document: uuidSchema,
  /** `all` (also where nothing is said), or the safeguards for which it was read; an empty list takes the reading back. */
  safeguards: z.union([z.literal('all'), z.array(conceptIdSchema).max(500)]).default('all'),
});
export type ReadingDraft = z.infer<typeof readingDraftSchema>;
