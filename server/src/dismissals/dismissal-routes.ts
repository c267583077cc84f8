import { z } from '@hono/zod-openapi';
import { conceptIdSchema, uuidSchema } from '@waarborg/shared/annotation';
import { dismissalListSchema } from '@waarborg/shared/api';
import { dismissalDraftSchema, dismissalSchema } from '@waarborg/shared/dossier';
import {
  answerDeleted,
  createRouter,
  deleted,
  describeRoute,
  dossierParameters,
  etagOf,
  expectedVersion,
  itemParameters,
  jsonBody,
  jsonContent,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { anyOf, createListing } from '../lists/listing.ts';
import { dismissSuggestion, restoreSuggestion } from './dismissal-service.ts';
import { dismissalOrder, listDismissalPage } from './dismissal-store.ts';

const listing = createListing(
  dismissalOrder,
  'id',
  z.object({ document: anyOf(uuidSchema), safeguard: anyOf(conceptIdSchema) }),
);

const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/dismissals',
  tags: ['dismissals'],
  summary: 'Suggestions that the team does not want to see again',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(dismissalListSchema, 'Dismissed suggestions') },
});
const dismiss = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/dismissals/{id}',
  version: 'may',
  tags: ['dismissals'],
  summary:
    'Dismiss a suggestion; the client makes the id, the same for the same suggestion. The version is the revision that dismissed it, 0 where none did',
  request: { params: itemParameters, ...jsonBody(dismissalDraftSchema) },
  responses: {
    200: jsonContent(dismissalSchema, 'It was dismissed already'),
    201: jsonContent(dismissalSchema, 'It is dismissed'),
  },
});
const restore = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/dismissals/{id}',
  version: 'may',
  tags: ['dismissals'],
  summary: 'Let a dismissed suggestion be made again',
  request: { params: itemParameters },
  responses: deleted,
});

/** The suggestions that a team does not want to see again. */
export function dismissalRoutes(database: Executor) {
  return createRouter()
    .openapi(list, async (c) => {
      const { page, filters, describe } = listing.read(c);
      const found = await listDismissalPage(database, c.get('access').dossier.id, filters, page);
      return c.json({ dismissals: [...found.entries], ...describe(found) }, 200);
    })
    .openapi(dismiss, async (c) => {
      const { id } = c.req.valid('param');
      const draft = c.req.valid('json');
      const expected = expectedVersion(c);
      const { dismissal, created } = await dismissSuggestion(database, writerOf(c), { id, draft, expected });
      return c.json(dismissal, created ? 201 : 200, { ETag: etagOf(dismissal.revision) });
    })
    .openapi(restore, async (c) => {
      const { id } = c.req.valid('param');
      return answerDeleted(c, await restoreSuggestion(database, writerOf(c), id, expectedVersion(c)));
    });
}
