import { z } from 'zod';
import { conceptIdSchema, textSchema, uuidSchema } from '../annotation/index.ts';

/** Longest quote of a dismissed suggestion, in UTF-16 code units. */
export const maxDismissedLength = 2_000;

/** A safeguard that the team does not want suggested any more at some words of a document. */
export const dismissalDraftSchema = z.object({
  document: uuidSchema,
  safeguard: conceptIdSchema,
  /** The words at which it was suggested; they are what it is known by when the text changes, and in other copies. */
  quote: textSchema(maxDismissedLength, 1),
});
export type DismissalDraft = z.infer<typeof dismissalDraftSchema>;

/** A dismissal as it is kept. */
export const dismissalSchema = dismissalDraftSchema.extend({
  id: uuidSchema,
  /** User id of who dismissed it first. */
  reviewer: z.string(),
  at: z.iso.datetime(),
  /** Revision of the dossier in which it was dismissed; its ETag is made of it. */
  revision: z.int().positive(),
});
export type Dismissal = z.infer<typeof dismissalSchema>;
