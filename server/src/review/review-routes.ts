import { reviewDraftSchema, reviewedSchema } from '@waarborg/shared/api';
import {
  createRouter,
  describeRoute,
  dossierParameters,
  jsonBody,
  jsonContent,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { reviewCodings } from './review-service.ts';

const review = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/reviews',
  tags: ['annotations'],
  summary: 'Accept codings, send them back with a reason, or make them drafts again',
  request: { params: dossierParameters, ...jsonBody(reviewDraftSchema) },
  responses: { 200: jsonContent(reviewedSchema, 'The annotations as they are now') },
});

/** What curators decide about codings. */
export function reviewRoutes(database: Executor) {
  return createRouter().openapi(review, async (c) => {
    const annotations = await reviewCodings(database, writerOf(c), c.req.valid('json'));
    return c.json({ annotations }, 200);
  });
}
