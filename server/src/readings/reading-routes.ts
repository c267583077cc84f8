import { readingListSchema } from '@waarborg/shared/api';
import { readingDraftSchema } from '@waarborg/shared/dossier';
import {
  createRouter,
  describeRoute,
  dossierParameters,
  jsonBody,
  jsonContent,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { recordReading } from './reading-service.ts';
import { listReadings } from './reading-store.ts';

const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/readings',
  tags: ['readings'],
  summary: 'What has been read, by whom and for which safeguards',
  request: { params: dossierParameters },
  responses: { 200: jsonContent(readingListSchema, 'Readings') },
});
const save = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/readings',
  tags: ['readings'],
  summary: 'Say for which safeguards one has read a document',
  request: { params: dossierParameters, ...jsonBody(readingDraftSchema) },
  responses: { 200: jsonContent(readingListSchema, 'All readings of the document') },
});

export function readingRoutes(database: Executor) {
  return createRouter()
    .openapi(list, async (c) =>
      c.json({ readings: await listReadings(database, c.get('access').dossier.id) }, 200),
    )
    .openapi(save, async (c) => {
      const readings = await recordReading(database, writerOf(c), c.req.valid('json'));
      return c.json({ readings }, 200);
    });
}
