import type { Executor } from '../database/index.ts';

/** The dossiers that were changed last, the latest first, with the number of their last change. */
export function listLatestDossiers(
  database: Executor,
  limit: number,
): Promise<{ id: string; revision: number }[]> {
  return database
    .selectFrom('dossier')
    .innerJoin('revision', (join) =>
      join.onRef('revision.dossier_id', '=', 'dossier.id').onRef('revision.number', '=', 'dossier.revision'),
    )
    .select(['dossier.id', 'dossier.revision'])
    .where('dossier.deleted', 'is', null)
    .orderBy('revision.at', 'desc')
    .orderBy('dossier.id')
    .limit(limit)
    .execute();
}

/** Whether a dossier has more codings than so many. */
export async function hasMoreCodings(database: Executor, dossier: string, codings: number): Promise<boolean> {
  // Counted no further than needed.
  const { count } = await database
    .selectFrom((expression) =>
      expression
        .selectFrom('coding')
        .select('dossier_id')
        .where('dossier_id', '=', dossier)
        .limit(codings + 1)
        .as('some'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count) > codings;
}
