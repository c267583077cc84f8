import { accountResponseSchema, tokenDraftSchema, tokenListSchema } from '@waarborg/shared/api';
import type { Role } from '@waarborg/shared/dossier';
import { createRouter, describeRoute, jsonBody, jsonContent, noContent } from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { listDossiers } from '../dossiers/dossier-store.ts';
import { createToken, revokeToken } from './token-store.ts';

const me = describeRoute({
  method: 'get',
  path: '/me',
  tags: ['account'],
  summary: 'Who asks',
  responses: { 200: jsonContent(accountResponseSchema, 'The account') },
});

const createTokens = describeRoute({
  method: 'post',
  path: '/tokens',
  tags: ['account'],
  summary: 'Exchange the session of a sign-in for tokens, one for each dossier',
  request: jsonBody(tokenDraftSchema),
  responses: { 201: jsonContent(tokenListSchema, 'The tokens, shown once') },
});

const deleteToken = describeRoute({
  method: 'delete',
  path: '/tokens/current',
  tags: ['account'],
  summary: 'End the token with which this is asked',
  responses: noContent,
});

/** Accounts and tokens. `endSession` ends a better-auth session by its token. */
export function accountRoutes(database: Executor, endSession: (token: string) => Promise<void>) {
  return createRouter()
    .openapi(me, async (c) => {
      const { user, onlyDossier } = c.get('account');
      const dossiers = await listDossiers(database, user.id);
      const slug = dossiers.find(({ id }) => id === onlyDossier)?.slug;
      return c.json({ user, ...(slug ? { dossier: slug } : {}) }, 200);
    })
    .openapi(createTokens, async (c) => {
      const { user, sessionToken } = c.get('account');
      const { name } = c.req.valid('json');
      const tokens = [];
      for (const { role, ...dossier } of await listDossiers(database, user.id)) {
        const token = await createToken(database, { user: user.id, dossier: dossier.id, name });
        tokens.push({ dossier: { ...dossier, role: role as Role }, token });
      }
      if (sessionToken) await endSession(sessionToken);
      return c.json({ tokens }, 201, { 'Cache-Control': 'no-store' });
    })
    .openapi(deleteToken, async (c) => {
      const token = /^bearer (.+)$/iu.exec(c.req.header('authorization') ?? '')?.[1];
      if (token) await revokeToken(database, token);
      return c.body(null, 204);
    });
}
