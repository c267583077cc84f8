import { workerData } from 'node:worker_threads';
import { openDatabase } from '../database/index.ts';
import { nameCountingProgram } from '../matrix/counting-program.ts';
import { readAtOneMoment } from '../matrix/read-at-one-moment.ts';
import { createReferenceIndexes } from '../references/reference-index-service.ts';
import { answerThread } from '../threads/answer-thread.ts';
import type { ExportTask } from './write-aside.ts';
import { writeExport } from './write-export.ts';

/* Reads and writes one export, over a connection of its own, and ends. */

const { place, publicUrl, order } = workerData as ExportTask;

await answerThread(async () => {
  const database = await openDatabase(place);
  try {
    return await readAtOneMoment(database, order.dossier, nameCountingProgram(), ({ dossier, ...moment }) => {
      const references = createReferenceIndexes(moment.database);
      return writeExport({ ...moment, references, publicUrl }, { ...order, dossier });
    });
  } finally {
    await database.destroy();
  }
});
