import type { MiddlewareHandler } from 'hono';
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

/**
 * Signs in whoever opens a page of a local server in a browser of the same machine: there is nobody
 * else, so there is no password to invent. Only for navigations that no other site started.
 */
export function signInLocalVisitor(signIn: SignIn): MiddlewareHandler {
  return async (c, next) => {
    const isNavigation = c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html');
    const isForeign =
      c.req.header('sec-fetch-site') === 'cross-site' && c.req.header('sec-fetch-mode') !== 'navigate';
    if (isNavigation && !isForeign && isLoopback(c.req.header('host'))) {
      const session = await signIn.api.getSession({ headers: c.req.raw.headers });
      if (!session) {
        const { headers } = await signIn.api.signInLocally({
          headers: c.req.raw.headers,
          returnHeaders: true,
        });
        await next();
        for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
        return;
      }
    }
    await next();
  };
}
