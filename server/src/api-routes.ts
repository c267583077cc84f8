import { createRoute, OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import { problemSchema } from '@waarborg/shared/api';
import type { Context } from 'hono';
import type { Env } from './accounts/authenticate.ts';
import type { Writer } from './database/index.ts';
import { ApiError } from './errors.ts';
import type { ExpectedVersion } from './history/expected-version.ts';

/** Where a value does not fit a schema, as problem details say it. */
function toProblemErrors(error: z.ZodError): { path: string; message: string }[] {
  return error.issues.map(({ path, message }) => ({
    path: path.map((key) => (typeof key === 'number' ? `[${key}]` : String(key))).join('.'),
    message,
  }));
}

/** A router whose requests are checked by their schemas; what does not fit is a problem. */
export function createRouter(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new ApiError('invalid-request', toProblemErrors(result.error));
    },
  });
}

/** An answer or a body in JSON. */
export function jsonContent<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } } as const;
}

/** A body that a request must have. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const;
}

const problemContent = { 'application/problem+json': { schema: problemSchema } };
/** Problems that any route can answer with (RFC 9457). */
const problems = {
  400: { description: 'The request cannot be read', content: problemContent },
  422: { description: 'The request does not fit', content: problemContent },
  default: { description: 'Problem', content: problemContent },
};

const versionHeader = {
  'API-Version': { description: 'Version of the API', schema: { type: 'string' as const } },
};

const headerParameter = (name: string, description: string) => ({
  name,
  in: 'header' as const,
  required: false,
  description,
  schema: { type: 'string' as const },
});

/** How a write reads `If-Match`. */
type VersionUse = 'may' | 'must';

/** What the headers of a write say, besides what it writes. */
function describeWriting(
  method: RouteConfig['method'],
  version: VersionUse | undefined,
): NonNullable<RouteConfig['parameters']> {
  if (method === 'get') return [];
  const key = headerParameter('Idempotency-Key', 'Repeated with the same key, it is done once');
  if (version === undefined) return [key];
  const isNeeded = version === 'must';
  const what = `ETag of the version that is changed, or *${isNeeded ? '; 428 without it' : ''}`;
  return [key, { ...headerParameter('If-Match', what), required: isNeeded }];
}

