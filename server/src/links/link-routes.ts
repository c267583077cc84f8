import { z } from '@hono/zod-openapi';
import { uuidSchema } from '@waarborg/shared/annotation';
import { linkListSchema } from '@waarborg/shared/api';
import { keptLinkSchema, linkKinds, linkSchema } from '@waarborg/shared/dossier';
import {
  answerAdded,
  answerDeleted,
  createRouter,
  deleted,
  describeRoute,
  dossierParameters,
  itemParameters,
  jsonBody,
  jsonContent,
  neededVersion,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { anyOf, createListing } from '../lists/listing.ts';
import { createLink, removeLink } from './link-service.ts';
import { linkOrder, listLinkPage } from './link-store.ts';

const listing = createListing(
  linkOrder,
  'id',
  z.object({ kind: anyOf(z.enum(linkKinds)), from: anyOf(uuidSchema), to: anyOf(uuidSchema) }),
);

const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/links',
  tags: ['links'],
  summary: 'Links between passages',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(linkListSchema, 'Links') },
});
const create = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/links',
  tags: ['links'],
  summary: 'Link two passages; the client makes the id',
  request: { params: dossierParameters, ...jsonBody(linkSchema) },
  responses: {
    200: jsonContent(keptLinkSchema, 'It was there already'),
    201: jsonContent(keptLinkSchema, 'The new link'),
  },
});
const remove = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/links/{id}',
  version: 'must',
  tags: ['links'],
  summary: 'Remove a link; If-Match names the version that is removed',
  request: { params: itemParameters },
  responses: deleted,
});

/** The links between passages of a dossier. */
export function linkRoutes(database: Executor) {
  return createRouter()
    .openapi(list, async (c) => {
      const { page, filters, describe } = listing.read(c);
      const found = await listLinkPage(database, c.get('access').dossier.id, filters, page);
      return c.json({ links: [...found.entries], ...describe(found) }, 200);
    })
    .openapi(create, async (c) => {
      const { link, created } = await createLink(database, writerOf(c), c.req.valid('json'));
      return answerAdded(c, link, created);
    })
    .openapi(remove, async (c) => {
      return answerDeleted(
        c,
        await removeLink(database, writerOf(c), c.req.valid('param').id, neededVersion(c)),
      );
    });
}
