/** Where `npm start` serves. */
export const defaultServer = 'http://127.0.0.1:8787';

/**
 * The address of a server as a person types it, in the form in which it is kept: origin and path,
 * no slash at the end. Without a scheme it is `https:`, but `http:` on this machine itself.
 * Undefined when it cannot be an address of a server.
 */
export function parseServerAddress(typed: string): string | undefined {
  const url = parseWebAddress(typed);
  if (!url || url.username || url.password) return undefined;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** What a person types as an address on the web, read as above; undefined when it is none. */
export function parseWebAddress(typed: string): URL | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/i.test(text);
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${isLocal ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  // Chromium takes spaces for a part of a name, and writes them as %20.
  return /^https?:$/.test(url.protocol) && /^[\w.:[\]-]+$/.test(url.hostname) ? url : undefined;
}
