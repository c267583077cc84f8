import { buildMatrix } from '@waarborg/shared/matrix';
import type { Executor } from '../database/index.ts';
import type { WhenQuiet } from '../http/tracker.ts';
import type { IndexedDossier } from './indexed-dossier.ts';
import { matrixAsJson } from './kept-matrices.ts';
import { hasMoreCodings, listLatestDossiers } from './latest-dossier-store.ts';
import type { MatrixIndexes } from './matrix-index-service.ts';

/** How many dossiers are laid out before anybody asks: those in which somebody worked last. */
const preparedDossiers = 3;
/** Most codings of such a dossier: laying out a larger one keeps the server from its requests for too long. */
const maxCodings = 200_000;

/** What a server that starts prepares from, and for. */
export interface Preparing {
  readonly database: Executor;
  readonly indexes: MatrixIndexes;
}

/**
 * Lays out the dossiers in which somebody worked last, one after the other, and counts what is looked at first, so that
 * the first who looks at one after a start does not wait. What a first matrix does not need, since its answer was kept,
 * waits until nobody asks for anything: a page that loads needs the processors too, often those of the same machine.
 * Ends when the server begins to stop.
 */
export async function prepareIndexes(
  { database, indexes }: Preparing,
  whenQuiet: WhenQuiet,
  stopping: AbortSignal,
): Promise<void> {
  const laidOut: IndexedDossier[] = [];
  for (const { id, revision } of await listLatestDossiers(database, preparedDossiers)) {
    if (await hasMoreCodings(database, id, maxCodings)) continue;
    if (stopping.aborted) return;
    laidOut.push(await indexes.get(id, revision));
  }
  for (const dossier of laidOut) {
    // In the language that most read.
    const query = { rows: 'safeguard', columns: 'impact', filters: {}, language: 'nl' } as const;
    const parts = [
      () => dossier.index.facts,
      () => matrixAsJson(dossier, query),
      // The answer may be a kept one, and code that runs for the first time is slow: whoever filters first waited for it.
      () => buildMatrix(dossier.index, { ...query, filters: { stance: ['helps'] } }),
    ];
    for (const prepare of parts) {
      await whenQuiet(stopping);
      if (stopping.aborted) return;
      prepare();
    }
  }
}
