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

/** How often one address may come without a right to. Whoever is known is not counted, nor who has no address. */
export function limitRefusals(addressOf: (c: Context) => string | undefined): MiddlewareHandler {
  const limiter = createLimiter(refusalsPerMinute);
  return async (c, next) => {
    const address = addressOf(c);
    if (address === undefined) return next();
    await limiter.check(address);
    await next();
    // What is over is refused from the next request on; this one has its answer.
    if (c.res.status === 401) await limiter.take(address).catch(() => {});
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
