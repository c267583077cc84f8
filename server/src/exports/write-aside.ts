import path from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { ProblemCode } from '@waarborg/shared/api';
import pLimit from 'p-limit';
import { ApiError } from '../errors.ts';
import type { ExportOrder } from './write-export.ts';

/** What a thread that writes an export is told. */
export interface ThreadTask {
  /** Where the database is: its address, or the path of its file. */
  readonly place: string;
  readonly publicUrl: string;
  readonly order: ExportOrder;
}

/** What it answers, unless something goes wrong that nobody expected. */
export type ThreadAnswer =
  | { readonly kind: 'written'; readonly file: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'refused'; readonly code: ProblemCode };

/** Most threads at the same time: each holds a whole dossier. */
const maxThreads = 2;

const limit = pLimit(maxThreads);

/** Beside this file: in the built program as in the sources. */
const thread = path.join(import.meta.dirname, `export-thread${path.extname(import.meta.filename)}`);

/** What a thread ended of, as whoever asked for its file is told; what nobody expected stays as it is. */
function explainEnd(error: unknown): unknown {
  const isOutOfMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory ? new ApiError('export-too-large', [], { cause: error }) : error;
}

function runThread(
  task: ThreadTask,
  signal: AbortSignal,
  resourceLimits: ResourceLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const worker = new Worker(thread, { workerData: task, resourceLimits });
  const end = () => void worker.terminate();
  signal.addEventListener('abort', end, { once: true });
  worker.once('message', (answer: ThreadAnswer) => {
    if (answer.kind === 'written') resolve(answer.file);
    else reject(new ApiError(answer.code));
  });
  worker.once('error', (error) => reject(explainEnd(error)));
  worker.once('exit', (code) => {
    signal.removeEventListener('abort', end);
    reject(
      signal.aborted
        ? new ApiError('request-timeout')
        : new Error(`the thread that writes an export ended with ${code}`),
    );
  });
  return promise;
}

/**
 * Writes an export in a thread of its own, while the server answers others; nobody writes it further once the signal
 * is aborted. It has as much memory as Node gives a thread, unless limits say otherwise.
 *
 * @throws ApiError `export-too-large` where that is not enough; `unavailable` where the database cannot be reached a
 * second time; `request-timeout` once the signal is aborted.
 */
export function writeAside(
  task: ThreadTask,
  signal: AbortSignal,
  limits: ResourceLimits = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return limit(() => {
    if (signal.aborted) throw new ApiError('request-timeout');
    return runThread(task, signal, limits);
  });
}
