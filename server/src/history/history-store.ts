import { sql } from 'kysely';
import {
  type Executor,
  type ItemKind,
  type ItemState,
  type Page,
  type PageRequest,
  takePage,
  type Versions,
  whereAny,
} from '../database/index.ts';

/** One thing that a revision changed. */
export interface LoggedVersions extends Versions<ItemState> {
  readonly kind: ItemKind;
  readonly id: string;
}

/** A revision without its items. */
export interface LoggedRevision {
  readonly revision: number;
  readonly at: string;
  readonly by?: { readonly id: string; readonly name: string } | undefined;
  readonly operation: string;
  readonly undoes?: number | undefined;
}

/** Which revisions are wanted. */
export interface RevisionFilters {
  readonly operation?: readonly string[] | undefined;
  /** User ids. */
  readonly by?: readonly string[] | undefined;
  /** Of revisions that changed a thing of this kind, or this thing. */
  readonly kind?: readonly string[] | undefined;
  readonly item?: readonly string[] | undefined;
}

/** Numbers as texts of one length, so that they are in order as texts too. */
const numberKey = sql<string>`cast(1000000000000 + ${sql.ref('revision.number')} as text)`;

/** How the history can be ordered. */
export const revisionOrder = { keys: { revision: numberKey }, id: numberKey };

interface RevisionRow {
  readonly number: number;
  readonly at: string;
  readonly user_id: string | null;
  readonly operation: string;
  readonly undoes: number | null;
  readonly name: string | null;
}

function toRevision({ number, at, user_id, operation, undoes, name }: RevisionRow): LoggedRevision {
  return {
    revision: number,
    at,
    ...(user_id === null ? {} : { by: { id: user_id, name: name ?? user_id } }),
    operation,
    ...(undoes === null ? {} : { undoes }),
  };
}

function selectRevisions(database: Executor, dossier: string) {
  return database
    .selectFrom('revision')
    .leftJoin('user', 'user.id', 'revision.user_id')
    .select([
      'revision.number',
      'revision.at',
      'revision.user_id',
      'revision.operation',
      'revision.undoes',
      'user.name',
    ])
    .where('revision.dossier_id', '=', dossier);
}

/** A page of the history of a dossier. */
export function listRevisionPage(
  database: Executor,
  dossier: string,
  { operation, by, kind, item }: RevisionFilters,
  page: PageRequest,
): Promise<Page<LoggedRevision>> {
  let query = whereAny(selectRevisions(database, dossier), 'revision.operation', operation);
  query = whereAny(query, 'revision.user_id', by);
  if (kind?.length || item?.length) {
    query = query.where(({ exists, selectFrom }) => {
      const items = selectFrom('revision_item')
        .select('revision_item.position')
        .whereRef('revision_item.dossier_id', '=', 'revision.dossier_id')
        .whereRef('revision_item.number', '=', 'revision.number');
      return exists(whereAny(whereAny(items, 'revision_item.kind', kind), 'revision_item.item_id', item));
    });
  }
  return takePage(query, revisionOrder, page, toRevision);
}

/** One revision. */
export async function findRevision(
  database: Executor,
  dossier: string,
  number: number,
): Promise<LoggedRevision | undefined> {
  const row = await selectRevisions(database, dossier)
    .where('revision.number', '=', number)
    .executeTakeFirst();
  return row && toRevision(row);
}

/** Which of these revisions were undone, and by which one last. */
export async function findUndoers(
  database: Executor,
  dossier: string,
  numbers: readonly number[],
): Promise<Map<number, number>> {
  if (numbers.length === 0) return new Map();
  const rows = await database
    .selectFrom('revision')
    .select(['number', 'undoes'])
    .where('dossier_id', '=', dossier)
    .where('undoes', 'in', [...numbers])
    .orderBy('number')
    .execute();
  return new Map(rows.map(({ number, undoes }) => [undoes ?? 0, number]));
}

/** A thing without what the log keeps only so that it can be restored. */
export function toShownState({ foreign: _, ...shown }: ItemState): ItemState {
  return shown;
}

/** How many things each of these revisions changed. */
export async function countItems(
  database: Executor,
  dossier: string,
  numbers: readonly number[],
): Promise<Map<number, number>> {
  if (numbers.length === 0) return new Map();
  const rows = await database
    .selectFrom('revision_item')
    .select(({ fn }) => ['number', fn.countAll<number>().as('items')])
    .where('dossier_id', '=', dossier)
    .where('number', 'in', [...numbers])
    .groupBy('number')
    .execute();
  return new Map(rows.map(({ number, items }) => [number, Number(items)]));
}

/** What a revision changed, in order: at most `limit` things, and only those that are wanted. */
export async function listVersions(
  database: Executor,
  dossier: string,
  number: number,
  { kind, item, limit }: Pick<RevisionFilters, 'kind' | 'item'> & { limit?: number } = {},
): Promise<LoggedVersions[]> {
  let query = database
    .selectFrom('revision_item')
    .select(['kind', 'item_id', 'before', 'after', 'position'])
    .where('dossier_id', '=', dossier)
    .where('number', '=', number);
  query = whereAny(whereAny(query, 'kind', kind), 'item_id', item);
  if (limit !== undefined) query = query.limit(limit);
  return (await query.orderBy('position').execute()).map(toVersions);
}

/** Revision that changed any of these things last; 0 where none of them is in the log. */
export async function findLastRevision(
  database: Executor,
  dossier: string,
  { kind, ids }: { readonly kind: ItemKind; readonly ids: readonly string[] },
): Promise<number> {
  const { last } = await database
    .selectFrom('revision_item')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('dossier_id', '=', dossier)
    .where('item_id', 'in', ids)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** What was made of a thing after a revision, latest first. */
export async function listLaterVersions(
  database: Executor,
  dossier: string,
  { kind, id }: Pick<LoggedVersions, 'kind' | 'id'>,
  after: number,
): Promise<(LoggedVersions & { readonly revision: number })[]> {
  const rows = await database
    .selectFrom('revision_item')
    .select(['number', 'kind', 'item_id', 'before', 'after'])
    .where('dossier_id', '=', dossier)
    .where('item_id', '=', id)
    .where('kind', '=', kind)
    .where('number', '>', after)
    .orderBy('number', 'desc')
    .orderBy('position', 'desc')
    .execute();
  return rows.map((row) => ({ ...toVersions(row), revision: row.number }));
}

function toVersions(row: {
  kind: string;
  item_id: string;
  before: string | null;
  after: string | null;
}): LoggedVersions {
  return {
    kind: row.kind as ItemKind,
    id: row.item_id,
    ...(row.before === null ? {} : { before: JSON.parse(row.before) as ItemState }),
    ...(row.after === null ? {} : { after: JSON.parse(row.after) as ItemState }),
  };
}
