import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** Header in which better-auth finds who knocks; only we write it. */
export const clientAddressHeader = 'x-waarborg-client-address';

/**
 * The request with the address of its sender, so that attempts to sign in can be counted. It is the
 * address of the connection: what a client says of itself is dropped. Behind a proxy that is the
 * proxy's, so that all its visitors share one count.
 */
export async function withClientAddress(c: Context): Promise<Request> {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  const headers = new Headers(c.req.raw.headers);
  headers.delete(clientAddressHeader);
  const address = incoming?.socket?.remoteAddress;
  if (address) headers.set(clientAddressHeader, address);
  // Its body has been read already, to check it.
  const body = c.req.raw.body ? await c.req.arrayBuffer() : null;
  return new Request(c.req.url, { method: c.req.method, headers, body });
}
