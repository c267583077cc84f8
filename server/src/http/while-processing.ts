import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** Less than a minute, after which proxies cut a connection on which nothing moves. */
const saidEveryMs = 20_000;

/**
 * Does what takes long, and says now and then that it is being done (102 Processing, RFC 2518, section 10.1), so that
 * neither we nor a proxy take the connection for a dead one.
 */
export async function whileProcessing<T>(
  c: Context,
  work: Promise<T>,
  everyMs: number = saidEveryMs,
): Promise<T> {
  const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>;
  const timer = setInterval(() => {
    if (outgoing && 'writeProcessing' in outgoing) outgoing.writeProcessing();
  }, everyMs);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
