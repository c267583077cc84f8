import {
  bundleResponseSchema,
  bundleSchema,
  importQuerySchema,
  importResponseSchema,
} from '@waarborg/shared/api';
import { isAllowed } from '@waarborg/shared/dossier';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Env } from '../accounts/authenticate.ts';
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
import { ApiError } from '../errors.ts';
import { importBundle } from './bundle-service.ts';
import { importBatch } from './import-service.ts';
import { readBatch } from './read-batch.ts';

/** Newline-delimited JSON: one annotation on each line. */
const linesType = 'application/x-ndjson';

const create = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/imports',
  tags: ['annotations'],
  summary:
    'Add up to 2,000 annotations as one revision, or none: drafts or Web Annotations, as a list or one on each line',
  request: {
    params: dossierParameters,
    body: { content: { [linesType]: { schema: z.string() } } },
  },
  parameters: describeQuery(importQuerySchema),
  responses: { 200: jsonContent(importResponseSchema, 'What the batch did, or with `dryRun` would do') },
});

const bundle = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/imports/bundle',
  tags: ['exchange'],
  summary:
    'Bring in what a file holds as one revision, or nothing of it: documents with their texts, speakers, concepts, passages and links',
  request: { params: dossierParameters, ...jsonBody(bundleSchema) },
  parameters: describeQuery(importQuerySchema),
  responses: { 200: jsonContent(bundleResponseSchema, 'What the bundle did, or with `dryRun` would do') },
});

/** Whether the batch comes line by line; else it is a list. */
function isInLines(c: Context<Env>): boolean {
  const [type = ''] = (c.req.header('content-type') ?? 'application/json').toLowerCase().split(';');
  if (type.trim() === linesType) return true;
  if (type.trim() !== 'application/json') throw new ApiError('unsupported-media-type');
  return false;
}

/** Annotations in batches. Whoever imports more sends batch after batch: between two it can stop. */
export function importRoutes(database: Executor) {
  return createRouter()
    .openapi(create, async (c) => {
      const { dryRun } = parseQuery(importQuerySchema, c);
      const entries = readBatch(await c.req.text(), isInLines(c));
      return c.json(await importBatch(database, writerOf(c), entries, { isDryRun: dryRun === 'true' }), 200);
    })
    .openapi(bundle, async (c) => {
      const { dryRun } = parseQuery(importQuerySchema, c);
      const content = c.req.valid('json');
      const options = {
        isDryRun: dryRun === 'true',
        // Who may not change the codebook by hand may not by a file either.
        mayChangeCodebook: isAllowed(c.get('access').role, 'curator'),
        signal: c.req.raw.signal,
      };
      return c.json(await importBundle(database, writerOf(c), content, options), 200);
    });
}
