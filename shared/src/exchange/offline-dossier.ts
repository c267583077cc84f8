import { z } from 'zod';
import { annotationSchema } from '../annotation/index.ts';
import { keptCodebookSchema } from '../codebook/index.ts';
import {
  documentSchema,
  dossierSchema,
  keptSpeakerSchema,
  linkSchema,
  readingSchema,
} from '../dossier/index.ts';

/** What a file for offline reading carries: all that a matrix is counted from, as of one revision. */
export const offlineDossierSchema = z.object({
  dossier: dossierSchema,
  codebook: keptCodebookSchema,
  speakers: z.array(keptSpeakerSchema),
  documents: z.array(documentSchema),
  /** Between passages that are in the file; repeats decide what is one claim. */
  links: z.array(linkSchema),
  readings: z.array(readingSchema),
  annotations: z.array(annotationSchema),
  /** Of a part of a dossier the cells that are empty in it only (`foundElsewhere`); of what is there, nothing else is said. */
  elsewhere: z.array(z.object({ safeguard: z.string(), impact: z.string() })).optional(),
  /** ISO 8601 instant at which the file was made. */
  made: z.iso.datetime(),
  /** Query string of the matrix page that it opens with. */
  search: z.string(),
});
export type OfflineDossier = z.infer<typeof offlineDossierSchema>;
