import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import {
  createRouter,
  describeQuery,
  describeRoute,
  dossierParameters,
  parseQuery,
  revisionSchema,
} from '../api-routes.ts';
import { ApiError } from '../errors.ts';
import type { StreamLimit } from '../limits/stream-limit.ts';
import type { EventHub } from './event-hub.ts';

const querySchema = z.object({ since: revisionSchema.optional() });

const events = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/events',
  tags: ['dossiers'],
  summary: 'Every change as it happens, as server-sent events whose ids are revisions',
  description:
    'Each event is a change as in `/changes`. Begins after `Last-Event-ID`, else after `since`, else now. ' +
    'An event `reset` says that the client has revisions that the dossier does not have.',
  request: { params: dossierParameters },
  parameters: [
    ...describeQuery(querySchema),
    { name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' } },
  ],
  responses: {
    200: { description: 'Changes', content: { 'text/event-stream': { schema: z.string() } } },
  },
});

/** Where the client wants to go on; undefined for now. */
function readSince(c: Context<Env>): number | undefined {
  const { since } = parseQuery(querySchema, c);
  const last = c.req.header('last-event-id');
  if (last === undefined || last === '') return since;
  const parsed = revisionSchema.safeParse(last);
  if (!parsed.success)
    throw new ApiError('invalid-request', [{ path: 'Last-Event-ID', message: 'is a revision' }]);
  return parsed.data;
}

/** The socket's answer, where there is a socket. */
interface Outgoing {
  readonly outgoing?: { destroy(): void };
}

/** Live changes. `isAllowed` says whether a request would still be let through. */
export function eventRoutes(
  hub: EventHub,
  isAllowed: (c: Context<Env>) => Promise<boolean>,
  limit: StreamLimit,
) {
  return createRouter().openapi(events, (c) => {
    const { id, revision } = c.get('access').dossier;
    const since = readSince(c) ?? revision;
    const body = hub.open({
      ...{ dossier: id, latest: revision, since, onEnd: limit.enter(c.get('account').user.id) },
      isAllowed: () => isAllowed(c),
      cut: () => (c.env as Outgoing | undefined)?.outgoing?.destroy(),
    });
    return c.body(body, 200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // Proxies would gather events until a buffer is full.
      'X-Accel-Buffering': 'no',
    });
  });
}
