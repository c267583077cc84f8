import { z } from 'zod';
import { roles } from '../dossier/index.ts';
import { listSchema } from './list.ts';
import { obstacleSchema } from './problem.ts';

/** Kinds of things that changes change. */
export const itemKinds = [
  'annotation',
  'codebook',
  'dismissal',
  'document',
  'dossier',
  'link',
  'membership',
  'outline',
  'outline-part',
  'publication',
  'reading',
  'rendition',
  'speaker',
] as const;

const revisionSchema = z.object({
  revision: z.int().positive(),
  at: z.iso.datetime(),
  /** Absent: the server did it by itself. */
  by: z.object({ id: z.string(), name: z.string() }).optional(),
  /** What happened: `update-annotation`. */
  operation: z.string(),
  /** The revision that this one takes back. */
  undoes: z.int().positive().optional(),
  /** The last revision that took this one back. */
  undoneBy: z.int().positive().optional(),
  /** How many things it changed; `items` can be fewer. */
  count: z.int().nonnegative(),
  items: z.array(
    z.object({
      kind: z.enum(itemKinds),
      id: z.string(),
      /** The thing before and after; `null` where it was not there. */
      before: z.unknown(),
      after: z.unknown(),
      /** What differs, where it was there before and after; an absent value was not there. */
      fields: z.array(
        z.object({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() }),
      ),
    }),
  ),
});
export type Revision = z.infer<typeof revisionSchema>;

/** `GET /revisions` */
export const revisionListSchema = listSchema('revisions', revisionSchema);

/** `GET /revisions/{revision}` */
export const revisionDetailSchema = revisionSchema.extend({
  undo: z.object({
    /** Smallest role that may undo it. */
    role: z.enum(roles),
    /** Fields that are not any more what it made of them. None: nothing of it was changed since. */
    obstacles: z.array(obstacleSchema),
  }),
});
export type RevisionDetail = z.infer<typeof revisionDetailSchema>;

/** `POST /revisions/{revision}/undo` */
export const undoneRevisionSchema = z.object({
  /** The revision that takes the other one back. */
  revision: z.int().positive(),
  undoes: z.int().positive(),
});
