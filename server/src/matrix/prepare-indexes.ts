import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MatrixQuery } from '@waarborg/shared/matrix';
import type { Executor } from '../database/index.ts';
import { keyOfQuery, matrixAsJson } from './kept-matrices.ts';
import { hasMoreCodings, listLatestDossiers } from './latest-dossier-store.ts';
import type { IndexedDossier, MatrixIndexes } from './matrix-index-service.ts';

/** How many dossiers are laid out before anybody asks: those in which somebody worked last. */
const preparedDossiers = 3;
/** Most codings of such a dossier: laying out a larger one keeps the server from its requests for too long. */
const maxCodings = 200_000;

/** The dossiers in which somebody worked last, at most so many of them, without those that are too large. */
export async function listPrepared(database: Executor, limit: number) {
  const prepared = [];
  for (const latest of await listLatestDossiers(database, limit)) {
    if (!(await hasMoreCodings(database, latest.id, maxCodings))) prepared.push(latest);
  }
  return prepared;
}

/** What the page of the matrix asks for first, in the language that most read. */
export const firstQueries = (['impact', 'measure'] as const).map(
  (columns): MatrixQuery => ({ rows: 'safeguard', columns, filters: {}, language: 'nl' }),
);

/** Counts what is looked at first, with the keys of its queries; others have their turn between. */
export async function* countFirst(dossier: IndexedDossier): AsyncGenerator<{ key: string; json: string }> {
  for (const query of firstQueries) {
    await nextTurn();
    yield { key: keyOfQuery(query), json: matrixAsJson(dossier, query) };
  }
}

/**
 * Lays out the dossiers in which somebody worked last, one after the other, and counts what is looked at first, so that
 * the first who looks at one after a start does not wait. Ends at the next dossier when the server begins to stop.
 */
export async function prepareIndexes(
  database: Executor,
  indexes: MatrixIndexes,
  stopping: AbortSignal,
): Promise<void> {
  for (const { id, revision } of await listPrepared(database, preparedDossiers)) {
    if (stopping.aborted) return;
    for await (const _ of countFirst(await indexes.get(id, revision)));
  }
}
