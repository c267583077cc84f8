import type { Executor, ItemKind } from '../database/index.ts';

/** One thing that was changed after a revision. */
export interface ItemSince {
  readonly revision: number;
  readonly kind: ItemKind;
  readonly id: string;
  /** As it now is; undefined where it is not there any more. */
  readonly after: unknown;
}

/** Number of a dossier's last change. */
export async function getRevision(database: Executor, dossier: string): Promise<number> {
  const { revision } = await database
    .selectFrom('dossier')
    .select('revision')
    .where('id', '=', dossier)
    .executeTakeFirstOrThrow();
  return revision;
}

/** ISO 8601 instant of a change; undefined where the log does not have it. */
export async function findChangeTime(
  database: Executor,
  dossier: string,
  revision: number,
): Promise<string | undefined> {
  const change = await database
    .selectFrom('revision')
    .select('at')
    .where('dossier_id', '=', dossier)
    .where('number', '=', revision)
    .executeTakeFirst();
  return change?.at;
}

/** How many things were changed after a revision, each time counted. */
export async function countItemsSince(database: Executor, dossier: string, since: number): Promise<number> {
  const { items } = await database
    .selectFrom('revision_item')
    .select((expression) => expression.fn.countAll<number | string>().as('items'))
    .where('dossier_id', '=', dossier)
    .where('number', '>', since)
    .executeTakeFirstOrThrow();
  return Number(items);
}

/** What was changed after a revision, in order. */
export async function listItemsSince(
  database: Executor,
  dossier: string,
  since: number,
): Promise<ItemSince[]> {
  const items = await database
    .selectFrom('revision_item')
    .select(['number', 'kind', 'item_id', 'after'])
    .where('dossier_id', '=', dossier)
    .where('number', '>', since)
    .orderBy('number')
    .orderBy('position')
    .execute();
  return items.map(({ number, kind, item_id, after }) => ({
    revision: number,
    kind: kind as ItemKind,
    id: item_id,
    after: after === null ? undefined : JSON.parse(after),
  }));
}
