import { z } from '@hono/zod-openapi';
import { textSchema, uuidSchema } from '@waarborg/shared/annotation';
import { readingListSchema } from '@waarborg/shared/api';
import { readingDraftSchema } from '@waarborg/shared/dossier';
import {
  createRouter,
  describeRoute,
  dossierParameters,
  etagOf,
  expectedVersion,
  jsonBody,
  jsonContent,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { anyOf, createListing } from '../lists/listing.ts';
import { recordReading } from './reading-service.ts';
import { listReadingPage, readingOrder } from './reading-store.ts';

const listing = createListing(
  readingOrder,
  'document',
  z.object({ document: anyOf(uuidSchema), reviewer: anyOf(textSchema(200, 1)) }),
);

const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/readings',
  tags: ['readings'],
  summary: 'What has been read, by whom and for which safeguards',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(readingListSchema, 'Readings') },
});
const save = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/readings',
  version: 'may',
  tags: ['readings'],
  summary:
    'Say for which safeguards one has read a document; the version is the revision that changed last what one has read of it, 0 where none did',
  request: { params: dossierParameters, ...jsonBody(readingDraftSchema) },
  responses: { 200: jsonContent(readingListSchema, 'All readings of the document') },
});

/** Who read which documents of a dossier, and for which safeguards. */
export function readingRoutes(database: Executor) {
  return createRouter()
    .openapi(list, async (c) => {
      const { page, filters, describe } = listing.read(c);
      const found = await listReadingPage(database, c.get('access').dossier.id, filters, page);
      return c.json({ readings: [...found.entries], ...describe(found) }, 200);
    })
    .openapi(save, async (c) => {
      const draft = c.req.valid('json');
      const { readings, revision } = await recordReading(database, writerOf(c), draft, expectedVersion(c));
      return c.json({ readings }, 200, { ETag: etagOf(revision) });
    });
}
