import type { MiddlewareHandler } from 'hono';

/** Once the server stops, its answers say that the connection closes: the next request goes to another copy. */
export function closeWhenStopping(stopping: AbortSignal): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (stopping.aborted) c.header('Connection', 'close');
  };
}
