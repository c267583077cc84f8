import {
  reviewDraftSchema,
  reviewedSchema,
  statusCountsQuerySchema,
  statusCountsSchema,
} from '@waarborg/shared/api';
import { countByStatus, currentFilters } from '@waarborg/shared/matrix';
import {
  createRouter,
  describeQuery,
  describeRoute,
  dossierParameters,
  jsonBody,
  jsonContent,
  parseQuery,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import type { MatrixIndexes } from '../matrix/matrix-index-service.ts';
import { reviewCodings } from './review-service.ts';

const review = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/reviews',
  tags: ['annotations'],
  summary: 'Accept codings, send them back with a reason, or make them drafts again',
  request: { params: dossierParameters, ...jsonBody(reviewDraftSchema) },
  responses: { 200: jsonContent(reviewedSchema, 'The annotations as they are now') },
});
const counts = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/status-counts',
  tags: ['annotations'],
  summary:
    'How many codings wait for a decision, were accepted and were sent back, within the filters of the matrix',
  request: { params: dossierParameters },
  parameters: describeQuery(statusCountsQuerySchema),
  responses: { 200: jsonContent(statusCountsSchema, 'Codings by status') },
});

/** What curators decide about codings, and how far they got. */
export function reviewRoutes(database: Executor, indexes: MatrixIndexes) {
  return createRouter()
    .openapi(review, async (c) => {
      const annotations = await reviewCodings(database, writerOf(c), c.req.valid('json'));
      return c.json({ annotations }, 200);
    })
    .openapi(counts, async (c) => {
      const { dossier } = c.get('access');
      const filters = parseQuery(statusCountsQuerySchema, c);
      const { index } = await indexes.get(dossier.id, dossier.revision);
      return c.json(countByStatus(index, currentFilters(index.frame, filters)), 200);
    });
}
