import { workerData } from 'node:worker_threads';
import { openDatabase, readSnapshot } from '../database/index.ts';
import { getRevision } from '../dossiers/changed-item-store.ts';
import { nameCountingProgram } from '../matrix/counting-program.ts';
import { createSnapshotIndexes } from '../matrix/matrix-index-service.ts';
import { createReferenceIndexes } from '../references/reference-index-service.ts';
import { answerThread } from '../threads/answer-thread.ts';
import type { ExportTask } from './write-aside.ts';
import { writeExport } from './write-export.ts';

/*
 * Reads and writes one export, over a connection of its own, and ends. All of it is read as of one moment: else the
 * tables of a workbook could differ by what somebody coded meanwhile.
 */

const { place, publicUrl, order } = workerData as ExportTask;

await answerThread(async () => {
  const database = await openDatabase(place);
  try {
    return await readSnapshot(database, async (snapshot) => {
      const indexes = createSnapshotIndexes(snapshot, nameCountingProgram());
      const references = createReferenceIndexes(snapshot);
      const revision = await getRevision(snapshot, order.dossier.id);
      const now = { ...order, dossier: { ...order.dossier, revision } };
      return writeExport({ database: snapshot, indexes, references, publicUrl }, now);
    });
  } finally {
    await database.destroy();
  }
});
