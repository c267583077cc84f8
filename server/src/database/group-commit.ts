import { setImmediate as nextTurn } from 'node:timers/promises';
import { CompiledQuery, type Kysely } from 'kysely';
import { isContention, isPassing } from './is-passing.ts';
import { Journal } from './journal.ts';
import { isPostgresql } from './open-postgresql.ts';
import type { Database } from './schema.ts';
import { sendTogether } from './send-together.ts';

/*
 * A commit that is durable waits for the disk, so writes that wait at the same time share one. Each stands in a
 * savepoint of its own: a refused one leaves no trace and takes no other with it. Small ones that only add are first
 * trusted to be accepted, without savepoints, and what they add is written at once; if one is refused, all are done
 * again with care. If the transaction itself breaks, its writes are done again one by one. Nobody gets a result before
 * the commit.
 */

/** What a write does in its transaction; it may be called again, and does nothing but write there. */
export type Work<T> = (journal: Journal) => Promise<T>;

/** How a write stands among others. */
export interface Place {
  /** Dossier id. */
  readonly dossier: string;
  /** Whether the write makes its dossier. */
  readonly isNew: boolean;
  /** Whether what it adds may go into the tables together with what later writes add. */
  readonly isLoggedTogether: boolean;
  /** Asks for what the write will recall, so that what several of them need is asked at once. */
  readonly readAhead?: ((journal: Journal) => Promise<unknown>) | undefined;
}

interface Waiting extends Place {
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

/** How to tell the sender of a write what came of it, once all are committed. */
type Tell = () => void;

/** Does one write that is not expected to be refused. Whatever it throws, the transaction is of no use then. */
async function doTrusting(journal: Journal, one: Waiting): Promise<Tell> {
  const result = await one.work(journal);
  return () => one.resolve(result);
}

/** Does one write that leaves no trace where it is refused. */
async function doWithCare(journal: Journal, one: Waiting): Promise<Tell> {
  const { transaction } = journal;
  let result: unknown;
  try {
    [, result] = await sendTogether(transaction.executeQuery(savepoint), one.work(journal));
  } catch (error) {
    // Not this write is wrong: the transaction is.
    if (isContention(error) || isPassing(error)) throw error;
    await transaction.executeQuery(rollback);
    journal.forgetChange(one.dossier, one.isNew);
    return () => one.reject(error);
  }
  await sendTogether(transaction.executeQuery(release), journal.write());
  return () => one.resolve(result);
}

/** Takes the rows of the dossiers and asks for what the writes will recall, all of it at once. */
function readAhead(journal: Journal, together: readonly Waiting[]): Promise<unknown> {
  for (const { dossier, isNew } of together) if (!isNew) journal.of(dossier);
  return sendTogether(...together.map((one) => one.readAhead?.(journal) ?? Promise.resolve()));
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
    const isTrusted = together.every(({ isLoggedTogether }) => isLoggedTogether);
    return (
      (isTrusted && (await this.#tryTogether(together, doTrusting))) ||
      this.#tryTogether(together, doWithCare)
    );
  }

  async #tryTogether(
    together: readonly Waiting[],
    doOne: (journal: Journal, one: Waiting) => Promise<Tell>,
  ): Promise<boolean> {
    let [hasBegun, isDone] = [false, false];
    const tell: Tell[] = [];
    try {
      await this.#database.transaction().execute(async (transaction) => {
        hasBegun = true;
        const journal = new Journal(transaction);
        await readAhead(journal, together);
        for (const one of together) tell.push(await doOne(journal, one));
        await journal.end();
        isDone = true;
      });
    } catch (error) {
      if (isContention(error) || (hasBegun && !isDone)) return false;
      // No transaction, or a commit of which nobody knows whether it was one.
      for (const { reject } of together) reject(error);
      return true;
    }
    for (const one of tell) one();
    return true;
  }

  async #commitAlone(one: Waiting): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        const result = await this.#database.transaction().execute(async (transaction) => {
          const journal = new Journal(transaction);
          const [, done] = await sendTogether(readAhead(journal, [one]), one.work(journal));
          await journal.end();
          return done;
        });
        return one.resolve(result);
      } catch (error) {
        if (!isContention(error) || tries === maxTries) return one.reject(error);
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
export function commitTogether<T>(database: Kysely<Database>, place: Place, work: Work<T>): Promise<T> {
  const ofDatabase = queues.get(database) ?? new Map<string, CommitQueue>();
  queues.set(database, ofDatabase);
  const name = isPostgresql(database) ? place.dossier : '';
  const queue = ofDatabase.get(name) ?? new CommitQueue(database);
  ofDatabase.set(name, queue);
  return new Promise<T>((resolve, reject) => {
    queue.add({ ...place, work, resolve: resolve as (result: unknown) => void, reject });
  }).finally(() => {
    if (queue.isIdle) ofDatabase.delete(name);
  });
}

/** How many changes wait to be written to a database by this copy of the server. */
export function countWaitingChanges(database: Kysely<Database>): number {
  return [...(queues.get(database)?.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
}
