import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import type { Executor } from '../database/index.ts';
import { type FirstMatrices, laidOutAfterMs } from './first-matrix-service.ts';
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
  readonly firstMatrices: Pick<FirstMatrices, 'isReady'>;
}

/**
 * Lays out the dossiers in which somebody worked last, one after the other, and counts what is looked at first, so that
 * the first who looks at one after a start does not wait; those of which that is kept come later, since nobody waits
 * for them. Ends at the next dossier when the server begins to stop.
 */
export async function prepareIndexes(
  { database, indexes, firstMatrices }: Preparing,
  stopping: AbortSignal,
): Promise<void> {
  const layOut = async ({ id, revision }: { id: string; revision: number }) => {
    if (stopping.aborted) return;
    const dossier = await indexes.get(id, revision);
    await nextTurn();
    // In the language that most read.
    matrixAsJson(dossier, { rows: 'safeguard', columns: 'impact', filters: {}, language: 'nl' });
  };
  const ready = [];
  for (const dossier of await listLatestDossiers(database, preparedDossiers)) {
    if (await hasMoreCodings(database, dossier.id, maxCodings)) continue;
    if (await firstMatrices.isReady(dossier.id, dossier.revision)) ready.push(dossier);
    else await layOut(dossier);
  }
  if (ready.length === 0) return;
  await delay(laidOutAfterMs, undefined, { signal: stopping }).catch(() => {}); // It stops.
  for (const dossier of ready) await layOut(dossier);
}
