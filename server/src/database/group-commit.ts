import { setImmediate as nextTurn } from 'node:timers/promises';
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import { isContention, isPassing } from './is-passing.ts';
import { isPostgresql } from './open-postgresql.ts';
import type { Database } from './schema.ts';
import { sendTogether } from './send-together.ts';

/*
 * A commit that is durable waits for the disk, so writes that wait at the same time share one. Each stands in a
 * savepoint of its own: a refused one leaves no trace and takes no other with it. If the transaction itself
 * breaks, its writes are done again one by one. Nobody gets a result before the commit.
 */

/** What a write does in its transaction; it may be called again, and does nothing but write there. */
export type Work<T> = (transaction: Transaction<Database>) => Promise<T>;

interface Waiting {
  readonly work: Work<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Most writes in one transaction: nobody waits long for others. */
const maxTogether = 64;
/** How often a write is tried while other transactions come in between. */
const maxTries = 5;

const [savepoint, release, rollback] = [
  'savepoint change',
  'release savepoint change',
  'rollback to savepoint change',
].map((command) => CompiledQuery.raw(command)) as [CompiledQuery, CompiledQuery, CompiledQuery];

/**
 * Does one write among others; gives how to tell its sender once all are committed. What comes next comes after the
 * release of its savepoint, for which only the commit waits: it is added to `released`.
 */
async function doAmongOthers(
  transaction: Transaction<Database>,
  one: Waiting,
  released: Promise<unknown>[],
): Promise<() => void> {
  try {
    const [, result] = await sendTogether(transaction.executeQuery(savepoint), one.work(transaction));
    const releasing = transaction.executeQuery(release);
    // Whether it failed is asked at the end; until then nobody listens.
    releasing.catch(() => {});
    released.push(releasing);
    return () => one.resolve(result);
  } catch (error) {
    // Not this write is wrong: the transaction is.
    if (isContention(error) || isPassing(error)) throw error;
    await transaction.executeQuery(rollback);
    return () => one.reject(error);
  }
}

class CommitQueue {
  readonly #database: Kysely<Database>;
  #waiting: Waiting[] = [];
  #isWorking = false;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  add(one: Waiting): void {
    this.#waiting.push(one);
    if (!this.#isWorking) void this.#workThrough();
  }

  async #workThrough(): Promise<void> {
    this.#isWorking = true;
    while (this.#waiting.length > 0) {
      // Requests that came in at the same time get to join.
      await nextTurn();
      const together = this.#waiting.splice(0, maxTogether);
      if (together.length > 1 && (await this.#commitTogether(together))) continue;
      for (const one of together) await this.#commitAlone(one);
    }
    this.#isWorking = false;
  }

  /** Says whether every sender was told; else nothing was done. */
  async #commitTogether(together: readonly Waiting[]): Promise<boolean> {
    let hasBegun = false;
    const tell: (() => void)[] = [];
    try {
      await this.#database.transaction().execute(async (transaction) => {
        hasBegun = true;
        const released: Promise<unknown>[] = [];
        try {
          for (const one of together) tell.push(await doAmongOthers(transaction, one, released));
        } finally {
          await sendTogether(...released);
        }
      });
    } catch (error) {
      const brokeInside = hasBegun && tell.length < together.length;
      if (brokeInside || isContention(error)) return false;
      // No transaction, or a commit of which nobody knows whether it was one.
      for (const { reject } of together) reject(error);
      return true;
    }
    for (const one of tell) one();
    return true;
  }

  async #commitAlone({ work, resolve, reject }: Waiting): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return resolve(await this.#database.transaction().execute(work));
      } catch (error) {
        if (!isContention(error) || tries === maxTries) return reject(error);
      }
    }
  }

  /** Changes that are waiting, those that are being written aside. */
  get length(): number {
    return this.#waiting.length;
  }

  get isIdle(): boolean {
    return !this.#isWorking;
  }
}

const queues = new WeakMap<Kysely<Database>, Map<string, CommitQueue>>();

/**
 * Writes in a transaction, together with what waits at the same time. On SQLite that is every writer; on
 * PostgreSQL the writers of one dossier, which would wait for each other's row, while others have theirs.
 */
export function commitTogether<T>(database: Kysely<Database>, dossier: string, work: Work<T>): Promise<T> {
  const ofDatabase = queues.get(database) ?? new Map<string, CommitQueue>();
  queues.set(database, ofDatabase);
  const name = isPostgresql(database) ? dossier : '';
  const queue = ofDatabase.get(name) ?? new CommitQueue(database);
  ofDatabase.set(name, queue);
  return new Promise<T>((resolve, reject) => {
    queue.add({ work, resolve: resolve as (result: unknown) => void, reject });
  }).finally(() => {
    if (queue.isIdle) ofDatabase.delete(name);
  });
}

/** How many changes wait to be written to a database by this copy of the server. */
export function countWaitingChanges(database: Kysely<Database>): number {
  return [...(queues.get(database)?.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
}
