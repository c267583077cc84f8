import { linkListSchema } from '@waarborg/shared/api';
import { linkSchema } from '@waarborg/shared/dossier';
import {
  createRouter,
  describeRoute,
  dossierParameters,
  itemParameters,
  jsonBody,
  jsonContent,
  noContent,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { createLink, removeLink } from './link-service.ts';
import { listLinks } from './link-store.ts';

const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/links',
  tags: ['links'],
  summary: 'Links between passages',
  request: { params: dossierParameters },
  responses: { 200: jsonContent(linkListSchema, 'Links') },
});
const create = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/links',
  tags: ['links'],
  summary: 'Link two passages; the client makes the id',
  request: { params: dossierParameters, ...jsonBody(linkSchema) },
  responses: {
    200: jsonContent(linkSchema, 'It was there already'),
    201: jsonContent(linkSchema, 'The new link'),
  },
});
const remove = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/links/{id}',
  tags: ['links'],
  summary: 'Remove a link',
  request: { params: itemParameters },
  responses: noContent,
});

export function linkRoutes(database: Executor) {
  return createRouter()
    .openapi(list, async (c) => c.json({ links: await listLinks(database, c.get('access').dossier.id) }, 200))
    .openapi(create, async (c) => {
      const { link, created } = await createLink(database, writerOf(c), c.req.valid('json'));
      return c.json(link, created ? 201 : 200);
    })
    .openapi(remove, async (c) => {
      await removeLink(database, writerOf(c), c.req.valid('param').id);
      return c.body(null, 204);
    });
}
