import { z } from '@hono/zod-openapi';
import { keptSessionListSchema } from '@waarborg/shared/api';
import { createRouter, describeRoute, jsonContent, noContent } from '../api-routes.ts';
import { ApiError } from '../errors.ts';
import { createListing } from '../lists/listing.ts';
import { takePageOf } from '../lists/take-page-of.ts';
import { endSession, endSessionsBut, listSessions } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

const listing = createListing({ keys: { used: 'used', created: 'created' } }, '-used', z.object({}));

const list = describeRoute({
  method: 'get',
  path: '/sessions',
  tags: ['account'],
  summary: 'The browsers in which one is signed in',
  parameters: listing.parameters,
  responses: { 200: jsonContent(keptSessionListSchema, 'Sessions, the last used first') },
});

const endOne = describeRoute({
  method: 'delete',
  path: '/sessions/{id}',
  tags: ['account'],
  summary: 'Sign one browser out',
  request: { params: z.object({ id: z.string().min(1).max(64) }) },
  responses: noContent,
});

const endOthers = describeRoute({
  method: 'delete',
  path: '/sessions',
  tags: ['account'],
  summary: 'Sign every browser out but the one that asks',
  responses: noContent,
});

/** One’s own sessions. better-auth's own list and ends go by tokens, of which only hashes are kept (ADR 53). */
export function sessionRoutes(signIn: SignIn) {
  return createRouter()
    .openapi(list, async (c) => {
      const { page, describe } = listing.read(c);
      const { user, session } = c.get('account');
      const sessions = await listSessions(signIn, { user: user.id, current: session });
      const keyOf = (entry: (typeof sessions)[number], sort: string) =>
        sort === 'created' ? entry.created : entry.used;
      const found = takePageOf(sessions, { keyOf, idOf: ({ id }) => id }, page);
      return c.json({ sessions: [...found.entries], ...describe(found) }, 200);
    })
    .openapi(endOne, async (c) => {
      const { id } = c.req.valid('param');
      if (!(await endSession(signIn, { user: c.get('account').user.id, id })))
        throw new ApiError('session-not-found');
      return c.body(null, 204);
    })
    .openapi(endOthers, async (c) => {
      const { user, session } = c.get('account');
      await endSessionsBut(signIn, { user: user.id, ...(session !== undefined && { kept: session }) });
      return c.body(null, 204);
    });
}
