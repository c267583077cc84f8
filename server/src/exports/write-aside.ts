import { createThreads } from '../threads/create-threads.ts';
import type { ExportOrder } from './write-export.ts';

/** What a thread that writes an export is told. */
export interface ExportTask {
  /** Where the database is: its address, or the path of its file. */
  readonly place: string;
  readonly publicUrl: string;
  readonly order: ExportOrder;
}

/**
 * Writes an export in a thread of its own, which opens the database a second time; throws also ApiError `unavailable`,
 * where the database cannot be reached.
 */
export const writeAside = createThreads<ExportTask>(import.meta, 'export-thread');
