import type { MiddlewareHandler } from 'hono';

/** What is answered stays on no disk on its way or at its end, unless the answer itself says how it may be kept. */
export const keepNowhere: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.res.headers.set('Cache-Control', 'no-store');
};
