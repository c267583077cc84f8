import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';

/** A place in a list: the sort key and the id of an entry. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

/** Which page of a list is wanted. */
export interface PageRequest {
  /** Name of a sort key of the list. */
  readonly sort: string;
  readonly descending: boolean;
  /** Most entries. */
  readonly limit: number;
  /** The last entry of the page before; absent for the first page. */
  readonly after?: Place | undefined;
}

/** A page of a list. */
export interface Page<T> {
  readonly entries: readonly T[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: Place | undefined;
  /** How many entries there are on all pages; only on the first page. */
  readonly total?: number | undefined;
}

/** How a list can be ordered: texts by the names that the API has for them, and the id that decides between equals. */
export interface ListOrder<S extends string = string> {
  readonly keys: Readonly<Record<S, RawBuilder<string>>>;
  readonly id: RawBuilder<string>;
}

/** A column, `table.column`, as a sort key. It holds text and is never null. */
export function textColumn(column: string): RawBuilder<string> {
  return sql<string>`${sql.ref(column)}`;
}

/** A column as a sort key that can be null, which comes before every text. */
export function optionalTextColumn(column: string): RawBuilder<string> {
  return sql<string>`coalesce(${sql.ref(column)}, '')`;
}

/**
 * One page of what a query selects, by place and not by number (keyset paging): whatever is written between two
 * pages, an entry whose key stays is neither repeated nor left out. Costs what the page costs, wherever it lies,
 * where an index has the order. The first page counts the whole. `toEntry` makes of a row what the list holds.
 */
export async function takePage<DB, TB extends keyof DB, Row, Entry = Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  order: ListOrder,
  { sort, descending, limit, after }: PageRequest,
  toEntry: (row: Row) => Entry = (row) => row as unknown as Entry,
): Promise<Page<Entry>> {
  const key = order.keys[sort];
  if (!key) throw new RangeError(`no sort key ${sort}`);
  const direction = descending ? 'desc' : 'asc';
  const comparison = sql.raw(descending ? '<' : '>');
  let page = query
    .select([key.as('page_key'), order.id.as('page_id')])
    .orderBy(key, direction)
    .orderBy(order.id, direction)
    .limit(limit + 1);
  if (after) page = page.where(sql<boolean>`(${key}, ${order.id}) ${comparison} (${after.key}, ${after.id})`);
  const rows = (await page.execute()) as (Row & { page_key: string; page_id: string })[];
  const total = after ? undefined : await countRows(query);
  const taken = rows.slice(0, limit);
  const last = rows.length > limit ? taken.at(-1) : undefined;
  return {
    entries: taken.map(toEntry),
    ...(last ? { next: { key: last.page_key, id: last.page_id } } : {}),
    ...(total === undefined ? {} : { total }),
  };
}

async function countRows<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
): Promise<number> {
  const row = await query.clearSelect().select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow();
  return Number((row as { count: number }).count);
}

/** Keeps the rows whose column has one of the values; all of them where no value is wanted. */
export function whereAny<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  column: string,
  values: readonly string[] | undefined,
): SelectQueryBuilder<DB, TB, Row> {
  if (!values?.length) return query;
  return query.where(sql<boolean>`${sql.ref(column)} in (${sql.join([...values])})`);
}
