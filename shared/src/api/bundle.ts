import { z } from 'zod';
import { annotationDraftSchema, uuidSchema } from '../annotation/index.ts';
import { conceptGroupSchema, conceptSchema } from '../codebook/index.ts';
import {
  documentDraftSchema,
  linkSchema,
  renditionDraftSchema,
  speakerDraftSchema,
} from '../dossier/index.ts';
import { countSchema } from './count.ts';

/** Most passages in one bundle. */
export const maxBundled = 10_000;

/**
 * `POST /imports/bundle`: what a file brings into a dossier, as one revision. What is there already is left as it is:
 * concepts and groups by id, speakers by name, documents by identifier or address, passages and links by id.
 */
export const bundleSchema = z.object({
  groups: z.array(conceptGroupSchema).max(500).default([]),
  concepts: z.array(conceptSchema).max(2_000).default([]),
  speakers: z.array(speakerDraftSchema).max(10_000).default([]),
  documents: z.array(documentDraftSchema).max(maxBundled).default([]),
  /** Texts of documents as they were read; kept where the dossier keeps texts of such documents. */
  renditions: z
    .array(renditionDraftSchema.extend({ document: uuidSchema }))
    .max(maxBundled)
    .default([]),
  annotations: z.array(annotationDraftSchema).max(maxBundled).default([]),
  links: z.array(linkSchema).max(maxBundled).default([]),
});
export type Bundle = z.output<typeof bundleSchema>;

/** What a bundle did, or with `dryRun` would do: how many things of each kind are new. */
export const bundleResponseSchema = z.object({
  /** The revision that the bundle is; absent where nothing was new, and in a dry run. */
  revision: z.int().positive().optional(),
  created: z.object({
    groups: countSchema,
    concepts: countSchema,
    speakers: countSchema,
    documents: countSchema,
    renditions: countSchema,
    passages: countSchema,
    codings: countSchema,
    links: countSchema,
  }),
  /** Passages that were there already, or that somebody took away before; they are left as they are. */
  known: countSchema,
  /** Codings of those that are there, which say of them what the dossier has nobody say; they do not come in either. */
  leftOut: countSchema,
  /** Concepts and groups that are there already and that the file words otherwise; they are left as they are. */
  differing: countSchema,
});
export type BundleResponse = z.infer<typeof bundleResponseSchema>;
