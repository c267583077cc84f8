import { z } from 'zod';
import { nameSchema, textSchema, uuidSchema } from '../annotation/index.ts';
import { listSchema } from './list.ts';
import { layoutFields, matrixQuerySchema } from './matrix.ts';

/** Longest title of a publication, in UTF-16 code units. */
export const maxPublicationTitleLength = 200;
/** Longest note above a publication, in UTF-16 code units. */
export const maxPublicationNoteLength = 2_000;

/**
 * The view that a copy opens with: axes, filters and layout. Who coded is no part of a copy, so neither is a filter on
 * it; which codings go in, `acceptedOnly` says.
 */
const publishedViewSchema = matrixQuerySchema.omit({ reviewer: true, status: true }).extend(layoutFields);

/** `POST /publications`: a frozen copy of the matrix, as it is shown. */
export const publicationDraftSchema = z.object({
  title: nameSchema(maxPublicationTitleLength),
  /** What readers are told above the copy. */
  note: textSchema(maxPublicationNoteLength, 1).optional(),
  /** Instant before which nobody reads it; absent: it is read at once. */
  embargo: z.iso.datetime().optional(),
  /** Whether only what a curator accepted goes in; else what waits for a decision too. Never what was sent back. */
  acceptedOnly: z.boolean(),
  view: publishedViewSchema,
});
export type PublicationDraft = z.output<typeof publicationDraftSchema>;

/** A published copy as its dossier lists it. */
export const publicationSchema = z.object({
  id: uuidSchema,
  title: z.string(),
  note: z.string().optional(),
  embargo: z.iso.datetime().optional(),
  /** Whether only what a curator accepted is in it. */
  acceptedOnly: z.boolean(),
  /** Instant at which it was made. */
  made: z.iso.datetime(),
  /** Instant at which it was withdrawn: its content is gone then. */
  withdrawn: z.iso.datetime().optional(),
  /** Who made it. */
  by: z.object({ id: z.string(), name: z.string() }),
  /** Address at which anybody reads it; for curators only, and absent once it is withdrawn. */
  link: z.url().optional(),
  /** Revision of the dossier that made or withdrew it; its ETag is made of it. */
  revision: z.int().positive(),
});
export type Publication = z.infer<typeof publicationSchema>;

/** Whether only who may publish reads it yet. */
export function isUnderEmbargo({ embargo, withdrawn }: Pick<Publication, 'embargo' | 'withdrawn'>): boolean {
  return withdrawn === undefined && embargo !== undefined && new Date(embargo) > new Date();
}

/** `GET /publications`. */
export const publicationListSchema = listSchema('publications', publicationSchema);
