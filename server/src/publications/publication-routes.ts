import { z } from '@hono/zod-openapi';
import { publicationDraftSchema, publicationListSchema, publicationSchema } from '@waarborg/shared/api';
import { isAllowed, type Role } from '@waarborg/shared/dossier';
import type { Context } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import {
  createRouter,
  describeRoute,
  dossierParameters,
  etagOf,
  expectedVersion,
  itemParameters,
  jsonBody,
  jsonContent,
  noContent,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { languageOf } from '../errors.ts';
import { whileProcessing } from '../http/while-processing.ts';
import { createListing } from '../lists/listing.ts';
import { publish, withdraw } from './publication-service.ts';
import { listPublicationPage, publicationOrder, type StoredPublication } from './publication-store.ts';

const listing = createListing(publicationOrder, '-made', z.object({}));

const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/publications',
  tags: ['publications'],
  summary: 'Published copies of the matrix, those that were withdrawn too',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(publicationListSchema, 'Publications, the newest first') },
});
const create = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/publications',
  tags: ['publications'],
  summary: 'Publish a frozen copy of the matrix',
  request: { params: dossierParameters, ...jsonBody(publicationDraftSchema) },
  responses: { 201: jsonContent(publicationSchema, 'The publication with its link') },
});
const remove = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/publications/{id}',
  version: 'may',
  tags: ['publications'],
  summary: 'Withdraw a publication: its content goes for good',
  request: { params: itemParameters },
  responses: noContent,
});

interface PublicationSettings {
  readonly database: Executor;
  /** Where the database is, for whoever opens it a second time. */
  readonly place: string;
  /** Names the program that counts. */
  readonly program: string;
  /** Without slash at the end. */
  readonly publicUrl: string;
  /** Throws what refuses a request that was let through before. */
  readonly lookAgain: (c: Context<Env>) => Promise<void>;
}

/** Frozen copies of the matrix with a public link. */
export function publicationRoutes({ database, place, program, publicUrl, lookAgain }: PublicationSettings) {
  const toShown = ({ secret, ...publication }: StoredPublication, role: Role) => ({
    ...publication,
    ...(isAllowed(role, 'curator') && !publication.withdrawn
      ? { link: `${publicUrl}/gepubliceerd/${secret}` }
      : {}),
  });
  return createRouter()
    .openapi(list, async (c) => {
      const { page, describe } = listing.read(c);
      const { dossier, role } = c.get('access');
      const found = await listPublicationPage(database, dossier.id, page);
      const publications = found.entries.map((publication) => toShown(publication, role));
      return c.json({ publications, ...describe(found) }, 200);
    })
    .openapi(create, async (c) => {
      const { dossier, role } = c.get('access');
      const { signal } = c.req.raw;
      const publishing = { database, place, program, signal, assertAllowed: () => lookAgain(c) };
      const work = publish(publishing, writerOf(c), dossier, c.req.valid('json'), languageOf(c));
      const made = await whileProcessing(c, work);
      const headers = { ETag: etagOf(made.revision), 'Cache-Control': 'no-store' };
      return c.json(toShown(made, role), 201, headers);
    })
    .openapi(remove, async (c) => {
      await withdraw(database, writerOf(c), c.req.valid('param').id, expectedVersion(c));
      return c.body(null, 204);
    });
}
