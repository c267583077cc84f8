import {
  citingQuerySchema,
  citingResponseSchema,
  referenceListSchema,
  referenceQuerySchema,
} from '@waarborg/shared/api';
import { findNamesVersion } from '../accounts/user-store.ts';
import { listAnnotationsById } from '../annotations/annotation-store.ts';
import { createRouter, describeRoute, dossierParameters, jsonContent } from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { findDocumentId } from '../documents/document-store.ts';
import { createVersionedAnswer } from '../dossiers/versioned-answer.ts';
import { ApiError } from '../errors.ts';
import { createListing } from '../lists/listing.ts';
import { takePageOf } from '../lists/take-page-of.ts';
import type { ReferenceIndexes } from './reference-index-service.ts';
import { findCiters, listReferences, referenceOrder } from './reference-service.ts';

const notModified = { 304: { description: 'Nothing changed' } } as const;

const listing = createListing(referenceOrder, '-documents', referenceQuerySchema);
const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/references',
  tags: ['references'],
  summary: 'The papers, rulings and laws that passages and documents cite',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: {
    200: jsonContent(referenceListSchema, 'What is cited, by default what most documents cite first'),
    ...notModified,
  },
});

const citingListing = createListing({ keys: { passage: undefined } }, 'passage', citingQuerySchema);
const citing = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/references/citing',
  tags: ['references'],
  summary: 'Every passage that cites a source or an article of it, and the documents that do',
  request: { params: dossierParameters },
  parameters: citingListing.parameters,
  responses: {
    200: jsonContent(citingResponseSchema, 'Passages in the order in which they were made'),
    ...notModified,
  },
});

/** What a dossier cites. `program` names what reads it: another one may find otherwise. */
export function referenceRoutes(database: Executor, indexes: ReferenceIndexes, program: string) {
  const answerAsOf = createVersionedAnswer(database, program);
  return createRouter()
    .openapi(list, async (c) => {
      const { page, filters, describe } = listing.read(c);
      const { document: named, ...others } = filters;
      const document = named && (await findDocumentId(database, c.get('access').dossier.id, named));
      if (named && !document) {
        throw new ApiError('document-not-found', [{ path: 'document', message: named }]);
      }
      return answerAsOf(c, indexes, 'references', (dossier) => {
        const found = listReferences(dossier, { ...others, document }, page);
        const references = found.entries;
        return JSON.stringify({ revision: dossier.revision, references, ...describe(found) });
      }) as Promise<never>;
    })
    .openapi(citing, async (c) => {
      const { page, filters, describe } = citingListing.read(c);
      // Passages name who marked them.
      const variant = `citing-${await findNamesVersion(database)}`;
      return answerAsOf(c, indexes, variant, async (dossier) => {
        const { source, passages, documents } = findCiters(dossier, filters.source, filters.article);
        const found = takePageOf(passages, { keyOf: (id) => id, idOf: (id) => id }, page);
        const annotations = await listAnnotationsById(database, c.get('access').dossier.id, found.entries);
        return JSON.stringify({
          revision: dossier.revision,
          ...(source ? { reference: source } : {}),
          documents,
          annotations,
          ...describe(found),
        });
      }) as Promise<never>;
    });
}
