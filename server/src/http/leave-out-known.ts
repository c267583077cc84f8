import type { MiddlewareHandler } from 'hono';
import { isNotModified } from '../api-routes.ts';

/** Leaves out of an answer what the client has already, as the tag says by which it asks (RFC 9110, section 13.1.2). */
export const leaveOutKnown: MiddlewareHandler = async (c, next) => {
  await next();
  const etag = c.res.headers.get('etag');
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!isRead || c.res.status !== 200 || etag === null || !isNotModified(c, etag)) return;
  const headers = new Headers(c.res.headers);
  for (const name of ['content-type', 'content-length']) headers.delete(name);
  c.res = new Response(null, { status: 304, headers });
};
