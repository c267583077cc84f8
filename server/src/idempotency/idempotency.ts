import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import type { Executor } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { findAnswer, keepAnswer } from './idempotency-store.ts';

const writingMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const repeatedHeaders = ['content-type', 'etag', 'location'];
const maxKeyLength = 200;

/**
 * A write with an `Idempotency-Key` that was answered once is answered the same again and changes
 * nothing. Only successes are kept: what failed may be tried again. Answers that hold
 * secrets (`no-store`) are never kept.
 */
export function createIdempotency(database: Executor): MiddlewareHandler<Env> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (key === undefined || !writingMethods.has(c.req.method)) return next();
    if (key.length > maxKeyLength) {
      throw new ApiError('invalid-request', [
        { path: 'Idempotency-Key', message: `at most ${maxKeyLength} characters` },
      ]);
    }
    const user = c.get('account').user.id;
    const content = [c.req.method, c.req.url, c.req.header('if-match') ?? '', await c.req.text()];
    const request = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    const kept = await findAnswer(database, user, key);
    if (kept) {
      if (kept.request !== request) throw new ApiError('idempotency-key-reused');
      return new Response(kept.body === '' ? null : kept.body, {
        status: kept.status,
        headers: kept.headers,
      });
    }
    await next();
    if (!c.res.ok || c.res.headers.get('cache-control') === 'no-store') return;
    const headers = Object.fromEntries(
      repeatedHeaders.flatMap((name) => {
        const value = c.res.headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    const body = await c.res.clone().text();
    await keepAnswer(database, user, key, { request, status: c.res.status, headers, body });
  };
}
