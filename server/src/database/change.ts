import type { Kysely, Transaction } from 'kysely';
import { commitTogether } from './group-commit.ts';
import { insertRows, type Row } from './insert-rows.ts';
import type { Journal, TableRows } from './journal.ts';
import { applyOnce, claimAnswer, keepAnswer, type Once } from './once.ts';
import type { Database } from './schema.ts';
import { announceChange } from './watch-changes.ts';

/** A connection or a transaction: what every store can work on. */
export type Executor = Kysely<Database>;

/** What a revision says was changed. */
export type ItemKind =
  | 'annotation'
  | 'codebook'
  | 'dismissal'
  | 'document'
  | 'dossier'
  | 'link'
  | 'membership'
  | 'outline'
  | 'outline-part'
  | 'publication'
  | 'reading'
  | 'rendition'
  | 'speaker';

/** One thing that a revision changes. `before` and `after` are JSON values; absent where the thing was not there. */
export interface ChangedItem {
  readonly kind: ItemKind;
  readonly id: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What a change reads of its dossier. */
export interface Reading {
  readonly transaction: Transaction<Database>;
  /** Dossier id. */
  readonly dossier: string;
  /**
   * What was read about something by this change or by an earlier one of the same transaction, if nothing about it
   * was noted since; else what `read` gives. `about` is a kind of things, or a kind and an id with a space between.
   */
  recall<T>(about: string, read: () => T): T;
}

/** A write in progress: the one transaction in which rows, revision number and log change together. */
export interface Change extends Reading {
  /** User id; absent for what the server does by itself. */
  readonly user: string | undefined;
  /** Number that this change takes in the dossier's order. */
  readonly revision: number;
  /** ISO 8601 instant of the change. */
  readonly at: string;
  /** Notes what was changed. A change that notes nothing takes no number. */
  record(item: ChangedItem): void;
  /** Adds rows that this change does not read again; all those of a table have the same fields. */
  insert(table: keyof Database, rows: readonly Row[]): Promise<void>;
}

/** Who writes where. */
export interface Writer {
  /** Dossier id. */
  readonly dossier: string;
  readonly user: { readonly id: string; readonly name: string };
  /** The request, where its sender named it. */
  readonly once?: Once | undefined;
}

/** What a change is, besides what it does. */
export interface ChangeDescription {
  /** Dossier id. */
  readonly dossier: string;
  /** Set when the change creates its dossier. */
  readonly isNew?: { readonly slug: string; readonly title: string } | undefined;
  readonly user?: string | undefined;
  /** What happens, as the history names it: `create-annotation`. */
  readonly operation: string;
  /** Number of the change that this one takes back. */
  readonly undoes?: number | undefined;
  /** Set when the same request may come again: it is then answered the same and done once. */
  readonly once?: Once | undefined;
  readonly now?: Date | undefined;
  /**
   * Set when it is small, reads nothing of the log and only adds: its rows and its entry may then go into the tables
   * together with those of later changes of the same transaction, and it may be done again when one of those is refused.
   */
  readonly isLoggedTogether?: boolean;
  /** Asks ahead for what the change will recall, so that several changes ask together. */
  readonly readAhead?: (reading: Reading) => Promise<unknown>;
}

/** The change that a request makes. */
export function describeChange({ dossier, user, once }: Writer, operation: string): ChangeDescription {
  return { dossier, user: user.id, operation, once };
}

/** Ends the transaction without any trace, with a result all the same. */
class NothingChanged extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('nothing was changed');
    this.result = result;
  }
}

/**
 * Every write goes through here: it takes the dossier's next revision number, applies, and
 * appends to the log, in one transaction, which other changes can share. If `apply` throws, or records nothing, nothing is changed.
 * A request that was done before (`once`) gets the result that it had; results are JSON values.
 * Undefined when a new dossier's slug is taken. `apply` may be called again, when a transaction elsewhere
 * came in between, so it does nothing but write within its change.
 *
 * @throws ApiError `idempotency-key-reused`, and what `apply` throws.
 */
export async function applyChange<T>(
  database: Kysely<Database>,
  description: ChangeDescription,
  apply: (change: Change) => Promise<T>,
): Promise<T> {
  const { once, now = new Date(), isLoggedTogether = false } = description;
  const { dossier, readAhead } = description;
  const place = {
    ...{ dossier, isNew: description.isNew !== undefined, isLoggedTogether },
    readAhead: readAhead && ((journal: Journal) => readAhead(readingOf(journal, dossier))),
  };
  const at = now.toISOString();
  try {
    const result = await commitTogether(database, place, async (journal) => {
      const known = once && (await claimAnswer(journal.transaction, once, { at, dossier }));
      return known ? (known.result as T) : makeRevision(journal, description, at, apply);
    });
    announceChange(database, description.dossier);
    return result;
  } catch (error) {
    if (!(error instanceof NothingChanged)) throw error;
    const result = error.result as T;
    // The key went with the transaction. No result is a refusal, which may be tried again.
    return result === undefined ? result : applyOnce(database, once, async () => result, { now, dossier });
  }
}

/**
 * A change that takes something away; gives its revision, by which it can be undone. `apply` throws for what is
 * not there.
 */
export function applyDeletion(
  database: Kysely<Database>,
  description: ChangeDescription,
  apply: (change: Change) => Promise<void>,
): Promise<number> {
  return applyChange(database, description, async (change) => {
    await apply(change);
    return change.revision;
  });
}

async function insertDossier(
  transaction: Transaction<Database>,
  dossier: { id: string; slug: string; title: string; created: string },
): Promise<void> {
  const inserted = await transaction
    .insertInto('dossier')
    .values({ ...dossier, revision: 0 })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .executeTakeFirst();
  if (!inserted.numInsertedOrUpdatedRows) throw new NothingChanged(undefined);
}

function readingOf(journal: Journal, dossier: string): Reading {
  const recall: Reading['recall'] = (about, read) => journal.of(dossier).recall(about, read);
  return { transaction: journal.transaction, dossier, recall };
}

async function makeRevision<T>(
  journal: Journal,
  { dossier, isNew, user, operation, undoes, once, isLoggedTogether }: ChangeDescription,
  at: string,
  apply: (change: Change) => Promise<T>,
): Promise<T> {
  const { transaction } = journal;
  if (isNew) await insertDossier(transaction, { id: dossier, ...isNew, created: at });
  const log = journal.of(dossier);
  const revision = await log.next();
  const items: ChangedItem[] = [];
  const rows: TableRows[] = [];
  const result = await apply({
    ...readingOf(journal, dossier),
    ...{ user, revision, at },
    record(item) {
      items.push(item);
      journal.forget(item);
    },
    async insert(table, added) {
      if (isLoggedTogether) rows.push([table, added]);
      else await insertRows(transaction, table, added);
    },
  });
  if (items.length === 0) throw new NothingChanged(result);
  // The same request finds its answer from now on; whether it is kept is asked with the entry.
  const sent = once ? keepAnswer(transaction, once, result) : Promise.resolve();
  sent.catch(() => {});
  // Last, and without waiting for anything: what was added stays.
  log.add({ revision, at, user, operation, undoes, items, rows, sent });
  return result;
}
