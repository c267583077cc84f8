import type { Context, MiddlewareHandler } from 'hono';
import type { SignIn } from '../accounts/sign-in.ts';

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The host that a browser asked for; a name of somebody else that leads here (DNS rebinding) is not loopback. */
function isLoopback(host: string | undefined): boolean {
  return (
    host !== undefined &&
    URL.canParse(`http://${host}`) &&
    loopbackHosts.has(new URL(`http://${host}`).hostname)
  );
}

/** Marks of a proxy: whoever asks need not sit at this machine, whatever the host says. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** A person at this machine who opens a page, as far as a request can tell. */
function isVisit(c: Context): boolean {
  const { method } = c.req;
  return (
    method === 'GET' &&
    (c.req.header('accept') ?? '').includes('text/html') &&
    ['document', undefined].includes(c.req.header('sec-fetch-dest')) &&
    ['navigate', undefined].includes(c.req.header('sec-fetch-mode')) &&
    isLoopback(c.req.header('host')) &&
    proxyHeaders.every((name) => c.req.header(name) === undefined)
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
