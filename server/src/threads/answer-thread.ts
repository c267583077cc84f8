import { parentPort } from 'node:worker_threads';
import type { ProblemCode } from '@waarborg/shared/api';
import { DatabaseError, isPassing } from '../database/index.ts';
import { ApiError } from '../errors.ts';

/** What a thread answers, unless something goes wrong that nobody expected. */
export type ThreadAnswer =
  | { readonly kind: 'made'; readonly file: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'refused'; readonly code: ProblemCode };

function answer(value: ThreadAnswer, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(value, transfer);
}

/** In a thread: makes its file and gives it to whoever began the thread (`createThreads`). */
export async function answerThread(make: () => Promise<string | Uint8Array>): Promise<void> {
  try {
    const made = await make();
    // A copy of its own: what Node makes can stand in memory that others use.
    const file = typeof made === 'string' ? new TextEncoder().encode(made) : new Uint8Array(made);
    answer({ kind: 'made', file }, [file.buffer]);
  } catch (error) {
    // Errors lose what they are on their way to another thread.
    if (error instanceof ApiError) answer({ kind: 'refused', code: error.code });
    else if (isPassing(error) || error instanceof DatabaseError)
      answer({ kind: 'refused', code: 'unavailable' });
    else throw error;
  }
}
