import { z } from 'zod';
import { annotationSchema, maxProvisionLength, textSchema, uuidSchema } from '../annotation/index.ts';
import { documentIdentifierSchema } from '../dossier/index.ts';
import { maxQuestionLength } from '../matrix/index.ts';
import { sourceGroups } from '../references/index.ts';
import { countSchema } from './count.ts';
import { listSchema } from './list.ts';

/** Longest key of a source, in UTF-16 code units. */
const maxKeyLength = 400;

/** `GET /dossiers/{dossier}/references`: which of the things that are cited. */
export const referenceQuerySchema = z.object({
  group: z.array(z.enum(sourceGroups)).max(sourceGroups.length).optional(),
  /** Words that all stand in a name of it, or in one of its articles. */
  q: textSchema(maxQuestionLength).optional(),
  /** Whether the dossier has it. Where nobody can tell which document is meant it is neither. */
  inDossier: z.enum(['yes', 'no']).optional(),
  /** Only what this document cites. */
  document: uuidSchema.optional(),
});

const citers = { passages: countSchema, documents: countSchema };

/** Something that the dossier cites: a paper, a ruling or a law with its articles. */
export const citedSourceSchema = z.object({
  /** Names it in `GET …/references/citing`. */
  key: z.string(),
  group: z.enum(sourceGroups),
  canonical: z.string(),
  identifier: documentIdentifierSchema.optional(),
  /** Where it can be read; absent where no address is certain. */
  link: z.string().optional(),
  session: z.string().optional(),
  /** The document of the dossier that it is. */
  document: z.string().optional(),
  /** How many passages cite it, and how many documents do so anywhere in their text. */
  ...citers,
  articles: z.array(z.object({ article: z.string(), link: z.string().optional(), ...citers })),
});
export type ListedSource = z.infer<typeof citedSourceSchema>;

const revision = { revision: z.int().nonnegative() };

/** `GET /dossiers/{dossier}/references`: what the dossier cites. */
export const referenceListSchema = listSchema('references', citedSourceSchema, revision);

/** `GET /dossiers/{dossier}/references/citing`: who cites a source, or an article of it. */
export const citingQuerySchema = z.object({
  source: textSchema(maxKeyLength, 1),
  article: textSchema(maxProvisionLength, 1).optional(),
});

/** The passages that cite it, page by page; what it is; and every document that cites it. */
export const citingResponseSchema = listSchema('annotations', annotationSchema, {
  ...revision,
  /** Absent where nothing cites it, or no more. */
  reference: citedSourceSchema.optional(),
  /** Ids of the documents that cite it, in a passage or elsewhere in their text. */
  documents: z.array(z.string()),
});
export type CitingResponse = z.infer<typeof citingResponseSchema>;
