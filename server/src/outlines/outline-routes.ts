import { uuidSchema } from '@waarborg/shared/annotation';
import {
  addedPassagesSchema,
  outlineListSchema,
  outlineResponseSchema,
  paperQuerySchema,
} from '@waarborg/shared/api';
import {
  commentDraftSchema,
  outlineDraftSchema,
  outlinePartDraftSchema,
  outlinePartSchema,
  outlinePartUpdateSchema,
  outlinePassagesDraftSchema,
  outlineSchema,
  outlineUpdateSchema,
} from '@waarborg/shared/dossier';
import { toSlug } from '@waarborg/shared/text';
import { z } from 'zod';
import { listUserNames } from '../accounts/user-store.ts';
import { listAnnotationsById } from '../annotations/annotation-store.ts';
import {
  answerAdded,
  answerDeleted,
  answerItem,
  createRouter,
  deleted,
  describeQuery,
  describeRoute,
  dossierParameters,
  expectedVersion,
  itemParameters,
  jsonBody,
  jsonContent,
  neededVersion,
  parseQuery,
  writerOf,
} from '../api-routes.ts';
import { languageOf } from '../errors.ts';
import { createListing } from '../lists/listing.ts';
import { readBetweenChanges, type Sources } from '../matrix/read-at-one-moment.ts';
import { answerDocx, answerMarkdown, docxType, fileContent, markdownType } from '../papers/answer-paper.ts';
import { makeOutlinePaper } from './outline-paper-service.ts';
import {
  addComment,
  addOutlinePart,
  addPassages,
  removeComment,
  removeOutlinePart,
  updateOutlinePart,
} from './outline-part-service.ts';
import { listOutlineParts, passagesOf } from './outline-part-store.ts';
import { createOutline, deleteOutline, renameOutline } from './outline-service.ts';
import { listOutlinePage, outlineOrder, outlines } from './outline-store.ts';

const listing = createListing(outlineOrder, 'title', z.object({}));
const partParameters = itemParameters.extend({ part: uuidSchema });
const commentParameters = partParameters.extend({ comment: uuidSchema });
const tags = ['papers'];
const base = '/dossiers/{dossier}/outlines';

const list = describeRoute({
  method: 'get',
  path: base,
  tags,
  summary: 'Outlines of papers',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(outlineListSchema, 'Outlines by title') },
});
const create = describeRoute({
  method: 'post',
  path: base,
  tags,
  summary: 'Add an outline; the client makes the id',
  request: { params: dossierParameters, ...jsonBody(outlineDraftSchema) },
  responses: {
    200: jsonContent(outlineSchema, 'It was there already'),
    201: jsonContent(outlineSchema, 'The new outline'),
  },
});
const get = describeRoute({
  method: 'get',
  path: `${base}/{id}`,
  tags,
  summary: 'An outline with everything in it, in order',
  request: { params: itemParameters },
  responses: { 200: jsonContent(outlineResponseSchema, 'The outline') },
});
const rename = describeRoute({
  method: 'put',
  path: `${base}/{id}`,
  version: 'must',
  tags,
  summary: 'Change the title of an outline; If-Match names the version that is changed',
  request: { params: itemParameters, ...jsonBody(outlineUpdateSchema) },
  responses: { 200: jsonContent(outlineSchema, 'The changed outline') },
});
const remove = describeRoute({
  method: 'delete',
  path: `${base}/{id}`,
  version: 'must',
  tags,
  summary: 'Remove an outline with everything in it; passages stay in the dossier',
  request: { params: itemParameters },
  responses: deleted,
});
const addPart = describeRoute({
  method: 'post',
  path: `${base}/{id}/parts`,
  tags,
  summary: 'Put a heading, a text or a passage into an outline; the client makes the id',
  request: { params: itemParameters, ...jsonBody(outlinePartDraftSchema) },
  responses: {
    200: jsonContent(outlinePartSchema, 'It was there already'),
    201: jsonContent(outlinePartSchema, 'The new part'),
  },
});
const addMany = describeRoute({
  method: 'post',
  path: `${base}/{id}/passages`,
  tags,
  summary:
    'Put passages into an outline together, without those that stand in it already: all of them or none',
  request: { params: itemParameters, ...jsonBody(outlinePassagesDraftSchema) },
  responses: { 200: jsonContent(addedPassagesSchema, 'How many were added, and how many stood in it') },
});
const updatePart = describeRoute({
  method: 'put',
  path: `${base}/{id}/parts/{part}`,
  version: 'must',
  tags,
  summary: 'Move or rewrite a part; If-Match names the version that is changed',
  request: { params: partParameters, ...jsonBody(outlinePartUpdateSchema) },
  responses: { 200: jsonContent(outlinePartSchema, 'The changed part') },
});
const removePart = describeRoute({
  method: 'delete',
  path: `${base}/{id}/parts/{part}`,
  version: 'must',
  tags,
  summary: 'Take a part out of an outline; If-Match names the version that is removed',
  request: { params: partParameters },
  responses: deleted,
});
const comment = describeRoute({
  method: 'post',
  path: `${base}/{id}/parts/{part}/comments`,
  tags,
  summary: 'Comment on a part; the client makes the id',
  request: { params: partParameters, ...jsonBody(commentDraftSchema) },
  responses: { 200: jsonContent(outlinePartSchema, 'The part with its comments') },
});
const settleComment = describeRoute({
  method: 'delete',
  path: `${base}/{id}/parts/{part}/comments/{comment}`,
  version: 'may',
  tags,
  summary: 'Take a comment away; the version is that of its part',
  request: { params: commentParameters },
  responses: { 200: jsonContent(outlinePartSchema, 'The part with its other comments') },
});
const paper = describeRoute({
  method: 'get',
  path: `${base}/{id}/paper`,
  tags,
  summary: 'The outline as a paper: Word or Markdown',
  request: { params: itemParameters },
  parameters: describeQuery(paperQuerySchema),
  responses: {
    200: {
      description: 'The paper',
      content: { ...fileContent(docxType, '').content, ...fileContent(markdownType, '').content },
    },
  },
});

