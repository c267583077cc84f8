import { z } from 'zod';
import { annotationDraftSchema, codingDraftSchema, passageRangeSchema } from '../annotation/index.ts';
import { documentDraftSchema, renditionDraftSchema } from '../dossier/index.ts';

/** Which document a source is, and whether its text is one that was read or only its quotes one under the other. */
export const sourceRemarkSchema = z.object({
  document: documentDraftSchema,
  /** Where the text was read; absent where it holds only the quotes. */
  text: renditionDraftSchema.omit({ text: true }).optional(),
});
export type SourceRemark = z.infer<typeof sourceRemarkSchema>;

const rangeShape = passageRangeSchema.shape;

/** What a selection says beyond its place and its codes. Selections of one passage are its pieces, for each of its codings. */
export const selectionRemarkSchema = z.object({
  /** Id of the passage. */
  passage: annotationDraftSchema.shape.id,
  source: annotationDraftSchema.shape.source,
  rendition: annotationDraftSchema.shape.rendition,
  gone: annotationDraftSchema.shape.gone,
  /** Which piece of the passage it is, from 0. */
  piece: z.int().nonnegative(),
  prefix: rangeShape.prefix,
  suffix: rangeShape.suffix,
  page: rangeShape.page,
  section: rangeShape.section,
  /** Where the piece stood in the text in which it was marked, where that is not the text of the source. */
  place: z.object({ start: z.int(), end: z.int(), astralBefore: z.int().optional() }).optional(),
  /** Which coding of the passage it is, from 0, with what is no code; absent for a passage without coding. */
  coding: codingDraftSchema
    .pick({ provision: true, quantity: true, reportedBy: true })
    .extend({ index: z.int().nonnegative() })
    .optional(),
});
export type SelectionRemark = z.infer<typeof selectionRemarkSchema>;
