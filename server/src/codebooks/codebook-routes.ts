import { createHash } from 'node:crypto';
import { conceptIdSchema } from '@waarborg/shared/annotation';
import {
  codebookResponseSchema,
  codingCountsSchema,
  conceptChangeSchema,
  conceptMergeSchema,
  conceptSplitSchema,
  placeSchema,
  previewQuerySchema,
  splitConceptSchema,
} from '@waarborg/shared/api';
import {
  conceptDraftSchema,
  conceptGroupSchema,
  conceptUpdateSchema,
  keptConceptGroupSchema,
} from '@waarborg/shared/codebook';
import type { Context } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import {
  answerDeleted,
  answerItem,
  createRouter,
  deleted,
  describeQuery,
  describeRoute,
  dossierParameters,
  etagOf,
  expectedVersion,
  isNotModified,
  jsonBody,
  jsonContent,
  neededVersion,
  parseQuery,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import {
  addConcept,
  type CodebookWriter,
  mergeConcept,
  placeConcept,
  separateConcept,
  splitConcept,
  updateConcept,
} from './codebook-service.ts';
import { getCodebook } from './codebook-store.ts';
import { countCodingsOfConcepts } from './concept-codings-store.ts';
import { addGroup, deleteGroup, placeGroup, renameGroup } from './group-service.ts';

const partParameters = dossierParameters.extend({ id: conceptIdSchema });
const parameters = describeQuery(previewQuerySchema);
const change = jsonContent(conceptChangeSchema, 'The concept, and how many codings name it');

const codebook = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/codebook',
  tags: ['codebook'],
  summary: 'Safeguards and impacts of the dossier, in their order',
  request: { params: dossierParameters },
  responses: {
    200: jsonContent(codebookResponseSchema, 'The codebook'),
    304: { description: 'The codebook is as it was' },
  },
});
const counts = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/codebook/codings',
  tags: ['codebook'],
  summary: 'How many codings name each safeguard and each impact',
  request: { params: dossierParameters },
  responses: { 200: jsonContent(codingCountsSchema, 'Numbers of codings by concept') },
});
const add = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/codebook/concepts',
  tags: ['codebook'],
  summary: 'Add a safeguard or an impact; with `preview` only try',
  request: { params: dossierParameters, ...jsonBody(conceptDraftSchema) },
  parameters,
  responses: { 201: change },
});
const update = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/codebook/concepts/{id}',
  version: 'must',
  tags: ['codebook'],
  summary: 'Change, rename or retire a concept; with `preview` only try',
  request: { params: partParameters, ...jsonBody(conceptUpdateSchema) },
  parameters,
  responses: { 200: change },
});
const place = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/codebook/concepts/{id}/place',
  version: 'must',
  tags: ['codebook'],
  summary: 'Move a concept within its group; with `preview` only try',
  request: { params: partParameters, ...jsonBody(placeSchema) },
  parameters,
  responses: { 200: change },
});
const merge = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/codebook/concepts/{id}/merged-into',
  version: 'may',
  tags: ['codebook'],
  summary:
    'Merge a concept into another one, for which its codings count from now on; with `preview` only try',
  request: { params: partParameters, ...jsonBody(conceptMergeSchema) },
  parameters,
  responses: { 200: change },
});
const separate = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/codebook/concepts/{id}/merged-into',
  version: 'may',
  tags: ['codebook'],
  summary: 'Separate a merged concept again; with `preview` only try',
  request: { params: partParameters },
  parameters,
  responses: { 200: change },
});
const split = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/codebook/concepts/{id}/split',
  version: 'may',
  tags: ['codebook'],
  summary: 'Divide the codings of a concept among new or other ones; with `preview` only try',
  request: { params: partParameters, ...jsonBody(conceptSplitSchema) },
  parameters,
  responses: { 200: jsonContent(splitConceptSchema, 'The new concepts, and how many codings were moved') },
});
const addHeading = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/codebook/groups',
  tags: ['codebook'],
  summary: 'Add a group of concepts',
  request: { params: dossierParameters, ...jsonBody(conceptGroupSchema) },
  responses: { 201: jsonContent(keptConceptGroupSchema, 'The new group') },
});
const renameHeading = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/codebook/groups/{id}',
  version: 'must',
  tags: ['codebook'],
  summary: 'Rename a group of concepts',
  request: { params: partParameters, ...jsonBody(conceptGroupSchema.pick({ label: true })) },
  responses: { 200: jsonContent(keptConceptGroupSchema, 'The renamed group') },
});

