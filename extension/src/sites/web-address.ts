/**
 * What a person types as an address on the web: without a scheme it is `https:`, but `http:` on this machine
 * itself. Undefined when it is none.
 */
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
