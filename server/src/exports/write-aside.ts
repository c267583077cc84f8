import type { Executor } from '../database/index.ts';
import { hasMoreCodings } from '../matrix/latest-dossier-store.ts';
import { createThreads } from '../threads/create-threads.ts';
import type { ExportOrder } from './write-export.ts';

/** What a thread that writes an export is told. */
export interface ExportTask {
  /** Where the database is: its address, or the path of its file. */
  readonly place: string;
  readonly publicUrl: string;
  readonly order: ExportOrder;
}

/** Codings from which on what holds a dossier is written aside: below it that takes no longer than a thread does to begin. */
const largeDossier = 2_000;

/** Whether a dossier is so large that what holds it is written aside. */
export function isLargeDossier(database: Executor, dossier: string): Promise<boolean> {
  return hasMoreCodings(database, dossier, largeDossier);
}

/**
 * Writes an export in a thread of its own, which opens the database a second time; throws also ApiError `unavailable`,
 * where the database cannot be reached.
 */
export const writeAside = createThreads<ExportTask>(import.meta, 'export-thread');
