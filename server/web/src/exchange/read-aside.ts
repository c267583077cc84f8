import { ImportRefusal } from '@waarborg/shared/imports';
import { ApiFailure } from '../api/failure.ts';
import type { ReadAnswer, ReadRequest } from './import-worker.ts';
import type { FileContent } from './read-import-file.ts';

/**
 * Reads a file in a thread of its own, so that the page answers meanwhile, whatever the file unfolds to; until
 * `signal` aborts.
 *
 * @throws ImportRefusal
 * @throws ApiFailure `unreadable` when the thread could not be started, or ended.
 */
export async function readAside(request: ReadRequest, signal: AbortSignal): Promise<FileContent> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate());
  try {
    const answer = await new Promise<ReadAnswer>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => resolve(data);
      worker.onerror = () => resolve({ kind: 'failed' });
      worker.postMessage(request);
    });
    if (answer.kind === 'read') return answer.content;
    throw answer.kind === 'refused' ? new ImportRefusal(answer.code) : new ApiFailure('unreadable');
  } finally {
    worker.terminate();
  }
}
