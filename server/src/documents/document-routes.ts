import { z } from '@hono/zod-openapi';
import { sha256Schema, uuidSchema } from '@waarborg/shared/annotation';
import {
  documentListSchema,
  documentUpdateSchema,
  mergeSchema,
  passageCountsSchema,
  renditionListSchema,
} from '@waarborg/shared/api';
import {
  documentDraftSchema,
  documentSchema,
  renditionDraftSchema,
  renditionSchema,
  sourceTypes,
} from '@waarborg/shared/dossier';
import {
  answerAdded,
  answerDeleted,
  answerItem,
  createRouter,
  deleted,
  describeRoute,
  dossierParameters,
  expectedVersion,
  itemParameters,
  jsonBody,
  jsonContent,
  neededVersion,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { anyOf, createListing } from '../lists/listing.ts';
import { deleteDocument } from './delete-document.ts';
import { documentOrder, listDocumentPage, listMergedPage } from './document-page-store.ts';
import { correctDocument, mergeDocument, proposeDocument, separateDocument } from './document-service.ts';
import { findDocumentById, findDocumentId } from './document-store.ts';
import { countPassages } from './passage-count-store.ts';
import { addRendition } from './rendition-service.ts';
import { findRenditionText, listRenditionPage, renditionOrder } from './rendition-store.ts';

const listing = createListing(
  documentOrder,
  'date',
  z.object({ sourceType: anyOf(z.enum(sourceTypes)), issuer: anyOf(uuidSchema) }),
);

const textListing = createListing(
  renditionOrder,
  'retrieved',
  z.object({ mediaType: anyOf(renditionSchema.shape.mediaType) }),
);

const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/documents',
  tags: ['documents'],
  summary: 'The documents of the dossier',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(documentListSchema, 'Documents by date') },
});
const propose = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/documents',
  tags: ['documents'],
  summary: 'Add a document, or find the one that it is a copy of',
  request: { params: dossierParameters, ...jsonBody(documentDraftSchema) },
  responses: {
    200: jsonContent(documentSchema, 'The document was there; it knows this copy now'),
    201: jsonContent(documentSchema, 'The new document'),
  },
});
const get = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/documents/{id}',
  tags: ['documents'],
  summary: 'One document, by any id that it has had',
  request: { params: itemParameters },
  responses: { 200: jsonContent(documentSchema, 'The document') },
});
const correct = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/documents/{id}',
  version: 'must',
  tags: ['documents'],
  summary: 'Correct title, type, issuer or date; If-Match names the version that is corrected',
  request: { params: itemParameters, ...jsonBody(documentUpdateSchema) },
  responses: { 200: jsonContent(documentSchema, 'The corrected document') },
});
const remove = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/documents/{id}',
  version: 'must',
  tags: ['documents'],
  summary: 'Delete a document without passages; If-Match names the version that is deleted',
  request: { params: itemParameters },
  responses: deleted,
});
const merge = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/documents/{id}/merged-into',
  version: 'may',
  tags: ['documents'],
  summary: 'Merge a document into another one; its ids keep working, and it can be separated again',
  request: { params: itemParameters, ...jsonBody(mergeSchema) },
  responses: { 200: jsonContent(documentSchema, 'The document that stands for both') },
});
const separate = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/documents/{id}/merged-into',
  version: 'may',
  tags: ['documents'],
  summary: 'Separate a merged document again, as it was',
  request: { params: itemParameters },
  responses: { 200: jsonContent(documentSchema, 'The separated document') },
});
const merged = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/documents/{id}/merged',
  tags: ['documents'],
  summary: 'The documents that were merged into it, each as it is by itself',
  request: { params: itemParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(documentListSchema, 'Documents by date') },
});
const count = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/passage-counts',
  tags: ['documents'],
  summary: 'How many passages each document has, and how many of them are gone from it',
  request: { params: dossierParameters },
  responses: { 200: jsonContent(passageCountsSchema, 'Counts of the documents that have passages') },
});
const listTexts = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/documents/{id}/renditions',
  tags: ['documents'],
  summary: 'Which texts were kept of the document',
  request: { params: itemParameters },
  parameters: textListing.parameters,
  responses: { 200: jsonContent(renditionListSchema, 'Renditions, oldest first') },
});
const keepText = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/documents/{id}/renditions',
  tags: ['documents'],
  summary: 'Keep the text of the document as it was read',
  request: { params: itemParameters, ...jsonBody(renditionDraftSchema) },
  responses: { 201: jsonContent(renditionSchema, 'The rendition') },
});
const getText = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/documents/{id}/renditions/{text}',
  tags: ['documents'],
  summary: 'The text of a rendition',
  request: { params: itemParameters.extend({ text: sha256Schema }) },
  responses: { 200: { description: 'The text', content: { 'text/plain': { schema: z.string() } } } },
});

