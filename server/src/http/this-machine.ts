import type { Context } from 'hono';

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The host that a client asked for; a name of somebody else that leads here (DNS rebinding) is not loopback. */
function isLoopback(host: string | undefined): boolean {
  return (
    host !== undefined &&
    URL.canParse(`http://${host}`) &&
    loopbackHosts.has(new URL(`http://${host}`).hostname)
  );
}

/** Marks of a proxy: whoever asks need not sit at this machine, whatever the host says. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether the request was made to an address of this machine, and no proxy says that it passed it on. */
export function isAskedAtThisMachine(c: Context): boolean {
  return isLoopback(c.req.header('host')) && proxyHeaders.every((name) => c.req.header(name) === undefined);
}
