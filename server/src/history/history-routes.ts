import { z } from '@hono/zod-openapi';
import { textSchema } from '@waarborg/shared/annotation';
import {
  itemKinds,
  revisionDetailSchema,
  revisionListSchema,
  undoneRevisionSchema,
} from '@waarborg/shared/api';
import {
  createRouter,
  describeRoute,
  dossierParameters,
  jsonContent,
  revisionSchema,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { anyOf, createListing } from '../lists/listing.ts';
import { describeRevisions, getRevisionDetail } from './history-service.ts';
import { listRevisionPage, revisionOrder } from './history-store.ts';
import { undoRevision } from './undo-service.ts';

const revisionParameters = dossierParameters.extend({ revision: revisionSchema });

const listing = createListing(
  revisionOrder,
  '-revision',
  z.object({
    kind: anyOf(z.enum(itemKinds)),
    item: anyOf(textSchema(200, 1)),
    operation: anyOf(textSchema(100, 1)),
    by: anyOf(textSchema(200, 1)),
  }),
);

const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/revisions',
  tags: ['history'],
  summary: 'Who changed what and when, with before and after; of the dossier, or of one thing',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(revisionListSchema, 'Revisions, latest first') },
});
const get = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/revisions/{revision}',
  tags: ['history'],
  summary: 'One revision, and what stands in the way of undoing it',
  request: { params: revisionParameters },
  responses: { 200: jsonContent(revisionDetailSchema, 'The revision') },
});
const undo = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/revisions/{revision}/undo',
  tags: ['history'],
  summary: 'Undo a revision, while what it changed still is what it made of it',
  request: { params: revisionParameters },
  responses: { 200: jsonContent(undoneRevisionSchema, 'The revision that undoes it') },
});

/** The history of a dossier, and the way back. */
export function historyRoutes(database: Executor) {
  return createRouter()
    .openapi(list, async (c) => {
      const { dossier } = c.get('access');
      const { page, filters, describe } = listing.read(c);
      const found = await listRevisionPage(database, dossier.id, filters, page);
      const { kind, item } = filters;
      const revisions = await describeRevisions(database, dossier.id, found.entries, { kind, item });
      return c.json({ revisions, ...describe(found) }, 200);
    })
    .openapi(get, async (c) => {
      const { revision } = c.req.valid('param');
      return c.json(await getRevisionDetail(database, c.get('access').dossier.id, revision), 200);
    })
    .openapi(undo, async (c) => {
      const { revision } = c.req.valid('param');
      return c.json(await undoRevision(database, writerOf(c), c.get('access').role, revision), 200);
    });
}
