import { z } from 'zod';
import { conceptIdSchema, uuidSchema } from '../annotation/index.ts';
import { conceptDraftSchema, keptConceptSchema } from '../codebook/index.ts';

/** Whether a change of the codebook is only tried: nothing is changed, the answer tells what would be. */
export const previewQuerySchema = z.object({ preview: z.enum(['true', 'false']).default('false') });

/** What a change of a concept gives. */
export const conceptChangeSchema = z.object({
  concept: keptConceptSchema,
  /** How many codings it touches: those that name the concept, or what was merged into it. */
  codings: z.int().nonnegative(),
});
export type ConceptChange = z.infer<typeof conceptChangeSchema>;

/** `GET …/codebook/codings` */
export const codingCountsSchema = z.object({
  /** How many codings name each concept itself, by its id; one that none names is left out. */
  codings: z.record(conceptIdSchema, z.int().positive()),
});

/** `PUT …/place` of a concept within its group, or of a group among those of its kind. */
export const placeSchema = z.object({
  /** The other one before which it comes to stand; left out, it comes last. */
  before: conceptIdSchema.optional(),
});

/** `PUT …/merged-into` of a concept. */
export const conceptMergeSchema = z.object({ into: conceptIdSchema });

/** `POST …/split`: divides the codings of a concept among others. What is not named stays where it is. */
export const conceptSplitSchema = z.object({
  /** Concepts that are added, of the same kind. */
  concepts: z.array(conceptDraftSchema).max(20),
  /** Where codings go: to one of the new concepts or to one that was there. */
  codings: z.array(z.object({ id: uuidSchema, concept: conceptIdSchema })).max(10_000),
  /** Where all the other codings go. */
  others: conceptIdSchema.optional(),
});
export type ConceptSplit = z.infer<typeof conceptSplitSchema>;

/** What a split gives. */
export const splitConceptSchema = z.object({
  concepts: z.array(keptConceptSchema),
  /** How many codings were moved. */
  codings: z.int().nonnegative(),
  /** The revision that did it; absent where nothing was added or moved. */
  revision: z.int().positive().optional(),
});
export type SplitConcept = z.infer<typeof splitConceptSchema>;
