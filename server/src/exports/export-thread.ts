import { workerData } from 'node:worker_threads';
import { openDatabase } from '../database/index.ts';
import { nameCountingProgram } from '../matrix/counting-program.ts';
import { createMatrixIndexes } from '../matrix/matrix-index-service.ts';
import { createReferenceIndexes } from '../references/reference-index-service.ts';
import { answerThread } from '../threads/answer-thread.ts';
import type { ExportTask } from './write-aside.ts';
import { writeExport } from './write-export.ts';

/* Reads and writes one export, over a connection of its own, and ends. */

const { place, publicUrl, order } = workerData as ExportTask;

await answerThread(async () => {
  const database = await openDatabase(place);
  try {
    const indexes = createMatrixIndexes(database, nameCountingProgram());
    const references = createReferenceIndexes(database);
    return await writeExport({ database, indexes, references, publicUrl }, order);
  } finally {
    await database.destroy();
  }
});
