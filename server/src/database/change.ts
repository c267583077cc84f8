import type { Kysely, Transaction } from 'kysely';
import { commitTogether } from './group-commit.ts';
import { insertRows } from './insert-rows.ts';
import { applyOnce, claimAnswer, keepAnswer, type Once } from './once.ts';
import { prepareQuery } from './prepare-query.ts';
import type { Database } from './schema.ts';
import { indexItems } from './search-entries.ts';
import { sendTogether } from './send-together.ts';
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

/** A write in progress: the one transaction in which rows, revision number and log change together. */
export interface Change {
  readonly transaction: Transaction<Database>;
  readonly dossier: string;
  /** User id; absent for what the server does by itself. */
  readonly user: string | undefined;
  /** Number that this change takes in the dossier's order. */
  readonly revision: number;
  /** ISO 8601 instant of the change. */
  readonly at: string;
  /** Notes what was changed. A change that notes nothing takes no number. */
  record(item: ChangedItem): void;
}

/** Who writes where. */
export interface Writer {
  /** Dossier id. */
  readonly dossier: string;
  readonly user: { readonly id: string; readonly name: string };
  /** The request, where its sender named it. */
  readonly once?: Once | undefined;
}

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
  const { once, now = new Date() } = description;
  const at = now.toISOString();
  try {
    const result = await commitTogether(database, description.dossier, async (transaction) => {
      const known = once && (await claimAnswer(transaction, once, at));
      if (known) return known.result as T;
      const made = await makeRevision(transaction, description, at, apply);
      if (once) await keepAnswer(transaction, once, made);
      return made;
    });
    announceChange(database, description.dossier);
    return result;
  } catch (error) {
    if (!(error instanceof NothingChanged)) throw error;
    const result = error.result as T;
    // The key went with the transaction. No result is a refusal, which may be tried again.
    return result === undefined ? result : applyOnce(database, once, async () => result, now);
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

const takeNumber = prepareQuery((transaction, dossier: string) =>
  transaction
    .updateTable('dossier')
    .set((expression) => ({ revision: expression('revision', '+', 1) }))
    .where('id', '=', dossier)
    .returning('revision'),
);

async function makeRevision<T>(
  transaction: Transaction<Database>,
  { dossier, isNew, user, operation, undoes }: ChangeDescription,
  at: string,
  apply: (change: Change) => Promise<T>,
): Promise<T> {
  if (isNew) await insertDossier(transaction, { id: dossier, ...isNew, created: at });
  const [taken] = await takeNumber(transaction, dossier);
  if (!taken) throw new RangeError(`there is no dossier ${dossier}`);
  const { revision } = taken;
  const items: ChangedItem[] = [];
  const record = (item: ChangedItem) => {
    items.push(item);
  };
  const result = await apply({ transaction, dossier, user, revision, at, record });
  if (items.length === 0) throw new NothingChanged(result);
  const entry = { dossier_id: dossier, number: revision, at, user_id: user ?? null, operation };
  await sendTogether(
    insertRows(transaction, 'revision', [{ ...entry, undoes: undoes ?? null }]),
    insertItems(transaction, { dossier, revision }, items),
    indexItems(transaction, dossier, items),
  );
  return result;
}

async function insertItems(
  transaction: Transaction<Database>,
  { dossier, revision }: { dossier: string; revision: number },
  items: readonly ChangedItem[],
): Promise<void> {
  const toJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  const rows = items.map(({ kind, id, before, after }, position) => ({
    dossier_id: dossier,
    number: revision,
    position,
    kind,
    item_id: id,
    before: toJson(before),
    after: toJson(after),
  }));
  await insertRows(transaction, 'revision_item', rows);
}
