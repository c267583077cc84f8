import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Table } from '@waarborg/shared/exchange';
import type { Language } from '@waarborg/shared/messages';
import { serverFolder } from '../server-folder.ts';

/** Writes a workbook in a thread of its own, while the server answers others. */
export function writeWorkbookAside(tables: readonly Table[], language: Language): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(serverFolder, 'src/exports/workbook-thread.ts'), {
      workerData: { tables, language },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that writes a workbook ended with ${code}`)));
  });
}
