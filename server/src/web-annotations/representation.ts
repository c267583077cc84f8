import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import Negotiator from 'negotiator';
import { isNotModified } from '../api-routes.ts';
import { ApiError } from '../errors.ts';
import { toTurtle } from './to-turtle.ts';

/** Media type of Web Annotations in JSON-LD, with the profile that says so. */
export const annotationType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const jsonTypes = ['application/ld+json', 'application/json'];
const turtleType = 'text/turtle';

/** Whether the request prefers Turtle. Any profile of JSON-LD is answered with ours (Web Annotation Protocol, section 4.1). */
function prefersTurtle(c: Context): boolean {
  const accept = c.req.header('accept')?.replace(/;\s*profile\s*=\s*(?:"[^"]*"|[^;,]*)/giu, '');
  if (!accept?.trim()) return false;
  const [best] = new Negotiator({ headers: { accept } }).mediaTypes([...jsonTypes, turtleType]);
  if (best === undefined) throw new ApiError('not-acceptable');
  return best === turtleType;
}

/** The media type of an answer, before anything is done for it: what nobody accepts is not made either. */
export interface Representation {
  /** Answers with a JSON-LD document in this form, or that the client has it already. */
  answer(c: Context, document: object, revision: number, status: 200 | 201): Promise<Response>;
}

/**
 * Chooses how to represent what is asked for, by `Accept`. The ETag is the revision and a hash of what is sent,
 * so that each representation has its own (RFC 9110, section 8.8.3) and names in it may change by themselves.
 *
 * @throws ApiError `not-acceptable`
 */
export function chooseRepresentation(c: Context, server: string): Representation {
  const isTurtle = prefersTurtle(c);
  return {
    async answer(context, document, revision, status) {
      const text = isTurtle ? await toTurtle(document, server) : JSON.stringify(document);
      const etag = `"${revision}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}"`;
      context.header('ETag', etag);
      context.header('Vary', 'Accept, Prefer, Authorization, Cookie');
      context.header('Cache-Control', 'private, no-cache');
      const isRead = ['GET', 'HEAD'].includes(context.req.method);
      if (isRead && isNotModified(context, etag)) return context.body(null, 304);
      return context.body(text, status, { 'Content-Type': isTurtle ? turtleType : annotationType });
    },
  };
}
