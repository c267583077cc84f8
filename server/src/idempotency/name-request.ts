import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import { ApiError } from '../errors.ts';

const writingMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const maxKeyLength = 255;

/**
 * Names a write by its `Idempotency-Key`, so that the change that it makes is made once and its
 * repetition is answered as it was the first time. What failed may be tried again under the same key.
 */
export const nameRequest: MiddlewareHandler<Env> = async (c, next) => {
  const key = c.req.header('idempotency-key');
  const account = c.get('account') as Env['Variables']['account'] | undefined;
  // Whoever is nobody yet has nothing that could be done twice.
  if (key === undefined || !account || !writingMethods.has(c.req.method)) return next();
  if (key.length > maxKeyLength || !/^[\x20-\x7e]+$/u.test(key)) {
    throw new ApiError('invalid-request', [
      { path: 'Idempotency-Key', message: `1 to ${maxKeyLength} characters of ASCII` },
    ]);
  }
  const hash = createHash('sha256').update(
    JSON.stringify([c.req.method, c.req.path + new URL(c.req.url).search, c.req.header('if-match') ?? '']),
  );
  hash.update(new Uint8Array(await c.req.arrayBuffer()));
  c.set('once', { user: account.user.id, key, request: hash.digest('hex') });
  await next();
};
