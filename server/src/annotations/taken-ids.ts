import { type Change, type Executor, prepareQuery, type Reading } from '../database/index.ts';

/**
 * Of ids that no annotation has: those that one of the dossier had before it was deleted. Where an import that brought
 * it was undone nobody took it away by hand, so the same file may bring it again.
 */
async function findDeletedIds({ transaction, dossier }: Change, ids: readonly string[]): Promise<string[]> {
  const lastOfEach = await transaction
    .selectFrom('revision_item')
    .select(({ fn }) => ['item_id', fn.max('number').as('number')])
    .where('dossier_id', '=', dossier)
    .where('item_id', 'in', ids)
    .where('kind', '=', 'annotation')
    .groupBy('item_id')
    .execute();
  const areUndone = new Map<number, boolean>();
  for (const { number } of lastOfEach) {
    if (!areUndone.has(number)) areUndone.set(number, await isUndoneImport(transaction, dossier, number));
  }
  return lastOfEach.flatMap(({ item_id: id, number }) => (areUndone.get(number) ? [] : id));
}

/** Whether a revision undoes an import, be it after the undoing was undone. */
async function isUndoneImport(database: Executor, dossier: string, number: number): Promise<boolean> {
  const find = (wanted: number) =>
    database
      .selectFrom('revision')
      .select(['operation', 'undoes'])
      .where('dossier_id', '=', dossier)
      .where('number', '=', wanted)
      .executeTakeFirst();
  let revision = await find(number);
  const isUndoing = typeof revision?.undoes === 'number';
  while (typeof revision?.undoes === 'number') revision = await find(revision.undoes);
  return isUndoing && revision !== undefined && imports.includes(revision.operation);
}

/** Operations of the log that bring what is in a file. */
const imports = ['import-bundle', 'import-annotations'];

/**
 * Those of the ids that an annotation of any dossier has, or one of this dossier had before it was deleted; an import
 * that was undone takes none.
 */
export async function findTakenIds(change: Change, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await change.transaction
    .selectFrom('annotation')
    .select('id')
    .where('id', 'in', ids)
    .execute();
  const taken = new Set(rows.map(({ id }) => id));
  const others = ids.filter((id) => !taken.has(id));
  if (others.length > 0) for (const id of await findDeletedIds(change, others)) taken.add(id);
  return taken;
}

/** Those of the ids that an annotation of another dossier has. */
export async function findIdsElsewhere(
  { transaction, dossier }: Change,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const elsewhere = await transaction
    .selectFrom('annotation')
    .select('id')
    .where('id', 'in', ids)
    .where('dossier_id', '!=', dossier)
    .execute();
  return new Set(elsewhere.map(({ id }) => id));
}

const selectTaken = prepareQuery((database, dossier: string, id: string) =>
  database
    .selectFrom('annotation')
    .select('id')
    .where('id', '=', id)
    .unionAll((query) =>
      query
        .selectFrom('revision_item')
        .select('item_id as id')
        .where('dossier_id', '=', dossier)
        .where('item_id', '=', id)
        .where('kind', '=', 'annotation'),
    ),
);

/** Whether an annotation of any dossier has this id, or one of this dossier had it before it was deleted. */
export function isAnnotationIdTaken(reading: Reading, id: string): Promise<boolean> {
  const { transaction, dossier } = reading;
  return reading.recall(
    `annotation ${id}`,
    async () => (await selectTaken(transaction, dossier, id)).length > 0,
  );
}
