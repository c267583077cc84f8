/** A thread of the server that counts what is looked at first (`first-matrices.ts`). */
import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { isPostgresqlAddress, isUpToDate, openDatabase } from '../database/index.ts';
import { createMatrixIndexes } from './matrix-index-service.ts';
import { countFirst, listPrepared } from './prepare-indexes.ts';

/** Tells which dossier it counts, then each matrix of it. */
async function count(place: string): Promise<void> {
  // An empty disk is left to the server.
  if (!isPostgresqlAddress(place) && !existsSync(place)) return;
  const database = await openDatabase(place);
  try {
    // What the server is about to change may count otherwise afterwards.
    const [latest] = (await isUpToDate(database)) ? await listPrepared(database, 1) : [];
    if (!latest) return;
    parentPort?.postMessage(latest.id);
    const dossier = await createMatrixIndexes(database).get(latest.id, latest.revision);
    for await (const { key, json } of countFirst(dossier)) {
      parentPort?.postMessage({ key, json, revision: dossier.revision });
    }
  } finally {
    await database.destroy();
  }
}

await count(String(workerData));
