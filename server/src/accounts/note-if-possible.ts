import { isPassing } from '../database/index.ts';

/** Waits until it is noted that something was used; while nothing can be written, whoever only reads goes on without. */
export async function noteIfPossible(noting: Promise<unknown>): Promise<void> {
  try {
    await noting;
  } catch (error) {
    if (!(error instanceof Error) || !isPassing(error)) throw error;
  }
}
