import { type Change, type Executor, prepareQuery, type Reading } from '../database/index.ts';

function selectTakenIds(database: Executor, dossier: string, ids: readonly string[]) {
  return database
    .selectFrom('annotation')
    .select('id')
    .where('id', 'in', ids)
    .unionAll((query) =>
      query
        .selectFrom('revision_item')
        .select('item_id as id')
        .where('dossier_id', '=', dossier)
        .where('item_id', 'in', ids)
        .where('kind', '=', 'annotation'),
    );
}

/**
 * Of ids that the log of a dossier knows: those whose annotations an import brought that was then undone. Nobody took
 * these away by hand, so the same file may bring them again.
 */
async function findUndoneImports(
  { transaction, dossier }: Change,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
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
  return new Set(lastOfEach.filter(({ number }) => areUndone.get(number)).map(({ item_id: id }) => id));
}

/** Whether a revision undoes an import, be it after the undoing was undone. */
async function isUndoneImport(database: Executor, dossier: string, number: number): Promise<boolean> {
  let [undoes, steps]: [number | null, number] = [number, -1];
  let operation = '';
  while (undoes !== null) {
    const revision = await database
      .selectFrom('revision')
      .select(['operation', 'undoes'])
      .where('dossier_id', '=', dossier)
      .where('number', '=', undoes)
      .executeTakeFirst();
    ({ undoes, operation } = revision ?? { undoes: null, operation: '' });
    steps += 1;
  }
  return steps > 0 && imports.includes(operation);
}

/** Operations of the log that bring what is in a file. */
const imports = ['import-bundle', 'import-annotations'];

/**
 * Those of the ids that an annotation of any dossier has, or one of this dossier had before it was deleted; an import
 * that was undone takes none.
 */
export async function findTakenIds(change: Change, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { transaction, dossier } = change;
  const taken = new Set((await selectTakenIds(transaction, dossier, ids).execute()).map(({ id }) => id));
  if (taken.size === 0) return taken;
  const there = await transaction
    .selectFrom('annotation')
    .select('id')
    .where('id', 'in', [...taken])
    .execute();
  const present = new Set(there.map(({ id }) => id));
  const gone = [...taken].filter((id) => !present.has(id));
  if (gone.length === 0) return taken;
  const undone = await findUndoneImports(change, gone);
  return new Set([...taken].filter((id) => !undone.has(id)));
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
  selectTakenIds(database, dossier, [id]),
);

/** Whether an annotation of any dossier has this id, or one of this dossier had it before it was deleted. */
export function isAnnotationIdTaken(reading: Reading, id: string): Promise<boolean> {
  const { transaction, dossier } = reading;
  return reading.recall(
    `annotation ${id}`,
    async () => (await selectTaken(transaction, dossier, id)).length > 0,
  );
}
