import type { Context, MiddlewareHandler } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import { announceAccess, type Executor } from '../database/index.ts';

/** Whether a request would be let through again, where `look` refuses what would not. */
export function wouldPass(look: (c: Context<Env>) => Promise<void>): (c: Context<Env>) => Promise<boolean> {
  return async (c) => {
    try {
      await look(c);
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
