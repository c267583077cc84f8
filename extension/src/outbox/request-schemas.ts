import { annotationDraftSchema, sha256Schema, uuidSchema } from '@waarborg/shared/annotation';
import {
  dismissalDraftSchema,
  documentDraftSchema,
  documentIdentifierSchema,
  readingDraftSchema,
  renditionDraftSchema,
  slugSchema,
} from '@waarborg/shared/dossier';
import { z } from 'zod';

/**
 * What the background takes. A hostile page may get hold of a content script, so nothing is
 * believed because it came in the right envelope.
 */
export const candidateSchema = documentDraftSchema.omit({ id: true });
export const shownSchema = z.union([
  candidateSchema,
  z.object({
    address: z.url(),
    title: z.string(),
    heading: z.string(),
    metadata: z.array(z.object({ name: z.string(), content: z.string(), scheme: z.string() })),
    labels: z.array(z.string()),
    canonical: z.string(),
    beginning: z.string(),
  }),
]);
export const idSchema = z.object({ id: uuidSchema });
export const identifiersSchema = z.object({ identifiers: z.array(documentIdentifierSchema) });
export const documentIdSchema = z.object({ document: uuidSchema });
export const passageSearchSchema = z.object({ words: z.string(), except: uuidSchema, document: uuidSchema });
export const revisionUndoSchema = z.object({ revision: z.int().positive(), key: uuidSchema });
export const keySchema = z.object({ key: z.string() });
export const tabSchema = z.object({ tab: z.int() });
export const slugInputSchema = z.object({ slug: slugSchema });
const baseSchema = z.int().positive().optional();
export const deletedAnnotationSchema = idSchema.extend({ base: baseSchema });
export const savedAnnotationSchema = z.object({
  annotation: annotationDraftSchema,
  base: baseSchema,
  document: documentDraftSchema,
  rendition: renditionDraftSchema.optional(),
});
export const savedDocumentSchema = z.object({
  document: documentDraftSchema,
  seen: documentDraftSchema,
  base: baseSchema,
});
export const savedReadingSchema = z.object({ reading: readingDraftSchema, document: documentDraftSchema });
export const savedDismissalSchema = z.object({
  dismissal: dismissalDraftSchema,
  document: documentDraftSchema,
});
export const pageReportSchema = z.object({
  tab: z.int().optional(),
  candidate: shownSchema,
  mediaType: z.enum(['text/html', 'application/pdf']),
  trouble: z
    .enum(['no-text', 'not-a-pdf', 'empty-pdf', 'encrypted-pdf', 'locked-pdf', 'not-connected'])
    .optional(),
  passages: z.array(
    z.object({ id: z.string(), state: z.enum(['exact', 'moved', 'changed', 'typed', 'orphan']) }),
  ),
});
const quoteSchema = z.object({
  exact: z.string(),
  prefix: z.string().exactOptional(),
  suffix: z.string().exactOptional(),
  start: z.int().exactOptional(),
  end: z.int().exactOptional(),
  rendition: sha256Schema.exactOptional(),
});
export const anchoringSchema = z.object({
  text: z.string(),
  quotes: z.array(quoteSchema),
});
export const accountDraftSchema = z.object({
  server: z.url({ protocol: /^https?$/ }),
  user: z.object({ id: z.string(), name: z.string() }),
  dossiers: z.array(z.object({ slug: slugSchema, title: z.string(), token: z.string() })).min(1),
});
export const synchroniseSchema = z.object({ onlyIfDue: z.boolean() }).nullish();
export const nothingSchema = z.unknown().transform(() => undefined as never);
