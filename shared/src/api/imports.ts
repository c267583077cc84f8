import { z } from 'zod';

/** Most annotations in one batch. */
export const maxImported = 2_000;

/** Query of `POST /imports`: with `dryRun=true` it is said what the batch would do, and nothing is kept. */
export const importQuerySchema = z.object({ dryRun: z.enum(['true', 'false']).default('false') });

/** `POST /imports`: what a batch did. */
export const importResponseSchema = z.object({
  /** The revision that the batch is: one, which can be undone as a whole. Absent where nothing was new. */
  revision: z.int().positive().optional(),
  /** Annotations that are new. */
  created: z.int().nonnegative(),
  /** Codings of those. */
  codings: z.int().nonnegative(),
  /**
   * Annotations that were there already: drafts with the same content, and Web Annotations by the address at which
   * they were, whatever became of them here.
   */
  unchanged: z.int().nonnegative(),
  /** Names of speakers that were not known, and documents of which nothing but the address is known. */
  newSpeakers: z.array(z.string()),
  newDocuments: z.array(z.string()),
});
export type ImportResponse = z.infer<typeof importResponseSchema>;
