import pLimit from 'p-limit';
import { runThread, type ThreadOrder, threadBeside } from '../threads/run-thread.ts';
import type { ExportOrder } from './write-export.ts';

/** What a thread that writes an export is told. */
export interface ExportTask {
  /** Where the database is: its address, or the path of its file. */
  readonly place: string;
  readonly publicUrl: string;
  readonly order: ExportOrder;
}

/** Most threads at the same time: each holds a whole dossier. */
const maxThreads = 2;

const limit = pLimit(maxThreads);
const thread = threadBeside(import.meta, 'export-thread');

/**
 * Writes an export in a thread of its own, which opens the database a second time.
 *
 * @throws ApiError as `runThread`, and `unavailable` where the database cannot be reached.
 */
export function writeAside(
  order: ThreadOrder & { readonly task: ExportTask },
): Promise<Uint8Array<ArrayBuffer>> {
  return limit(() => runThread(thread, order));
}
