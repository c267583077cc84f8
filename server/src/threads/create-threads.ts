import path from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { ApiError } from '../errors.ts';
import type { ThreadAnswer } from './answer-thread.ts';

/** What a thread is given, and how long it may run. */
export interface ThreadOrder<Task> {
  /** Plain data. */
  readonly task: Task;
  /** Aborted when nobody waits for the file any more. */
  readonly signal: AbortSignal;
  /** Left out: as much memory as Node gives a thread. */
  readonly limits?: ResourceLimits;
}

/** Most threads of a kind at the same time: each can hold a whole dossier. */
const maxThreads = 2;

/** What a thread ended of, as whoever asked for its file is told; what nobody expected stays as it is. */
function explainEnd(error: unknown): unknown {
  const isOutOfMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory ? new ApiError('export-too-large', [], { cause: error }) : error;
}

async function runThread(
  thread: string,
  { task, signal, limits = {} }: ThreadOrder<unknown>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (signal.aborted) throw new ApiError('request-timeout');
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const worker = new Worker(thread, { workerData: task, resourceLimits: limits });
  const end = () => void worker.terminate();
  signal.addEventListener('abort', end, { once: true });
  worker.once('message', (answer: ThreadAnswer) => {
    if (answer.kind === 'made') resolve(answer.file);
    else reject(new ApiError(answer.code));
  });
  worker.once('error', (error) => reject(explainEnd(error)));
  worker.once('exit', (code) => {
    signal.removeEventListener('abort', end);
    reject(signal.aborted ? new ApiError('request-timeout') : new Error(`a thread ended with ${code}`));
  });
  return promise;
}

/**
 * Gives what makes a file in a thread of its own, while the server answers others; who comes when two are at work
 * waits, and nobody makes a file further once its signal is aborted. The thread is `name`, beside the module that asks:
 * in the built program as in the sources.
 *
 * What it gives throws ApiError what the thread was refused; `export-too-large` where there is not enough memory;
 * `request-timeout` once the signal is aborted.
 */
export function createThreads<Task>({ dirname, filename }: ImportMeta, name: string) {
  const thread = path.join(dirname, `${name}${path.extname(filename)}`);
  const limit = pLimit(maxThreads);
  return (order: ThreadOrder<Task>) => limit(() => runThread(thread, order));
}