/** The documents of a dossier with their kept texts. */
export function documentRoutes(database: Executor) {
  const getId = async (dossier: string, id: string) => {
    const current = await findDocumentId(database, dossier, id);
    if (current === undefined) throw new ApiError('document-not-found');
    return current;
  };
  return createRouter()
    .openapi(list, async (c) => {
      const { page, filters, describe } = listing.read(c);
      const found = await listDocumentPage(database, c.get('access').dossier.id, filters, page);
      return c.json({ documents: [...found.entries], ...describe(found) }, 200);
    })
    .openapi(propose, async (c) => {
      const { document, created } = await proposeDocument(database, writerOf(c), c.req.valid('json'));
      return answerAdded(c, document, created);
    })
    .openapi(get, async (c) => {
      const document = await findDocumentById(database, c.get('access').dossier.id, c.req.valid('param').id);
      if (!document) throw new ApiError('document-not-found');
      return answerItem(c, document);
    })
    .openapi(correct, async (c) => {
      const { id } = c.req.valid('param');
      const update = c.req.valid('json');
      const document = await correctDocument(database, writerOf(c), id, update, neededVersion(c));
      return answerItem(c, document);
    })
    .openapi(remove, async (c) => {
      return answerDeleted(
        c,
        await deleteDocument(database, writerOf(c), c.req.valid('param').id, neededVersion(c)),
      );
    })
    .openapi(merge, async (c) => {
      const { into } = c.req.valid('json');
      const { id } = c.req.valid('param');
      const document = await mergeDocument(database, writerOf(c), id, into, expectedVersion(c));
      return answerItem(c, document);
    })
    .openapi(separate, async (c) => {
      const { id } = c.req.valid('param');
      const document = await separateDocument(database, writerOf(c), id, expectedVersion(c));
      return answerItem(c, document);
    })
    .openapi(merged, async (c) => {
      const dossier = c.get('access').dossier.id;
      const { page, filters, describe } = listing.read(c);
      const document = await getId(dossier, c.req.valid('param').id);
      const found = await listMergedPage(database, dossier, document, filters, page);
      return c.json({ documents: [...found.entries], ...describe(found) }, 200);
    })
    .openapi(count, async (c) =>
      c.json({ counts: await countPassages(database, c.get('access').dossier.id) }, 200),
    )
    .openapi(listTexts, async (c) => {
      const { page, filters, describe } = textListing.read(c);
      const document = await getId(c.get('access').dossier.id, c.req.valid('param').id);
      const found = await listRenditionPage(database, document, filters, page);
      return c.json({ renditions: [...found.entries], ...describe(found) }, 200);
    })
    .openapi(keepText, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await addRendition(database, writerOf(c), id, c.req.valid('json')), 201);
    })
    .openapi(getText, async (c) => {
      const { id, text } = c.req.valid('param');
      const found = await findRenditionText(database, await getId(c.get('access').dossier.id, id), text);
      if (found === undefined) throw new ApiError('rendition-not-found');
      return c.text(found, 200, { 'X-Content-Type-Options': 'nosniff' });
    });
}
