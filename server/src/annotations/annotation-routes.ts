import { z } from '@hono/zod-openapi';
import { annotationDraftSchema, annotationSchema, uuidSchema } from '@waarborg/shared/annotation';
import { annotationListSchema, annotationUpdateSchema } from '@waarborg/shared/api';
import {
  createRouter,
  describeQuery,
  describeRoute,
  dossierParameters,
  etagOf,
  expectedVersion,
  itemParameters,
  jsonBody,
  jsonContent,
  noContent,
  parseQuery,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { findDocumentId } from '../documents/document-store.ts';
import { ApiError } from '../errors.ts';
import { createAnnotation, removeAnnotation, updateAnnotation } from './annotation-service.ts';
import { findAnnotation, listAnnotations } from './annotation-store.ts';

const listQuerySchema = z.object({ document: uuidSchema.optional() });

const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/annotations',
  tags: ['annotations'],
  summary: 'Marked passages with their codings, of the dossier or of one document',
  request: { params: dossierParameters },
  parameters: describeQuery(listQuerySchema),
  responses: { 200: jsonContent(annotationListSchema, 'Annotations in the order in which they were made') },
});
const create = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/annotations',
  tags: ['annotations'],
  summary: 'Mark a passage and code it; the client makes the id',
  request: { params: dossierParameters, ...jsonBody(annotationDraftSchema) },
  responses: {
    200: jsonContent(annotationSchema, 'It was there already, with the same content'),
    201: jsonContent(annotationSchema, 'The new annotation'),
  },
});
const get = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/annotations/{id}',
  tags: ['annotations'],
  summary: 'One annotation',
  request: { params: itemParameters },
  responses: { 200: jsonContent(annotationSchema, 'The annotation') },
});
const update = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/annotations/{id}',
  tags: ['annotations'],
  summary: 'Change an annotation; If-Match names the version that is changed',
  request: { params: itemParameters, ...jsonBody(annotationUpdateSchema) },
  responses: { 200: jsonContent(annotationSchema, 'The changed annotation') },
});
const remove = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/annotations/{id}',
  tags: ['annotations'],
  summary: 'Delete an annotation',
  request: { params: itemParameters },
  responses: noContent,
});

export function annotationRoutes(database: Executor) {
  return createRouter()
    .openapi(list, async (c) => {
      const { document } = parseQuery(listQuerySchema, c);
      const { id, revision } = c.get('access').dossier;
      const current = document && (await findDocumentId(database, id, document));
      if (document && !current) throw new ApiError('document-not-found');
      return c.json({ revision, annotations: await listAnnotations(database, id, current) }, 200);
    })
    .openapi(create, async (c) => {
      const { annotation, created } = await createAnnotation(database, writerOf(c), c.req.valid('json'));
      return c.json(annotation, created ? 201 : 200, {
        ETag: etagOf(annotation.revision),
        Location: `/api/v1/dossiers/${c.get('access').dossier.slug}/annotations/${annotation.id}`,
      });
    })
    .openapi(get, async (c) => {
      const found = await findAnnotation(database, c.get('access').dossier.id, c.req.valid('param').id);
      if (!found) throw new ApiError('annotation-not-found');
      return c.json(found.annotation, 200, { ETag: etagOf(found.annotation.revision) });
    })
    .openapi(update, async (c) => {
      const expected = expectedVersion(c);
      if (expected === undefined) throw new ApiError('precondition-required');
      const { id } = c.req.valid('param');
      const annotation = await updateAnnotation(database, writerOf(c), id, c.req.valid('json'), expected);
      return c.json(annotation, 200, { ETag: etagOf(annotation.revision) });
    })
    .openapi(remove, async (c) => {
      await removeAnnotation(database, writerOf(c), c.req.valid('param').id, expectedVersion(c));
      return c.body(null, 204);
    });
}
