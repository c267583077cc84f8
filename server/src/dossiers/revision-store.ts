import type { ChangesResponse } from '@waarborg/shared/api';
import type { Executor, ItemKind } from '../database/index.ts';
import { countItems, toShownState } from '../history/history-store.ts';

/** Most revisions of a page of the log, and most items unless one revision has more: a revision is never split. */
export const maxChanges = 500;
const maxItems = 5_000;

/** A page of the log. */
export interface ChangePage {
  readonly changes: ChangesResponse['changes'];
  /** Whether there are changes after these. */
  readonly more: boolean;
}

/** How many of the revisions make a page, by how many items each has. */
function countFitting(numbers: readonly number[], itemsOf: ReadonlyMap<number, number>): number {
  let items = 0;
  const full = numbers.findIndex((number, place) => {
    items += itemsOf.get(number) ?? 0;
    return place > 0 && items > maxItems;
  });
  return full === -1 ? numbers.length : full;
}

/** The changes of a dossier after a revision, in order and without gap: the first `limit`, or as many as make a page. */
export async function listChanges(
  database: Executor,
  dossier: string,
  since: number,
  limit = maxChanges,
): Promise<ChangePage> {
  const found = await database
    .selectFrom('revision')
    .select(['number', 'at', 'user_id', 'operation'])
    .where('dossier_id', '=', dossier)
    .where('number', '>', since)
    .orderBy('number')
    .limit(limit + 1)
    .execute();
  const numbers = found.slice(0, limit).map(({ number }) => number);
  const [first] = numbers;
  if (first === undefined) return { changes: [], more: false };
  const fitting = countFitting(numbers, await countItems(database, dossier, numbers));
  const revisions = found.slice(0, fitting);
  const items = await database
    .selectFrom('revision_item')
    .select(['number', 'kind', 'item_id', 'after'])
    .where('dossier_id', '=', dossier)
    .where('number', '>=', first)
    .where('number', '<=', revisions.at(-1)?.number ?? first)
    .orderBy('number')
    .orderBy('position')
    .execute();
  const itemsOf = Map.groupBy(items, ({ number }) => number);
  const changes = revisions.map(({ number, at, user_id, operation }) => ({
    revision: number,
    at,
    ...(user_id ? { by: user_id } : {}),
    operation,
    items: (itemsOf.get(number) ?? []).map(({ kind, item_id, after }) => ({
      kind: kind as ItemKind,
      id: item_id,
      after: after === null ? null : toShownState(JSON.parse(after)),
    })),
  }));
  return { changes, more: found.length > revisions.length };
}
