import { z } from '@hono/zod-openapi';
import {
  annotationDraftSchema,
  annotationSchema,
  bases,
  conceptIdSchema,
  directions,
  measures,
  stages,
  statuses,
  textSchema,
  uuidSchema,
} from '@waarborg/shared/annotation';
import { annotationListSchema, annotationUpdateSchema } from '@waarborg/shared/api';
import {
  answerDeleted,
  createRouter,
  deleted,
  describeRoute,
  dossierParameters,
  etagOf,
  itemParameters,
  jsonBody,
  jsonContent,
  neededVersion,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { findDocumentId, listMergedIds } from '../documents/document-store.ts';
import { ApiError } from '../errors.ts';
import { anyOf, createListing } from '../lists/listing.ts';
import { createAnnotation, removeAnnotation, updateAnnotation } from './annotation-service.ts';
import { annotationOrder, findAnnotation, listAnnotationPage } from './annotation-store.ts';

const listing = createListing(
  annotationOrder,
  'created',
  z.object({
    document: anyOf(uuidSchema),
    /** Ids of accounts; `me` is whoever asks. */
    reviewer: anyOf(textSchema(200, 1)),
    /** Whether a reviewer confirmed that the passage is not in its document any more. */
    gone: z.enum(['true', 'false']).optional(),
    ...{ safeguard: anyOf(conceptIdSchema), impact: anyOf(conceptIdSchema) },
    ...{ measure: anyOf(z.enum(measures)), stage: anyOf(z.enum(stages)) },
    ...{ direction: anyOf(z.enum(directions)), basis: anyOf(z.enum(bases)) },
    ...{ speaker: anyOf(uuidSchema), provision: anyOf(textSchema(200, 1)), status: anyOf(z.enum(statuses)) },
  }),
);

const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/annotations',
  tags: ['annotations'],
  summary: 'Marked passages with their codings; the reviewer "me" is whoever asks',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(annotationListSchema, 'Annotations in the order in which they were made') },
});
const create = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/annotations',
  tags: ['annotations'],
  summary:
    'Mark a passage and code it; the client makes the id. Codings that are the same in every part are kept as one',
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
  version: 'must',
  tags: ['annotations'],
  summary: 'Change an annotation; If-Match names the version that is changed',
  request: { params: itemParameters, ...jsonBody(annotationUpdateSchema) },
  responses: { 200: jsonContent(annotationSchema, 'The changed annotation') },
});
const remove = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/annotations/{id}',
  version: 'must',
  tags: ['annotations'],
  summary: 'Delete an annotation; If-Match names the version that is deleted',
  request: { params: itemParameters },
  responses: deleted,
});

/** The passages of a dossier with their codings. */
export function annotationRoutes(database: Executor) {
  /** A document and all that was merged into it. */
  const getDocumentIds = async (dossier: string, id: string) => {
    const current = await findDocumentId(database, dossier, id);
    if (!current) throw new ApiError('document-not-found', [{ path: 'document', message: id }]);
    return listMergedIds(database, [current]);
  };
  return createRouter()
    .openapi(list, async (c) => {
      const { id, revision } = c.get('access').dossier;
      const { page, filters, describe } = listing.read(c);
      const { document: named, reviewer, speaker, gone, ...coding } = filters;
      const document = (await Promise.all((named ?? []).map((one) => getDocumentIds(id, one)))).flat();
      const wanted = {
        document,
        reviewer: reviewer?.map((one) => (one === 'me' ? c.get('account').user.id : one)),
        isGone: gone === undefined ? undefined : gone === 'true',
        coding: { ...coding, speaker_id: speaker },
      };
      const found = await listAnnotationPage(database, id, wanted, page);
      const annotations = found.entries.map(({ annotation }) => annotation);
      return c.json({ revision, annotations, ...describe(found) }, 200);
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
      const expected = neededVersion(c);
      const { id } = c.req.valid('param');
      const annotation = await updateAnnotation(database, writerOf(c), id, c.req.valid('json'), expected);
      return c.json(annotation, 200, { ETag: etagOf(annotation.revision) });
    })
    .openapi(remove, async (c) => {
      return answerDeleted(
        c,
        await removeAnnotation(database, writerOf(c), c.req.valid('param').id, neededVersion(c)),
      );
    });
}
