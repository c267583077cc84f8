import { searchQuerySchema, searchResponseSchema } from '@waarborg/shared/api';
import { createRouter, describeRoute, dossierParameters, jsonContent } from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { createListing } from '../lists/listing.ts';
import type { MatrixIndexes } from '../matrix/matrix-index-service.ts';
import { searchDossier } from './search-service.ts';

const listing = createListing({ keys: { relevance: undefined } }, '-relevance', searchQuerySchema);

const search = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/search',
  tags: ['search'],
  summary: 'Passages, notes, titles and texts of documents in which all words stand, in any form of them',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(searchResponseSchema, 'What was found, the best first') },
});

/** Full-text search in a dossier. */
export function searchRoutes(database: Executor, indexes: MatrixIndexes) {
  return createRouter().openapi(search, async (c) => {
    const { dossier } = c.get('access');
    const { page, filters, describe } = listing.read(c);
    const { q, ...others } = filters;
    const found = await searchDossier({ database, indexes, dossier }, q, others, page);
    return c.json({ results: [...found.entries], ...describe(found) }, 200);
  });
}
