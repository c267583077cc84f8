import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** A connection or a transaction: what every store can work on. */
export type Executor = Kysely<Database>;

/** What a revision says was changed. */
export type ItemKind =
  | 'annotation'
  | 'codebook'
  | 'document'
  | 'dossier'
  | 'link'
  | 'membership'
  | 'reading'
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

export interface ChangeDescription {
  /** Dossier id. */
  readonly dossier: string;
  readonly user?: string | undefined;
  /** What happens, as the history names it: `create-annotation`. */
  readonly operation: string;
  readonly now?: Date | undefined;
}

class NothingChanged extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('nothing was changed');
    this.result = result;
  }
}

/**
 * Every write goes through here: it takes the dossier's next revision number, applies, and
 * appends to the log, in one transaction. If `apply` throws, or records nothing, nothing is changed.
 */
export async function applyChange<T>(
  database: Kysely<Database>,
  description: ChangeDescription,
  apply: (change: Change) => Promise<T>,
): Promise<T> {
  try {
    return await database
      .transaction()
      .execute((transaction) => inTransaction(transaction, description, apply));
  } catch (error) {
    if (error instanceof NothingChanged) return error.result as T;
    throw error;
  }
}

async function inTransaction<T>(
  transaction: Transaction<Database>,
  { dossier, user, operation, now = new Date() }: ChangeDescription,
  apply: (change: Change) => Promise<T>,
): Promise<T> {
  const { revision } = await transaction
    .updateTable('dossier')
    .set((expression) => ({ revision: expression('revision', '+', 1) }))
    .where('id', '=', dossier)
    .returning('revision')
    .executeTakeFirstOrThrow();
  const items: ChangedItem[] = [];
  const at = now.toISOString();
  const record = (item: ChangedItem) => {
    items.push(item);
  };
  const result = await apply({ transaction, dossier, user, revision, at, record });
  if (items.length === 0) throw new NothingChanged(result);
  await transaction
    .insertInto('revision')
    .values({ dossier_id: dossier, number: revision, at, user_id: user ?? null, operation })
    .execute();
  const toJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  for (const [position, { kind, id, before, after }] of items.entries()) {
    await transaction
      .insertInto('revision_item')
      .values({
        dossier_id: dossier,
        number: revision,
        position,
        kind,
        item_id: id,
        before: toJson(before),
        after: toJson(after),
      })
      .execute();
  }
  return result;
}
