import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { ApiError, answerNotFound } from '../errors.ts';
import { isAskedAtThisMachine } from '../http/this-machine.ts';
import type { Metrics } from './metrics.ts';

const loopbackAddress = /^(?:127\.|::1$|::ffff:127\.)/u;

/** A program beside the server, and not a proxy that passes on what somebody elsewhere asks. */
function isNeighbour(c: Context): boolean {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return isAskedAtThisMachine(c) && loopbackAddress.test(incoming?.socket?.remoteAddress ?? '');
}

/** Whether a text is the secret, in a time that does not tell how much of it is right. */
function isSecret(text: string, secret: string): boolean {
  const hash = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(hash(text), hash(secret));
}

/**
 * What the server counts of itself. With a token: for who has it. Without: for a program at the same machine
 * that asks the server directly; for everybody else there is nothing here.
 */
export function metricsRoutes(metrics: Metrics, token: string | undefined): Hono {
  return new Hono().get('/metrics', async (c) => {
    if (token === undefined && !isNeighbour(c)) return answerNotFound(c);
    const bearer = /^bearer (.+)$/iu.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    if (token !== undefined && !isSecret(bearer, token)) throw new ApiError('unauthenticated');
    return c.body(await metrics.print(), 200, {
      'Content-Type': metrics.contentType,
      'Cache-Control': 'no-store',
    });
  });
}
