import { z } from '@hono/zod-openapi';
import { mergeSchema, speakerListSchema } from '@waarborg/shared/api';
import {
  keptSpeakerSchema,
  speakerDraftSchema,
  speakerKinds,
  speakerUpdateSchema,
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
import { anyOf, createListing } from '../lists/listing.ts';
import {
  createSpeaker,
  deleteSpeaker,
  mergeSpeaker,
  separateSpeaker,
  updateSpeaker,
} from './speaker-service.ts';
import { listSpeakerPage, speakerOrder, speakers } from './speaker-store.ts';

const listing = createListing(speakerOrder, 'name', z.object({ kind: anyOf(z.enum(speakerKinds)) }));

const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/speakers',
  tags: ['codebook'],
  summary: 'The authority list of speakers',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(speakerListSchema, 'Speakers by name') },
});
const create = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/speakers',
  tags: ['codebook'],
  summary: 'Add a speaker; the client makes the id',
  request: { params: dossierParameters, ...jsonBody(speakerDraftSchema) },
  responses: {
    200: jsonContent(keptSpeakerSchema, 'It was there already, with the same content'),
    201: jsonContent(keptSpeakerSchema, 'The new speaker'),
  },
});
const get = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/speakers/{id}',
  tags: ['codebook'],
  summary: 'One speaker',
  request: { params: itemParameters },
  responses: { 200: jsonContent(keptSpeakerSchema, 'The speaker') },
});
const update = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/speakers/{id}',
  version: 'must',
  tags: ['codebook'],
  summary: 'Change name, aliases, kind and parent of a speaker',
  request: { params: itemParameters, ...jsonBody(speakerUpdateSchema) },
  responses: { 200: jsonContent(keptSpeakerSchema, 'The changed speaker') },
});
const remove = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/speakers/{id}',
  version: 'must',
  tags: ['codebook'],
  summary: 'Delete a speaker that nothing names; If-Match names the version that is deleted',
  request: { params: itemParameters },
  responses: deleted,
});
const merge = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/speakers/{id}/merged-into',
  version: 'may',
  tags: ['codebook'],
  summary: 'Merge a speaker into another one, who speaks for both from now on',
  request: { params: itemParameters, ...jsonBody(mergeSchema) },
  responses: { 200: jsonContent(keptSpeakerSchema, 'The merged speaker') },
});
const separate = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/speakers/{id}/merged-into',
  version: 'may',
  tags: ['codebook'],
  summary: 'Separate a merged speaker again',
  request: { params: itemParameters },
  responses: { 200: jsonContent(keptSpeakerSchema, 'The separated speaker') },
});

/** Who speaks in the documents of a dossier. */
export function speakerRoutes(database: Executor) {
  return createRouter()
    .openapi(list, async (c) => {
      const { page, filters, describe } = listing.read(c);
      const found = await listSpeakerPage(database, c.get('access').dossier.id, filters, page);
      return c.json({ speakers: [...found.entries], ...describe(found) }, 200);
    })
    .openapi(create, async (c) => {
      const { speaker, created } = await createSpeaker(database, writerOf(c), c.req.valid('json'));
      return answerAdded(c, speaker, created);
    })
    .openapi(get, async (c) => {
      return answerItem(c, await speakers.get(database, c.get('access').dossier.id, c.req.valid('param').id));
    })
    .openapi(update, async (c) => {
      const { id } = c.req.valid('param');
      const changed = c.req.valid('json');
      const speaker = await updateSpeaker(database, writerOf(c), id, changed, neededVersion(c));
      return answerItem(c, speaker);
    })
    .openapi(remove, async (c) => {
      return answerDeleted(
        c,
        await deleteSpeaker(database, writerOf(c), c.req.valid('param').id, neededVersion(c)),
      );
    })
    .openapi(merge, async (c) => {
      const { into } = c.req.valid('json');
      const { id } = c.req.valid('param');
      const speaker = await mergeSpeaker(database, writerOf(c), id, into, expectedVersion(c));
      return answerItem(c, speaker);
    })
    .openapi(separate, async (c) => {
      const { id } = c.req.valid('param');
      const speaker = await separateSpeaker(database, writerOf(c), id, expectedVersion(c));
      return answerItem(c, speaker);
    });
}
