import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { assertReadable, type Database } from '../database/index.ts';
import { ApiError } from '../errors.ts';

/** `/healthz`: whether the process answers at all. `/readyz`: whether it can serve, which it cannot while it stops. */
export function healthRoutes(database: Kysely<Database>, stopping: AbortSignal): Hono {
  return new Hono()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      if (stopping.aborted) throw new ApiError('unavailable');
      try {
        await assertReadable(database);
      } catch (cause) {
        throw new ApiError('unavailable', [], { cause });
      }
      return c.text('ready');
    });
}
