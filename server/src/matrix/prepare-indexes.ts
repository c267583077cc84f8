import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Executor } from '../database/index.ts';
import { matrixAsJson } from './kept-matrices.ts';
import { hasMoreCodings, listLatestDossiers } from './latest-dossier-store.ts';
import type { MatrixIndexes } from './matrix-index-service.ts';

/** How many dossiers are laid out before anybody asks: those in which somebody worked last. */
const preparedDossiers = 3;
/** Most codings of such a dossier: laying out a larger one keeps the server from its requests for too long. */
const maxCodings = 200_000;

/**
 * Lays out the dossiers in which somebody worked last, one after the other, and counts what is looked at first, so that
 * the first who looks at one after a start does not wait. Ends at the next dossier when the server begins to stop.
 */
export async function prepareIndexes(
  database: Executor,
  indexes: MatrixIndexes,
  stopping: AbortSignal,
): Promise<void> {
  for (const { id, revision } of await listLatestDossiers(database, preparedDossiers)) {
    if (stopping.aborted) return;
    if (await hasMoreCodings(database, id, maxCodings)) continue;
    const dossier = await indexes.get(id, revision);
    // What the page of the matrix asks for first, in the language that most read.
    for (const columns of ['impact', 'measure'] as const) {
      await nextTurn();
      matrixAsJson(dossier, { rows: 'safeguard', columns, filters: {}, language: 'nl' });
    }
  }
}
