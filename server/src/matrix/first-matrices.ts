import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { MatrixQuery } from '@waarborg/shared/matrix';
import { keyOfQuery } from './kept-matrices.ts';
import { firstQueries } from './prepare-indexes.ts';

/** A matrix as it is answered, and the revision of its dossier. */
export interface CountedMatrix {
  readonly revision: number;
  readonly json: string;
}

const firstKeys = new Set(firstQueries.map(keyOfQuery));

/** What is looked at first in the dossier in which somebody worked last. */
export interface FirstMatrices {
  /**
   * The matrix of a dossier as of exactly this revision, waited for where it is being counted; undefined where it is
   * not: it has to be counted as any other.
   */
  find(dossier: string, revision: number, query: MatrixQuery): Promise<CountedMatrix | undefined>;
  /** Resolves when all are counted, or none will be. */
  readonly whenDone: Promise<void>;
  /** Stops counting. */
  stop(): Promise<void>;
}

/** Nothing is counted ahead. */
const none: FirstMatrices = {
  find: async () => undefined,
  whenDone: Promise.resolve(),
  stop: async () => {},
};

/**
 * Counts while a server starts, in a thread of its own; not where there is a single processor, which has enough to do
 * with the start.
 */
export function countFirstMatrices(place: string, processors = availableParallelism()): FirstMatrices {
  if (processors < 2) return none;
  const worker = new Worker(new URL('./first-matrices-worker.ts', import.meta.url), { workerData: place });
  const counted = new Map<string, CountedMatrix>();
  const { promise: whenDone, resolve: finish } = Promise.withResolvers<void>();
  const { promise: whenNamed, resolve: name } = Promise.withResolvers<string | undefined>();
  worker.on('message', (told: string | (CountedMatrix & { readonly key: string })) => {
    if (typeof told === 'string') name(told);
    else counted.set(told.key, told);
  });
  // Whatever stopped it, the server counts by itself, and says then what is wrong.
  worker.on('error', () => {});
  worker.on('exit', () => {
    name(undefined);
    finish();
  });
  return {
    async find(dossier, revision, query) {
      const key = keyOfQuery(query);
      if (!firstKeys.has(key) || (await whenNamed) !== dossier) return undefined;
      if (!counted.has(key)) await whenDone;
      const found = counted.get(key);
      return found?.revision === revision ? found : undefined;
    },
    whenDone,
    async stop() {
      await worker.terminate();
    },
  };
}
