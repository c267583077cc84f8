import type { MiddlewareHandler } from 'hono';
import { ApiError } from '../errors.ts';

/** What is said of a text that the databases would change or refuse. */
export const unkeepable = 'contains a lone surrogate or U+0000';

function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

/** Escapes by which a JSON text in UTF-8 can say such a text at all. */
const suspicious = /\\u(?:0000|[dD][89a-fA-F][\da-fA-F]{2})/u;

function findIn(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return isKeepable(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, one] of Object.entries(value)) {
    const where = Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
    if (!isKeepable(name)) return path;
    const found = findIn(one, where);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Where in a JSON text a string or a name has a lone surrogate or U+0000; undefined where none has, and for what is
 * no JSON. It recurses as deep as the JSON is.
 */
export function findUnkeepable(json: string): string | undefined {
  if (!suspicious.test(json)) return undefined;
  try {
    return findIn(JSON.parse(json), '');
  } catch {
    return undefined; // Whoever reads it says that it is no JSON.
  }
}

/** What percent signs stand for; undefined where that is no UTF-8. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Refuses an address with a text that is no Unicode or has U+0000; headers are bytes, and Node refuses those with 0. */
export const refuseUnkeepable: MiddlewareHandler = async (c, next) => {
  // Without a percent sign an address is ASCII.
  if (!c.req.url.includes('%')) return next();
  const { pathname, search } = new URL(c.req.url);
  const parts = { path: decode(pathname), query: decode(search) };
  const wrong = Object.entries(parts).filter(([, text]) => text === undefined || !isKeepable(text));
  if (wrong.length > 0) {
    throw new ApiError(
      'invalid-request',
      wrong.map(([path]) => ({ path, message: unkeepable })),
    );
  }
  await next();
};
