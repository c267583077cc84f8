import { z } from '@hono/zod-openapi';
import { uuidSchema } from '@waarborg/shared/annotation';
import {
  type AccountResponse,
  accountResponseSchema,
  accountUpdateSchema,
  keptTokenListSchema,
  tokenDraftSchema,
  tokenListSchema,
} from '@waarborg/shared/api';
import { isAllowed, type Role, slugSchema } from '@waarborg/shared/dossier';
import { createRouter, describeRoute, jsonBody, jsonContent, noContent } from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { listDossiers, toDossier } from '../dossiers/dossier-store.ts';
import { eraseUser } from '../erasure/erasure-service.ts';
import { ApiError } from '../errors.ts';
import { anyOf, createListing } from '../lists/listing.ts';
import { localAccount } from './sign-in.ts';
import { createToken, listTokenPage, revokeToken, revokeTokenById, tokenOrder } from './token-store.ts';
import { renameUser } from './user-store.ts';

const dayMs = 24 * 60 * 60 * 1000;

const me = describeRoute({
  method: 'get',
  path: '/me',
  tags: ['account'],
  summary: 'Who asks',
  responses: { 200: jsonContent(accountResponseSchema, 'The account') },
});

const renameMe = describeRoute({
  method: 'put',
  path: '/me',
  tags: ['account'],
  summary: 'Take another name, under which all of one’s work is shown from then on',
  request: jsonBody(accountUpdateSchema),
  responses: { 200: jsonContent(accountResponseSchema, 'The account') },
});

const eraseMe = describeRoute({
  method: 'delete',
  path: '/me',
  tags: ['account'],
  summary: 'Erase oneself: one’s name becomes a pseudonym everywhere, one’s work stays',
  responses: noContent,
});

const createTokens = describeRoute({
  method: 'post',
  path: '/tokens',
  tags: ['account'],
  summary: 'Make a token for a dossier, or for each; the session of a device approval ends with it',
  request: jsonBody(tokenDraftSchema),
  responses: { 201: jsonContent(tokenListSchema, 'The tokens, shown once') },
});

const listing = createListing(tokenOrder, '-created', z.object({ dossier: anyOf(slugSchema) }));

const listOwnTokens = describeRoute({
  method: 'get',
  path: '/tokens',
  tags: ['account'],
  summary: 'One’s own tokens',
  parameters: listing.parameters,
  responses: { 200: jsonContent(keptTokenListSchema, 'Tokens that still open something, the newest first') },
});

const deleteOwnToken = describeRoute({
  method: 'delete',
  path: '/tokens/{id}',
  tags: ['account'],
  summary: 'End one of one’s own tokens',
  request: { params: z.object({ id: uuidSchema }) },
  responses: noContent,
});

const deleteToken = describeRoute({
  method: 'delete',
  path: '/tokens/current',
  tags: ['account'],
  summary: 'End the token with which this is asked',
  responses: noContent,
});

/** The most that a token can do that the extension gets by an approval: the page that asks names no more. */
const approvedRole: Role = 'curator';

/** The scope of a token to be made: what is asked, but of an approval no more than it was for. */
function scopeOf(asked: Role, isApproval: boolean): Role {
  return isApproval && isAllowed(asked, approvedRole) ? approvedRole : asked;
}

/** An account as it is told, with a word on a name that nobody chose. */
function describeAccount({ id, name }: { id: string; name: string }): AccountResponse {
  return { user: { id, name }, ...(name === localAccount.name ? { isUnnamed: true } : {}) };
}

/** Accounts and tokens. `endSession` ends a better-auth session by its token. */
export function accountRoutes(database: Executor, endSession: (token: string) => Promise<void>) {
  return createRouter()
    .openapi(me, async (c) => {
      const { user, onlyDossier } = c.get('account');
      const dossiers = await listDossiers(database, user.id);
      const slug = dossiers.find(({ id }) => id === onlyDossier)?.slug;
      return c.json({ ...describeAccount(user), ...(slug ? { dossier: slug } : {}) }, 200);
    })
    .openapi(renameMe, async (c) => {
      const { id } = c.get('account').user;
      const name = c.req.valid('json').name.trim();
      await renameUser(database, id, name);
      return c.json(describeAccount({ id, name }), 200);
    })
    .openapi(eraseMe, async (c) => {
      await eraseUser(database, c.get('account').user.id);
      return c.body(null, 204);
    })
    .openapi(createTokens, async (c) => {
      const { user, sessionToken } = c.get('account');
      const { name, scope: asked, dossier: only, days } = c.req.valid('json');
      const scope = scopeOf(asked, sessionToken !== undefined);
      const expires = days === undefined ? undefined : new Date(Date.now() + days * dayMs);
      const dossiers = (await listDossiers(database, user.id)).filter(
        ({ slug }) => only === undefined || slug === only,
      );
      if (only !== undefined && dossiers.length === 0) throw new ApiError('dossier-not-found');
      const tokens = [];
      for (const dossier of dossiers) {
        const draft = { user: user.id, dossier: dossier.id, name, scope, expires };
        tokens.push({ dossier: toDossier(dossier), token: await createToken(database, draft) });
      }
      if (sessionToken) await endSession(sessionToken);
      return c.json({ tokens }, 201, { 'Cache-Control': 'no-store' });
    })
    .openapi(listOwnTokens, async (c) => {
      const { page, filters, describe } = listing.read(c);
      const whose = { user: c.get('account').user.id, now: new Date() };
      const found = await listTokenPage(database, whose, filters, page);
      return c.json({ tokens: [...found.entries], ...describe(found) }, 200);
    })
    .openapi(deleteToken, async (c) => {
      const token = /^bearer (.+)$/iu.exec(c.req.header('authorization') ?? '')?.[1];
      if (token) await revokeToken(database, token);
      return c.body(null, 204);
    })
    .openapi(deleteOwnToken, async (c) => {
      const token = { id: c.req.valid('param').id, user: c.get('account').user.id };
      if (!(await revokeTokenById(database, token))) throw new ApiError('token-not-found');
      return c.body(null, 204);
    });
}