/** Longest name of a file, in characters. */
const maxFileName = 60;

/** Outlines of papers, what stands in them, and the papers that come out of them. */
export function outlineRoutes(sources: Sources) {
  const { database } = sources;
  return createRouter()
    .openapi(list, async (c) => {
      const { page, describe } = listing.read(c);
      const found = await listOutlinePage(database, c.get('access').dossier.id, page);
      return c.json({ outlines: [...found.entries], ...describe(found) }, 200);
    })
    .openapi(create, async (c) => {
      const { outline, created } = await createOutline(database, writerOf(c), c.req.valid('json'));
      return answerAdded(c, outline, created);
    })
    .openapi(get, async (c) => {
      const { dossier } = c.get('access');
      const outline = await outlines.get(database, dossier.id, c.req.valid('param').id);
      const parts = await listOutlineParts(database, dossier.id, outline.id);
      const authors = new Set(parts.flatMap(({ comments }) => comments.map(({ author }) => author)));
      const people = Object.fromEntries(await listUserNames(database, [...authors]));
      const annotations = await listAnnotationsById(database, dossier.id, passagesOf(parts));
      return answerItem(c, { ...outline, parts, people, annotations });
    })
    .openapi(rename, async (c) => {
      const { title } = c.req.valid('json');
      const { id } = c.req.valid('param');
      const outline = await renameOutline(database, writerOf(c), id, title, neededVersion(c));
      return answerItem(c, outline);
    })
    .openapi(remove, async (c) => {
      return answerDeleted(
        c,
        await deleteOutline(database, writerOf(c), c.req.valid('param').id, neededVersion(c)),
      );
    })
    .openapi(addPart, async (c) => {
      const { id } = c.req.valid('param');
      const { part, created } = await addOutlinePart(database, writerOf(c), id, c.req.valid('json'));
      return answerAdded(c, part, created);
    })
    .openapi(addMany, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await addPassages(database, writerOf(c), id, c.req.valid('json')), 200);
    })
    .openapi(updatePart, async (c) => {
      const { id: outline, part } = c.req.valid('param');
      const address = { outline, part };
      const changed = await updateOutlinePart(
        database,
        writerOf(c),
        address,
        c.req.valid('json'),
        neededVersion(c),
      );
      return answerItem(c, changed);
    })
    .openapi(removePart, async (c) => {
      const { id: outline, part } = c.req.valid('param');
      return answerDeleted(
        c,
        await removeOutlinePart(database, writerOf(c), { outline, part }, neededVersion(c)),
      );
    })
    .openapi(comment, async (c) => {
      const { id: outline, part } = c.req.valid('param');
      const changed = await addComment(database, writerOf(c), { outline, part }, c.req.valid('json'));
      return answerItem(c, changed);
    })
    .openapi(settleComment, async (c) => {
      const { id: outline, part, comment: id } = c.req.valid('param');
      const what = { outline, part, id, expected: expectedVersion(c) };
      const changed = await removeComment(database, writerOf(c), what);
      return answerItem(c, changed);
    })
    .openapi(paper, async (c) => {
      const { format, language = languageOf(c), status } = parseQuery(paperQuerySchema, c);
      const { dossier } = c.get('access');
      const { id } = c.req.valid('param');
      const asked = { id, language, onlyAccepted: status === 'accepted', now: new Date() };
      const made = await readBetweenChanges(sources, dossier, (moment) =>
        makeOutlinePaper(moment.database, moment.indexes, { ...asked, dossier: moment.dossier }),
      );
      const name = toSlug(made.title, maxFileName) || dossier.slug;
      return format === 'docx' ? answerDocx(c, made, `${name}.docx`) : answerMarkdown(c, made, `${name}.md`);
    });
}