/** A name for clients that are generated: `getDossiersAnnotationsById`. */
function nameOperation({ method, path }: RouteConfig): string {
  const words = path
    .replace('/dossiers/{dossier}/', '/dossier/')
    .split('/')
    .filter((word) => word !== '')
    .map((word) => word.replace(/^\{(.+)\}$/u, 'by-$1'));
  return [method, ...words].join('-').replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/**
 * Describes a route. Every route can also answer with a problem and says the version of the API, and every
 * write can be named (`Idempotency-Key`). `version` says whether it reads `If-Match`: `must` where the route calls
 * `neededVersion`, because somebody's work could be overwritten unseen; absent where it does not.
 */
export function describeRoute<const R extends RouteConfig & { readonly version?: VersionUse }>(described: R) {
  const { version, ...route } = described;
  const responses = Object.entries(route.responses).map(([status, response]) => [
    status,
    'headers' in response ? response : { ...response, headers: versionHeader },
  ]);
  return createRoute({
    operationId: nameOperation(route),
    ...route,
    parameters: [...(route.parameters ?? []), ...describeWriting(route.method, version)],
    responses: { ...problems, ...Object.fromEntries(responses) },
  } as unknown as R);
}

/** The databases count revisions in 32 bits. */
const lastRevision = 2 ** 31 - 1;

/** A revision as a request names it; one that no dossier can reach stands behind the last one. */
export const revisionSchema = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform((digits) => Math.min(Number(digits), lastRevision));

/** The dossier in a path, by its slug. */
export const dossierParameters = z.object({ dossier: z.string().max(64) });
/** A thing of a dossier in a path, by its id. */
export const itemParameters = dossierParameters.extend({ id: z.uuid().toLowerCase() });

/** Answer to a request that changed something and has nothing to show. */
export const noContent = { 204: { description: 'Done' } } as const;

const revisionHeader = 'Dossier-Revision';

/** Answer to a request that took something away from a dossier. */
export const deleted = {
  204: {
    description: 'Deleted',
    headers: {
      ...versionHeader,
      [revisionHeader]: {
        description: 'Revision that took it away, by which it can be undone',
        schema: { type: 'string' as const },
      },
    },
  },
} as const;

/** Says that something was taken away, and by which revision; an answer that an older version kept does not name it. */
export function answerDeleted(c: Context, revision: number | undefined) {
  return c.body(null, 204, typeof revision === 'number' ? { [revisionHeader]: String(revision) } : {});
}

/** ETag of a version. */
export function etagOf(revision: number, variant = ''): string {
  return `"${revision}${variant && `-${variant}`}"`;
}

/** Answers with a thing and its version. */
export function answerItem<T extends { readonly revision: number }>(c: Context, item: T) {
  return c.json(item, 200, { ETag: etagOf(item.revision) });
}

/** Answers with a thing that was added to a list, or was there already; its address is that of the list with its id. */
export function answerAdded<T extends { readonly id: string; readonly revision: number }>(
  c: Context,
  item: T,
  created: boolean,
) {
  return c.json(item, created ? 201 : 200, {
    ETag: etagOf(item.revision),
    Location: `${c.req.path}/${item.id}`,
  });
}

/**
 * What a request says of the version that is changed; undefined where it says nothing. The revision begins the tag,
 * whatever the representation adds to it. A weak tag or one that is not ours matches nothing (RFC 9110,
 * section 13.1.1). `If-None-Match: *` says that nothing is there, which is version 0.
 */
export function expectedVersion(c: Context): ExpectedVersion | undefined {
  if (c.req.header('if-none-match')?.trim() === '*') return [0];
  const header = c.req.header('if-match')?.trim();
  if (header === undefined || header === '*') return header && 'any';
  return header
    .split(',')
    .flatMap((tag) => /^"(\d+)(?:-[\da-f]+)?"$/u.exec(tag.trim())?.[1] ?? [])
    .map(Number);
}

/**
 * The version that is changed, which must be named.
 *
 * @throws ApiError `precondition-required`
 */
export function neededVersion(c: Context): ExpectedVersion {
  const expected = expectedVersion(c);
  if (expected === undefined) throw new ApiError('precondition-required');
  return expected;
}

/** Who writes where, by what middleware left. */
export function writerOf(c: Context<Env>): Writer {
  return { dossier: c.get('access').dossier.id, user: c.get('account').user, once: c.get('once') };
}

/** Whether the client has this version already. */
export function isNotModified(c: Context, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//u, '');
  const known = (c.req.header('if-none-match') ?? '').split(',').map(opaque);
  return known.includes('*') || known.includes(opaque(etag));
}

/** What a field is, whether or not it may be left out. */
function innermost(field: unknown): unknown {
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault ? innermost(field.unwrap()) : field;
}

/**
 * Reads query parameters by a schema; those whose field is a list can be repeated. A number is written in digits: `1e2`
 * and `0x10` are none.
 *
 * @throws ApiError `invalid-request` for a value that does not fit, for one of which there can be one and that is given
 *   twice, and for a name that nobody knows.
 */
export function parseQuery<S extends z.ZodObject>(schema: S, c: Context): z.output<S> {
  const isList = (name: string) => {
    const field = schema.shape[name];
    return field instanceof z.ZodOptional && field.unwrap() instanceof z.ZodArray;
  };
  const read = (name: string, value = '') =>
    innermost(schema.shape[name]) instanceof z.ZodNumber && !/^\d+$/u.test(value) ? 'NaN' : value;
  const given = Object.entries(c.req.queries());
  const repeated = given.find(([name, list]) => name in schema.shape && !isList(name) && list.length > 1);
  if (repeated) throw new ApiError('invalid-request', [{ path: repeated[0], message: 'is given once' }]);
  const values = given.map(([name, list]) => [name, isList(name) ? list : read(name, list[0])]);
  const result = z.strictObject(schema.shape).safeParse(Object.fromEntries(values));
  if (!result.success) throw new ApiError('invalid-request', toProblemErrors(result.error));
  return result.data as z.output<S>;
}

/** The same parameters for the OpenAPI document. */
export function describeQuery(schema: z.ZodObject): NonNullable<RouteConfig['parameters']> {
  return Object.entries(schema.shape).map(([name, field]) => {
    const { $schema: _, ...json } = z.toJSONSchema(field as z.ZodType, {
      io: 'input',
      unrepresentable: 'any',
    });
    return { name, in: 'query' as const, required: false, schema: json as never };
  });
}
