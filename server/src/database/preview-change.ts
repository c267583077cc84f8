import type { Kysely } from 'kysely';
import { applyChange, type Change, type ChangeDescription } from './change.ts';
import type { Database } from './schema.ts';

/** Ends a change that was only tried, with what it would have given. */
class Tried<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('the change was only tried');
    this.result = result;
  }
}

/** What a change would give: it is made, with all its checks, and taken back before anybody can see it. */
export async function previewChange<T>(
  database: Kysely<Database>,
  description: ChangeDescription,
  apply: (change: Change) => Promise<T>,
): Promise<T> {
  try {
    // Without its name: a request that was only tried may still be made.
    return await applyChange<T>(database, { ...description, once: undefined }, async (change) => {
      throw new Tried(await apply(change));
    });
  } catch (error) {
    if (error instanceof Tried) return error.result as T;
    throw error;
  }
}
