import { isPassing } from '../database/index.ts';

/** How exactly it is known when a session or a token was last used; noting every use would make every read a write. */
export const useNotedEveryMs = 60 * 60 * 1000;

/** Waits until it is noted that something was used; while nothing can be written, whoever only reads goes on without. */
export async function noteIfPossible(noting: Promise<unknown>): Promise<void> {
  try {
    await noting;
  } catch (error) {
    if (!(error instanceof Error) || !isPassing(error)) throw error;
  }
}
