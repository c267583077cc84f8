import { z } from 'zod';
import { annotationSchema } from '../annotation/index.ts';
import { outlinePartSchema, outlineSchema } from '../dossier/index.ts';
import { matrixFiltersSchema } from '../matrix/index.ts';
import { languages } from '../messages/index.ts';
import { listSchema } from './list.ts';

/** `GET /dossiers/{dossier}/briefing`: the filters of the matrix, and the language; without it, that of the request. */
export const briefingQuerySchema = matrixFiltersSchema.extend({ language: z.enum(languages).optional() });

/** `GET /dossiers/{dossier}/outlines` */
export const outlineListSchema = listSchema('outlines', outlineSchema);

/** `GET /dossiers/{dossier}/outlines/{id}`: the outline with everything in it, in order. */
export const outlineResponseSchema = outlineSchema.extend({
  parts: z.array(outlinePartSchema),
  /** Names by user id of those who commented. */
  people: z.record(z.string(), z.string()),
  /** The passages in it as they are now; one that was deleted is not there. */
  annotations: z.array(annotationSchema),
});
export type OutlineResponse = z.infer<typeof outlineResponseSchema>;

/** `POST /dossiers/{dossier}/outlines/{id}/passages` */
export const addedPassagesSchema = z.object({
  /** How many of the passages came to stand in the outline. */
  added: z.int().nonnegative(),
  /** How many stood in it already. */
  standing: z.int().nonnegative(),
  /** Revision by which it can be undone; absent where nothing was added. */
  revision: z.int().positive().optional(),
});
export type AddedPassages = z.infer<typeof addedPassagesSchema>;

const paperFormats = ['docx', 'markdown'] as const;

/** `GET /dossiers/{dossier}/outlines/{id}/paper`; `status` limits what the matrix in its appendix counts. */
export const paperQuerySchema = z.object({
  format: z.enum(paperFormats).default('docx'),
  language: z.enum(languages).optional(),
  status: z.enum(['accepted']).optional(),
});
