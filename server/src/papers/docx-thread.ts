import { workerData } from 'node:worker_threads';
import { answerThread } from '../threads/answer-thread.ts';
import type { Paper } from './paper.ts';
import { toDocx } from './to-docx.ts';

/* Writes one paper as a Word file, and ends. */

await answerThread(() => toDocx(workerData as Paper));
