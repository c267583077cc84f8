import { workerData } from 'node:worker_threads';
import { openDatabase } from '../database/index.ts';
import { answerThread } from '../threads/answer-thread.ts';
import type { CopyTask } from './publication-service.ts';
import { writeCopy } from './write-copy.ts';

/* Reads and writes one copy, over a connection of its own, and ends. */

const { place, order } = workerData as CopyTask;

await answerThread(async () => {
  const database = await openDatabase(place);
  try {
    return await writeCopy(database, order);
  } finally {
    await database.destroy();
  }
});
