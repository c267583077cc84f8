import { z } from '@hono/zod-openapi';
import { changesResponseSchema, dossierListSchema, keptSettingsSchema } from '@waarborg/shared/api';
import {
  deletedDossierDays,
  dossierDraftSchema,
  dossierSchema,
  dossierSettingsSchema,
  roles,
} from '@waarborg/shared/dossier';
import {
  answerDeleted,
  answerItem,
  createRouter,
  deleted,
  describeQuery,
  describeRoute,
  dossierParameters,
  jsonBody,
  jsonContent,
  neededVersion,
  parseQuery,
  revisionSchema,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { anyOf, createListing } from '../lists/listing.ts';
import { deleteDossier, describeDeletion } from './deletion-service.ts';
import {
  createDossier,
  dossierOrder,
  findDossier,
  listDossierPage,
  type StoredDossier,
  toDossier,
} from './dossier-store.ts';
import { listChanges, maxChanges } from './revision-store.ts';
import { readSettingsOf, updateSettings } from './settings-service.ts';

const changesQuerySchema = z.object({
  since: revisionSchema.default(0),
  limit: z.coerce.number().int().min(1).max(maxChanges).default(maxChanges),
});

const listing = createListing(
  dossierOrder,
  'title',
  z.object({ role: anyOf(z.enum(roles)), deleted: z.enum(['true', 'false']).default('false') }),
);

const list = describeRoute({
  method: 'get',
  path: '/dossiers',
  tags: ['dossiers'],
  summary: 'The dossiers of which one is a member, or those that were deleted and that one can bring back',
  parameters: listing.parameters,
  responses: { 200: jsonContent(dossierListSchema, 'Dossiers by title') },
});
const create = describeRoute({
  method: 'post',
  path: '/dossiers',
  tags: ['dossiers'],
  summary: 'Start a dossier, as its owner, with the default codebook and speakers',
  request: jsonBody(dossierDraftSchema),
  responses: { 201: jsonContent(dossierSchema, 'The new dossier') },
});
const get = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}',
  tags: ['dossiers'],
  summary: 'One dossier',
  request: { params: dossierParameters },
  responses: { 200: jsonContent(dossierSchema, 'The dossier') },
});
const remove = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}',
  version: 'must',
  tags: ['dossiers'],
  summary: 'Delete the dossier, for everybody; If-Match names the version of its settings',
  description: `For ${deletedDossierDays} days an owner can bring it back by undoing the revision that deleted it. Then it is erased.`,
  request: { params: dossierParameters },
  responses: deleted,
});
const getSettings = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/settings',
  tags: ['dossiers'],
  summary: 'Title and settings of the dossier',
  request: { params: dossierParameters },
  responses: { 200: jsonContent(keptSettingsSchema, 'The settings') },
});
const putSettings = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/settings',
  version: 'must',
  tags: ['dossiers'],
  summary: 'Change title and settings of the dossier',
  request: { params: dossierParameters, ...jsonBody(dossierSettingsSchema) },
  responses: { 200: jsonContent(keptSettingsSchema, 'The changed settings') },
});
const changes = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/changes',
  tags: ['dossiers'],
  summary: 'The changes after a revision, in order and without gap, page by page',
  request: { params: dossierParameters },
  parameters: describeQuery(changesQuerySchema),
  responses: { 200: jsonContent(changesResponseSchema, 'Changes') },
});

/** The same with its deletion, where it was deleted. */
async function describeDossier(database: Executor, stored: StoredDossier) {
  const { id, deleted: at } = stored;
  return {
    ...toDossier(stored),
    ...(at === null ? {} : { deleted: await describeDeletion(database, id, at) }),
  };
}

/** Dossiers, their settings, and what was changed in them. */
export function dossierRoutes(database: Executor) {
  return createRouter()
    .openapi(list, async (c) => {
      const { user, onlyDossier } = c.get('account');
      const { page, filters, describe } = listing.read(c);
      const wanted = { role: filters.role, deleted: filters.deleted === 'true', only: onlyDossier };
      const found = await listDossierPage(database, user.id, wanted, page);
      const dossiers = await Promise.all(found.entries.map((entry) => describeDossier(database, entry)));
      return c.json({ dossiers, ...describe(found) }, 200);
    })
    .openapi(create, async (c) => {
      const { user } = c.get('account');
      const draft = c.req.valid('json');
      if (!(await createDossier(database, { ...draft, owner: user.id, once: c.get('once') })))
        throw new ApiError('dossier-slug-taken');
      const created = await findDossier(database, draft.slug, user.id);
      if (!created) throw new RangeError(`dossier ${draft.slug} is gone after its creation`);
      return c.json(toDossier(created), 201, { Location: `/api/v1/dossiers/${draft.slug}` });
    })
    .openapi(get, (c) => {
      const { dossier, role } = c.get('access');
      // Where programs that know the Web Annotation Protocol find its annotations (section 4.3).
      c.header('Link', `</annotations/${dossier.slug}/>; rel="http://www.w3.org/ns/oa#annotationService"`);
      return c.json({ ...dossier, role }, 200);
    })
    .openapi(remove, async (c) =>
      answerDeleted(c, await deleteDossier(database, writerOf(c), neededVersion(c))),
    )
    .openapi(getSettings, async (c) => {
      const settings = await readSettingsOf(database, c.get('access').dossier.id);
      return answerItem(c, settings);
    })
    .openapi(putSettings, async (c) => {
      const settings = await updateSettings(database, writerOf(c), c.req.valid('json'), neededVersion(c));
      return answerItem(c, settings);
    })
    .openapi(changes, async (c) => {
      const { since, limit } = parseQuery(changesQuerySchema, c);
      const { dossier } = c.get('access');
      const { changes: found, more } = await listChanges(database, dossier.id, since, limit);
      const revision = found.at(-1)?.revision ?? dossier.revision;
      if (more) {
        const next = new URLSearchParams({ since: String(revision), limit: String(limit) });
        c.header('Link', `<${c.req.path}?${next}>; rel="next"`);
      }
      return c.json({ revision, more, changes: found }, 200);
    });
}
