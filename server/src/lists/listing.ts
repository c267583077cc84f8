import type { RouteConfig } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { defaultPageSize, maxPageSize } from '@waarborg/shared/api';
import type { Context } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import { describeQuery, parseQuery } from '../api-routes.ts';
import type { Page, PageRequest, Place } from '../database/index.ts';
import { ApiError } from '../errors.ts';

const maxFilterValues = 200;

/** What a request wants of a list. */
export interface WantedList<F> {
  readonly page: PageRequest;
  readonly filters: F;
  /** What the answer says of the page besides its entries; the address of the next page also goes into `Link`. */
  describe(page: Page<unknown>): { next?: string; total?: number };
}

/** How a list is asked for: by page, order and its own filters. */
export interface Listing<F extends z.ZodObject> {
  /** For the OpenAPI document. */
  readonly parameters: NonNullable<RouteConfig['parameters']>;
  /**
   * Reads a request.
   *
   * @throws ApiError `invalid-request` for a value that does not fit, a name that nobody knows and a
   * cursor of another order.
   */
  read(c: Context<Env>): WantedList<z.output<F>>;
}

/** A filter: a query parameter that can be repeated and is met by any of its values. */
export function anyOf<S extends z.ZodType>(value: S) {
  return z.array(value).max(maxFilterValues).optional();
}

const placeSchema = z.tuple([z.string(), z.string().max(8_000), z.string().max(1_000)]);

function toCursor(sort: string, { key, id }: Place): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');
}

/** The place in a cursor that was given out for this order; undefined for any other text. */
function fromCursor(sort: string, cursor: string): Place | undefined {
  try {
    const text = Buffer.from(cursor, 'base64url').toString();
    const [of, key, id] = placeSchema.parse(JSON.parse(text));
    const isKept = [key, id].every((part) => part.isWellFormed() && !part.includes('\u0000'));
    return of === sort && isKept ? { key, id } : undefined;
  } catch {
    return undefined; // It is no cursor of ours.
  }
}

/** Says of a page where the next one is, as cursor and as `Link` (RFC 8288), and how many entries there are. */
function describePage(c: Context<Env>, sort: string, { next, total }: Page<unknown>) {
  const cursor = next && toCursor(sort, next);
  if (cursor) {
    const { pathname, searchParams } = new URL(c.req.url);
    searchParams.set('cursor', cursor);
    c.header('Link', `<${pathname}?${searchParams}>; rel="next"`, { append: true });
  }
  return { ...(cursor ? { next: cursor } : {}), ...(total === undefined ? {} : { total }) };
}

/**
 * The one way in which lists are paged, sorted and filtered. `order` names the keys; `preset` is the order
 * where the request does not say one: `created`, or `-created` from the last to the first.
 */
export function createListing<S extends string, F extends z.ZodObject>(
  order: { readonly keys: Readonly<Record<S, unknown>> },
  preset: NoInfer<S | `-${S}`>,
  filters: F,
): Listing<F> {
  const sorts = Object.keys(order.keys).flatMap((name) => [name, `-${name}`]);
  const schema = z.object({
    limit: z.coerce.number().int().min(1).max(maxPageSize).default(defaultPageSize),
    cursor: z.string().min(1).max(20_000).optional(),
    sort: z.enum(sorts as [string, ...string[]]).default(preset),
  });
  const query = filters.extend(schema.shape);
  return {
    parameters: describeQuery(query),
    read(c) {
      const { limit, cursor, sort, ...wanted } = parseQuery(query, c) as z.output<typeof schema>;
      const after = cursor === undefined ? undefined : fromCursor(sort, cursor);
      if (cursor !== undefined && !after) {
        throw new ApiError('invalid-request', [
          { path: 'cursor', message: 'is `next` of a page of the same list in the same order' },
        ]);
      }
      const descending = sort.startsWith('-');
      return {
        page: { sort: descending ? sort.slice(1) : sort, descending, limit, after },
        filters: wanted as z.output<F>,
        describe: (page) => describePage(c, sort, page),
      };
    },
  };
}
