import { z } from 'zod';
import { annotationDraftSchema, annotationSchema, uuidSchema } from '../annotation/index.ts';
import { keptCodebookSchema } from '../codebook/index.ts';
import {
  dismissalSchema,
  documentDraftSchema,
  documentSchema,
  dossierSchema,
  dossierSettingsSchema,
  keptLinkSchema,
  keptSpeakerSchema,
  readingSchema,
  renditionSchema,
  slugSchema,
} from '../dossier/index.ts';
import { itemKinds } from './history.ts';
import { listSchema } from './list.ts';

/** `GET /me`: whose session or token this is. */
export const accountResponseSchema = z.object({
  user: z.object({ id: z.string(), name: z.string() }),
  /** Slug of the dossier to which the token is limited. */
  dossier: slugSchema.optional(),
  /** Set as long as the name is the one that a server for one person gave by itself: no name for a paper. */
  isUnnamed: z.literal(true).optional(),
});
export type AccountResponse = z.infer<typeof accountResponseSchema>;

/** `GET /dossiers`. */
export const dossierListSchema = listSchema('dossiers', dossierSchema);
/** `GET /codebook`. */
export const codebookResponseSchema = keptCodebookSchema;
/** `GET /speakers`. */
export const speakerListSchema = listSchema('speakers', keptSpeakerSchema);
/** `GET /documents`. */
export const documentListSchema = listSchema('documents', documentSchema);
/** `GET /dismissals`. */
export const dismissalListSchema = listSchema('dismissals', dismissalSchema);
/** `GET /links`. */
export const linkListSchema = listSchema('links', keptLinkSchema);
/** `GET /readings`. */
export const readingListSchema = listSchema('readings', readingSchema);

/** `GET /annotations`, by the filters on passages and codings. */
export const annotationListSchema = listSchema('annotations', annotationSchema, {
  /** Revision of the dossier that the page shows. */
  revision: z.int().nonnegative(),
});

/**
 * `PUT /annotations/{id}`: all that its author can change. `source` is named when the passage was marked
 * anew, perhaps in another copy; left out it stays.
 */
export const annotationUpdateSchema = annotationDraftSchema
  .omit({ id: true, document: true })
  .partial({ source: true });
export type AnnotationUpdate = z.infer<typeof annotationUpdateSchema>;

/**
 * `PUT /documents/{id}`: what a reviewer corrects. A field that is left out stays;
 * `null` takes a date or an issuer away.
 */
export const documentUpdateSchema = z.object({
  sourceType: documentSchema.shape.sourceType.optional(),
  title: documentDraftSchema.shape.title.optional(),
  date: documentDraftSchema.shape.date.unwrap().nullable().optional(),
  /** Name, alias or id of a speaker. */
  issuer: documentDraftSchema.shape.issuer.unwrap().nullable().optional(),
});
export type DocumentUpdate = z.infer<typeof documentUpdateSchema>;

/** `GET` and `PUT /settings` */
export const keptSettingsSchema = dossierSettingsSchema.extend({
  title: dossierSchema.shape.title,
  /** Revision of the dossier in which they were last changed; their ETag is made of it. */
  revision: z.int().positive(),
});
export type KeptSettings = z.infer<typeof keptSettingsSchema>;

/** `PUT …/merged-into`: what stands for both from now on, by any of its ids. */
export const mergeSchema = z.object({ into: uuidSchema });

/** `GET /passage-counts`: how many passages each document has, those merged into it included; one without is left out. */
export const passageCountsSchema = z.object({
  counts: z.array(
    z.object({
      document: z.string(),
      passages: z.int().positive(),
      /** How many of them a reviewer confirmed to be gone from the document. */
      gone: z.int().nonnegative(),
    }),
  ),
});

/** `GET /documents/{id}/renditions`. */
export const renditionListSchema = listSchema('renditions', renditionSchema);

/** `GET /changes?since=`: the changes after a revision, in order and without gap. */
export const changesResponseSchema = z.object({
  /** Revision up to which nothing is missing; where there are more changes one asks on `since` this one. */
  revision: z.int().nonnegative(),
  /** Whether there are changes after these. */
  more: z.boolean(),
  changes: z.array(
    z.object({
      revision: z.int().positive(),
      at: z.iso.datetime(),
      by: z.string().optional(),
      operation: z.string(),
      items: z.array(
        z.object({
          kind: z.enum(itemKinds),
          id: z.string(),
          /** The thing as it now is; `null` when it was deleted. */
          after: z.unknown(),
        }),
      ),
    }),
  ),
});
export type ChangesResponse = z.infer<typeof changesResponseSchema>;
