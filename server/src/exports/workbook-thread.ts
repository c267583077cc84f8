import { parentPort, workerData } from 'node:worker_threads';
import type { Table } from '@waarborg/shared/exchange';
import type { Language } from '@waarborg/shared/messages';
import { writeWorkbook } from './write-workbook.ts';

/* Writes one workbook and ends: seconds of work for a large dossier, for which nobody else should wait. */

const { tables, language } = workerData as { tables: readonly Table[]; language: Language };
parentPort?.postMessage(await writeWorkbook(tables, language));
