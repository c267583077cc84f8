import { z } from 'zod';
import { annotationSchema, maxReasonLength, statuses, textSchema, uuidSchema } from '../annotation/index.ts';
import { matrixFiltersSchema } from '../matrix/index.ts';
import { countSchema } from './count.ts';

/** `POST /reviews`: what a curator decides about codings, of which the versions are named that were seen. */
export const reviewDraftSchema = z
  .object({
    codings: z
      .array(
        z.object({
          id: uuidSchema,
          /** Revision of the annotation that holds it. */
          revision: z.int().positive(),
        }),
      )
      .min(1)
      .max(500),
    status: z.enum(statuses),
    /** Why a coding is sent back; needed then, and only then. */
    reason: textSchema(maxReasonLength, 1)
      .refine((reason) => reason.trim() !== '', { message: 'has words' })
      .optional(),
  })
  .refine(({ status, reason }) => (status === 'rejected') === (reason !== undefined), {
    path: ['reason'],
    message: 'comes with `rejected`, and with nothing else',
  });
export type ReviewDraft = z.infer<typeof reviewDraftSchema>;

/** `GET /status-counts`: the filters of the matrix within which codings are counted. */
export const statusCountsQuerySchema = matrixFiltersSchema.omit({ status: true });
/** How many codings wait for a decision, were accepted, and were sent back. */
export const statusCountsSchema = z.object({
  draft: countSchema,
  accepted: countSchema,
  rejected: countSchema,
});
export type StatusCounts = z.infer<typeof statusCountsSchema>;

/** The annotations whose codings were decided about, as they are now. */
export const reviewedSchema = z.object({ annotations: z.array(annotationSchema) });
