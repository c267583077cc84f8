import { z } from 'zod';

/** Entries of a page where the request does not say how many. */
export const defaultPageSize = 100;
/** Most entries of a page. */
export const maxPageSize = 500;

/**
 * What every list of the API says besides its entries: the cursor of the next page, absent on the last one;
 * and how many entries there are on all pages, said on the first.
 */
const pageFields = { next: z.string().optional(), total: z.int().nonnegative().optional() };

/** A page of a list whose entries stand under `name`, with what else its answer says. */
export function listSchema<
  const N extends string,
  S extends z.ZodType,
  M extends z.ZodRawShape = Record<never, never>,
>(name: N, entry: S, more?: M) {
  return z.object({
    ...((more ?? {}) as M),
    ...({ [name]: z.array(entry) } as { [K in N]: z.ZodArray<S> }),
    ...pageFields,
  });
}

function atCursor(path: string, cursor: string | undefined): string {
  const query = [`limit=${maxPageSize}`, ...(cursor ? [`cursor=${encodeURIComponent(cursor)}`] : [])];
  return `${path}${path.includes('?') ? '&' : '?'}${query.join('&')}`;
}

/**
 * A whole list, read page by page: the entries of all pages in their order, and for the rest what the first
 * page says, so that a `revision` is the one before which nothing is missing. An entry that is written
 * meanwhile may be in it or not.
 *
 * `get` reads one page by its path; what it throws ends the reading.
 */
export async function readWholeList<T extends { readonly next?: string | undefined }>(
  path: string,
  get: (path: string) => Promise<T>,
): Promise<T> {
  const pages = [await get(atCursor(path, undefined))];
  for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next) {
    pages.push(await get(atCursor(path, next)));
  }
  const { next: _, ...first }: { next?: string } = { ...pages[0] };
  const whole = Object.entries(first).map(([name, value]) => [
    name,
    Array.isArray(value) ? pages.flatMap((page) => Object(page)[name] as unknown[]) : value,
  ]);
  return Object.fromEntries(whole) as T;
}
