import type { ChangesResponse } from '@waarborg/shared/api';
import type { Executor, ItemKind } from '../database/index.ts';

/** What the log keeps only so that it can be restored stays in the log. */
function toShown(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('foreign' in value)) return value;
  const { foreign: _, ...shown } = value;
  return shown;
}

/** Every change of a dossier after a revision, in order. */
export async function listChanges(
  database: Executor,
  dossier: string,
  since: number,
): Promise<ChangesResponse['changes']> {
  const revisions = await database
    .selectFrom('revision')
    .selectAll()
    .where('dossier_id', '=', dossier)
    .where('number', '>', since)
    .orderBy('number')
    .execute();
  const items = await database
    .selectFrom('revision_item')
    .selectAll()
    .where('dossier_id', '=', dossier)
    .where('number', '>', since)
    .orderBy('number')
    .orderBy('position')
    .execute();
  const itemsOf = Map.groupBy(items, ({ number }) => number);
  return revisions.map(({ number, at, user_id, operation }) => ({
    revision: number,
    at,
    ...(user_id ? { by: user_id } : {}),
    operation,
    items: (itemsOf.get(number) ?? []).map(({ kind, item_id, after }) => ({
      kind: kind as ItemKind,
      id: item_id,
      after: after === null ? null : toShown(JSON.parse(after)),
    })),
  }));
}
