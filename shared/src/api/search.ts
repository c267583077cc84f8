import { z } from 'zod';
import { textSchema } from '../annotation/index.ts';
import { matrixFiltersSchema, maxQuestionLength } from '../matrix/index.ts';
import { listSchema } from './list.ts';

/** `GET /dossiers/{dossier}/search`: the words, and the filters of the matrix on codings and documents. */
export const searchQuerySchema = matrixFiltersSchema.extend({ q: textSchema(maxQuestionLength, 1) });

const offsetSchema = z.int().nonnegative();

/** A part of a text in which words were found. Text only: what is marked are places in it, never markup. */
const excerptSchema = z.object({
  of: z.enum(['quote', 'note', 'title', 'text']),
  text: z.string(),
  /** Where the part begins in the whole quote, note, title or text, in UTF-16 code units. */
  start: offsetSchema,
  /** Whether the whole goes on behind the part. */
  goesOn: z.boolean(),
  /** The words that were found, as places in `text`; `end` is the first offset after one. */
  hits: z.array(z.object({ start: offsetSchema, end: offsetSchema })),
  /** Which piece of the passage the quote is. */
  range: offsetSchema.optional(),
  /** Id of the rendition in which the text stands. */
  rendition: z.string().optional(),
});

/** A passage or a document that was found. */
const searchResultSchema = z.object({
  kind: z.enum(['passage', 'document']),
  document: z.string(),
  /** Of a passage. */
  annotation: z.string().optional(),
  excerpts: z.array(excerptSchema),
});
export type SearchResult = z.infer<typeof searchResultSchema>;

/** What was found, best first. */
export const searchResponseSchema = listSchema('results', searchResultSchema);
