import type { Context, MiddlewareHandler } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import { createLimiter } from './limiter.ts';

/** Requests a minute from one address that nobody may make: who guesses, and what is configured wrongly. */
const refusalsPerMinute = 300;

/** Published pages a minute from one address. */
const visitsPerMinute = 120;

const unlimited: MiddlewareHandler = (_c, next) => next();

/** How much one account may ask, on whatever number of devices and tokens. `perMinute` 0 is no limit. */
export function limitAccount(perMinute: number): MiddlewareHandler<Env> {
  if (perMinute === 0) return unlimited;
  const limiter = createLimiter(perMinute);
  return async (c, next) => {
    const account = c.get('account') as Env['Variables']['account'] | undefined;
    if (account) await limiter.take(account.user.id);
    await next();
  };
}

/**
 * How often one address is told that it has no right to come, before it is told to wait. An office has one address:
 * whoever of it has a right is neither counted nor kept waiting, nor is who has no address.
 */
export function limitRefusals(addressOf: (c: Context) => string | undefined): MiddlewareHandler {
  const limiter = createLimiter(refusalsPerMinute);
  return async (c, next) => {
    await next();
    const address = addressOf(c);
    if (c.res.status === 401 && address !== undefined) await limiter.take(address);
  };
}

/** How often one address may come for what everybody may read. Who has no address is not counted. */
export function limitVisitors(addressOf: (c: Context) => string | undefined): MiddlewareHandler {
  const limiter = createLimiter(visitsPerMinute);
  return async (c, next) => {
    const address = addressOf(c);
    if (address !== undefined) await limiter.take(address);
    await next();
  };
}
