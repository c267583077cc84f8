import type { MiddlewareHandler } from 'hono';
import type { RequestIdVariables } from 'hono/request-id';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { routeOf } from './route-of.ts';

/** Asked every few seconds by machines, and of no interest afterwards. */
const probes = new Set(['/healthz', '/readyz', '/metrics']);

function levelOf(route: string, status: number): 'debug' | 'error' | 'info' {
  if (status >= 500) return 'error';
  return probes.has(route) ? 'debug' : 'info';
}

/** Writes a line and counts one for every answer, by the pattern of its address, and names the request in it. */
export function observeRequests(
  logger: Logger,
  metrics: Metrics,
): MiddlewareHandler<{ Variables: RequestIdVariables }> {
  return async (c, next) => {
    const begin = performance.now();
    await next();
    const ms = performance.now() - begin;
    const [{ method }, route, { status }] = [c.req, routeOf(c), c.res];
    metrics.count({ method, route, status, seconds: ms / 1000 });
    // Once more: an answer that was made whole by itself has lost it.
    c.res.headers.set('X-Request-Id', c.get('requestId'));
    const line = { requestId: c.get('requestId'), method, route, status, ms: Math.round(ms * 10) / 10 };
    logger[levelOf(route, status)](line, 'request');
  };
}
