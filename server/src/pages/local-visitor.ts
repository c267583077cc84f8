import type { Context, MiddlewareHandler } from 'hono';
import type { SignIn } from '../accounts/sign-in.ts';
import { isAskedAtThisMachine } from '../http/this-machine.ts';

/** A person at this machine who opens a page, as far as a request can tell. */
function isVisit(c: Context): boolean {
  const { method } = c.req;
  return (
    method === 'GET' &&
    (c.req.header('accept') ?? '').includes('text/html') &&
    ['document', undefined].includes(c.req.header('sec-fetch-dest')) &&
    ['navigate', undefined].includes(c.req.header('sec-fetch-mode')) &&
    isAskedAtThisMachine(c)
  );
}

/** Path and query of the request, in a form that cannot lead to another host. */
function pathOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname.replace(/^\/{2,}/u, '/') + search;
}

/**
 * Signs in whoever opens a page of a local server in a browser of the same machine: there is nobody
 * else, so there is no password to invent. A page of another site can start no session: who follows
 * a link there is sent round once, so that our own page asks.
 */
export function signInLocalVisitor(signIn: SignIn): MiddlewareHandler {
  return async (c, next) => {
    if (!isVisit(c) || (await signIn.api.getSession({ headers: c.req.raw.headers }))) return next();
    if (c.req.header('sec-fetch-site') === 'cross-site') {
      return c.body(null, 200, { Refresh: `0; url=${pathOf(c)}`, 'Cache-Control': 'no-store' });
    }
    const { headers } = await signIn.api.signInLocally({
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    await next();
    for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
    c.header('Cache-Control', 'no-store');
  };
}
