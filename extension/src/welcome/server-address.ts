import { parseWebAddress } from '../sites/web-address.ts';

/** Where `npm start` serves. */
export const defaultServer = 'http://127.0.0.1:8787';

/**
 * The address of a server as a person types it, in the form in which it is kept: origin and path,
 * no slash at the end. Undefined when it cannot be an address of a server.
 */
export function parseServerAddress(typed: string): string | undefined {
  const url = parseWebAddress(typed);
  if (!url || url.username || url.password) return undefined;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