const placeHeading = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/codebook/groups/{id}/place',
  version: 'must',
  tags: ['codebook'],
  summary: 'Move a group among those of its kind',
  request: { params: partParameters, ...jsonBody(placeSchema) },
  responses: { 200: jsonContent(keptConceptGroupSchema, 'The moved group') },
});
const deleteHeading = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/codebook/groups/{id}',
  version: 'must',
  tags: ['codebook'],
  summary: 'Delete a group that no concept stands in; If-Match names the version that is deleted',
  request: { params: partParameters },
  responses: deleted,
});

function codebookWriterOf(c: Context<Env>): CodebookWriter {
  return { ...writerOf(c), isPreview: parseQuery(previewQuerySchema, c).preview === 'true' };
}

/** The vocabulary of a dossier. */
export function codebookRoutes(database: Executor) {
  return createRouter()
    .openapi(codebook, async (c) => {
      const found = await getCodebook(database, c.get('access').dossier.id);
      // Not the latest revision of its parts: a part that was taken away by an undo leaves none.
      // A weak one: nobody writes a codebook by it, so the answer may be packed.
      const etag = `W/"${createHash('sha256').update(JSON.stringify(found)).digest('hex')}"`;
      const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
      return isNotModified(c, etag) ? c.body(null, 304, headers) : c.json(found, 200, headers);
    })
    .openapi(counts, async (c) => {
      const codings = await countCodingsOfConcepts(database, c.get('access').dossier.id);
      return c.json({ codings }, 200);
    })
    .openapi(add, async (c) => {
      const made = await addConcept(database, codebookWriterOf(c), c.req.valid('json'));
      return c.json(made, 201, { ETag: etagOf(made.concept.revision) });
    })
    .openapi(update, async (c) => {
      const { id } = c.req.valid('param');
      const what = { id, update: c.req.valid('json'), expected: neededVersion(c) };
      const made = await updateConcept(database, codebookWriterOf(c), what);
      return c.json(made, 200, { ETag: etagOf(made.concept.revision) });
    })
    .openapi(place, async (c) => {
      const what = { ...c.req.valid('param'), ...c.req.valid('json'), expected: neededVersion(c) };
      const made = await placeConcept(database, codebookWriterOf(c), what);
      return c.json(made, 200, { ETag: etagOf(made.concept.revision) });
    })
    .openapi(merge, async (c) => {
      const what = { ...c.req.valid('param'), ...c.req.valid('json'), expected: expectedVersion(c) };
      const made = await mergeConcept(database, codebookWriterOf(c), what);
      return c.json(made, 200, { ETag: etagOf(made.concept.revision) });
    })
    .openapi(separate, async (c) => {
      const what = { ...c.req.valid('param'), expected: expectedVersion(c) };
      const made = await separateConcept(database, codebookWriterOf(c), what);
      return c.json(made, 200, { ETag: etagOf(made.concept.revision) });
    })
    .openapi(split, async (c) => {
      const what = { ...c.req.valid('param'), split: c.req.valid('json'), expected: expectedVersion(c) };
      return c.json(await splitConcept(database, codebookWriterOf(c), what), 200);
    })
    .openapi(addHeading, async (c) => {
      const group = await addGroup(database, writerOf(c), c.req.valid('json'));
      return c.json(group, 201, { ETag: etagOf(group.revision) });
    })
    .openapi(renameHeading, async (c) => {
      const what = { ...c.req.valid('param'), ...c.req.valid('json'), expected: neededVersion(c) };
      const group = await renameGroup(database, writerOf(c), what);
      return answerItem(c, group);
    })
    .openapi(placeHeading, async (c) => {
      const what = { ...c.req.valid('param'), ...c.req.valid('json'), expected: neededVersion(c) };
      const group = await placeGroup(database, writerOf(c), what);
      return answerItem(c, group);
    })
    .openapi(deleteHeading, async (c) => {
      const what = { ...c.req.valid('param'), expected: neededVersion(c) };
      return answerDeleted(c, await deleteGroup(database, writerOf(c), what));
    });
}
