import { z } from 'zod';
import { annotationSchema, textSchema } from '../annotation/index.ts';
import { axes, matrixFiltersSchema, stances } from '../matrix/index.ts';

const count = z.int().nonnegative();

const coverageSchema = z.object({ documents: count, of: count });

const countsSchema = z.object({
  claims: count,
  documents: count,
  speakers: count,
  directions: z.object({ favourable: count, unfavourable: count, neutral: count, unclear: count }),
  stances: z.object({ helps: count, hurts: count, noEffect: count, none: count }),
  contested: z.boolean(),
  denied: z.boolean(),
  mixed: z.boolean(),
  opposition: z.array(
    z.object({
      helps: z.string(),
      hurts: z.string(),
      helpsId: z.string(),
      hurtsId: z.string(),
      normMeetsExpectation: z.boolean(),
    }),
  ),
  disagreements: count,
});

const memberSchema = z.object({
  id: z.string(),
  label: z.string(),
  shortLabel: z.string().optional(),
  group: z.string().optional(),
});

/** `GET /dossiers/{dossier}/matrix`. */
export const matrixResponseSchema = z.object({
  revision: count,
  rows: z.array(memberSchema),
  columns: z.array(memberSchema),
  cells: z.array(
    countsSchema.extend({
      row: z.string(),
      column: z.string(),
      state: z.enum(['evidence', 'not-read', 'nothing-found']),
      read: coverageSchema,
    }),
  ),
  totals: z.object({
    rows: z.record(z.string(), countsSchema.extend({ read: coverageSchema })),
    columns: z.record(z.string(), countsSchema),
    all: countsSchema.extend({ read: coverageSchema }),
  }),
  disputed: z.array(z.string()),
});
export type MatrixResponse = z.infer<typeof matrixResponseSchema>;

/** Axes and filters of the matrix, after repeated query parameters have become lists. */
export const matrixQuerySchema = matrixFiltersSchema.extend({
  rows: z.enum(axes).default('safeguard'),
  columns: z.enum(axes).default('impact'),
});

/** The same, and which number is asked about: a cell, a total (one of both) or everything (neither). */
export const cellQuerySchema = matrixQuerySchema.extend({
  row: textSchema(200).optional(),
  column: textSchema(200).optional(),
});

/** `GET /dossiers/{dossier}/matrix/cell`: the claims that a number counts, and the passages behind them. */
export const cellResponseSchema = z.object({
  revision: count,
  claims: z.array(
    z.object({
      places: z.array(
        z.object({
          annotation: z.string(),
          coding: z.string(),
          document: z.string(),
          speaker: z.string(),
          stance: z.enum(stances),
          reviewersDiffer: z.boolean(),
        }),
      ),
    }),
  ),
  annotations: z.array(annotationSchema),
});
export type CellResponse = z.infer<typeof cellResponseSchema>;
