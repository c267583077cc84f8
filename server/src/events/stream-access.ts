import type { Context, MiddlewareHandler } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import { announceAccess, type Executor } from '../database/index.ts';

/** Whether a request that was let through long ago would be let through again, by the same rules. */
export function wouldPass(
  ...rules: readonly MiddlewareHandler<Env>[]
): (c: Context<Env>) => Promise<boolean> {
  return async (c) => {
    try {
      for (const rule of rules) await rule(c, async () => {});
      return true;
    } catch {
      return false; // Refused, or nobody can tell now.
    }
  };
}

/** After a request that ends a token or a session, the streams that were opened with it end at once. */
export function endStreams(database: Executor): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (c.req.method !== 'GET' && c.res.ok) announceAccess(database);
  };
}
