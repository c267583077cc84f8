import { parentPort, workerData } from 'node:worker_threads';
import { DatabaseError, isPassing, openDatabase } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { nameCountingProgram } from '../matrix/counting-program.ts';
import { createMatrixIndexes } from '../matrix/matrix-index-service.ts';
import { createReferenceIndexes } from '../references/reference-index-service.ts';
import type { ThreadAnswer, ThreadTask } from './write-aside.ts';
import { writeExport } from './write-export.ts';

/* Reads and writes one export, over a connection of its own, and ends. */

function answer(value: ThreadAnswer, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(value, transfer);
}

const { place, publicUrl, order } = workerData as ThreadTask;
try {
  const database = await openDatabase(place);
  try {
    const indexes = createMatrixIndexes(database, nameCountingProgram());
    const references = createReferenceIndexes(database);
    const written = await writeExport({ database, indexes, references, publicUrl }, order);
    // A copy of its own: what Node makes can stand in memory that others use.
    const file = typeof written === 'string' ? new TextEncoder().encode(written) : new Uint8Array(written);
    answer({ kind: 'written', file }, [file.buffer]);
  } finally {
    await database.destroy();
  }
} catch (error) {
  // Errors lose what they are on their way to another thread.
  if (error instanceof ApiError) answer({ kind: 'refused', code: error.code });
  else if (isPassing(error) || error instanceof DatabaseError)
    answer({ kind: 'refused', code: 'unavailable' });
  else throw error;
}
