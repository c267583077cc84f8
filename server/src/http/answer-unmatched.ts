import type { Hono, NotFoundHandler } from 'hono';
import { ApiError, problemResponse } from '../errors.ts';

/** Whether a route's path, with its parameters as words between slashes, is this path. */
function isAt(routePath: string, path: string): boolean {
  const [words, asked] = [routePath.split('/'), path.split('/')];
  return (
    words.length === asked.length &&
    words.every((word, index) => (word.startsWith(':') ? asked[index] !== '' : word === asked[index]))
  );
}

/** Answers what no route takes: OPTIONS with the methods that the address takes, others with 405 if there are any, else 404. */
export function createUnmatchedHandler(app: Hono, isPagePath: (path: string) => boolean): NotFoundHandler {
  return (c) => {
    const methods = app.routes
      .filter(({ method, path }) => method !== 'ALL' && isAt(path, c.req.path))
      .map(({ method }) => method);
    if (methods.length === 0 && isPagePath(c.req.path)) methods.push('GET');
    if (methods.length === 0 || methods.includes(c.req.method)) {
      return problemResponse(c, new ApiError('not-found'));
    }
    const allowed = new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS']);
    const headers = { allow: [...allowed].join(', ') };
    if (c.req.method === 'OPTIONS') return c.body(null, 204, headers);
    return problemResponse(c, new ApiError('method-not-allowed', [], { headers }));
  };
}
