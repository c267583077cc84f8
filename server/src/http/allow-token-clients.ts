import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/** Browser clients of other origins bring a token and no cookie. */
const allowOrigins = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  allowHeaders: [
    'Authorization',
    'Content-Type',
    'Idempotency-Key',
    'If-Match',
    'If-None-Match',
    'Last-Event-ID',
    'Accept-Language',
    'Prefer',
    'Slug',
    'X-Request-Id',
  ],
  exposeHeaders: [
    'ETag',
    'Location',
    'Content-Location',
    'Link',
    'Allow',
    'Accept-Post',
    'Preference-Applied',
    'Vary',
    'Retry-After',
    'Dossier-Revision',
    'API-Version',
    'X-Request-Id',
  ],
  maxAge: 86_400,
});

/**
 * Lets programs of other origins in. A browser that asks whether a page of the internet may reach
 * a server in its own network (Private Network Access) is told that it may: without a token nothing is said.
 */
export const allowTokenClients: MiddlewareHandler = async (c, next) => {
  if (c.req.header('access-control-request-private-network') === 'true') {
    c.header('Access-Control-Allow-Private-Network', 'true');
  }
  if (c.req.method === 'OPTIONS') return allowOrigins(c, next);
  await next();
  // Headers that stand there before the answer does make a stream of its body, which costs more than all of them.
  await allowOrigins(c, async () => {});
};
