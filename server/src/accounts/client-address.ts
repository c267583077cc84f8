import { isIP } from 'node:net';
import { normalizeIP } from '@better-auth/core/utils/ip';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** Header in which better-auth finds who knocks; only we write it. */
export const clientAddressHeader = 'x-waarborg-client-address';

/** An address without the port that some proxies write behind it; undefined for what is no address. */
function readAddress(told: string): string | undefined {
  const address = /^\[(.+)\](?::\d+)?$/u.exec(told)?.[1] ?? told.replace(/^([\d.]+):\d+$/u, '$1');
  return isIP(address) ? address : undefined;
}

/**
 * Address of the machine that asks, as far as it is known. Behind `trustedProxies` proxies it is what the
 * outermost of them says in `X-Forwarded-For`: each adds at the end who came to it, and what stands before that
 * anybody can write. With none, and where what stands there is no address, it is the address of the connection.
 * Of an IPv6 address only the network counts (/64), since a customer is given all addresses of one (RFC 6177).
 */
export function clientAddressOf(c: Context, trustedProxies: number): string | undefined {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  const forwarded = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const told = trustedProxies > 0 ? (forwarded.at(-trustedProxies) ?? forwarded[0]) : undefined;
  const address = (told && readAddress(told)) || incoming?.socket?.remoteAddress;
  return address && normalizeIP(address, { ipv6Subnet: 64 });
}

/** The request with the address of its sender, so that attempts to sign in can be counted. */
export async function withClientAddress(c: Context, trustedProxies: number): Promise<Request> {
  const headers = new Headers(c.req.raw.headers);
  headers.delete(clientAddressHeader);
  const address = clientAddressOf(c, trustedProxies);
  if (address) headers.set(clientAddressHeader, address);
  // Its body has been read already, to check it.
  const body = c.req.raw.body ? await c.req.arrayBuffer() : null;
  return new Request(c.req.url, { method: c.req.method, headers, body });
}
