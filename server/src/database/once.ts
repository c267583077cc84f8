import type { Kysely, Transaction } from 'kysely';
import { ApiError } from '../errors.ts';
import { prepareQuery } from './prepare-query.ts';
import type { Database } from './schema.ts';

/** A request that its sender may repeat when the answer is lost, by the key that it gave it. */
export interface Once {
  /** User id; keys of different users have nothing to do with each other. */
  readonly user: string;
  readonly key: string;
  /** SHA-256 of method, address, precondition and body: the same key with another request is a mistake. */
  readonly request: string;
}

const insertKey = prepareQuery(
  (transaction, user: string, key: string, request: string, at: string, dossier: string | null) =>
    transaction
      .insertInto('idempotency')
      .values({ user_id: user, key, request, result: null, at, dossier_id: dossier })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key'),
);

const setResult = prepareQuery((transaction, user: string, key: string, result: string | null) =>
  transaction.updateTable('idempotency').set({ result }).where('user_id', '=', user).where('key', '=', key),
);

/**
 * The result that the request had before, if it was done: for who would do much before it comes to the change.
 * Whether it is done now is settled by that change alone (`claimAnswer`).
 *
 * @throws ApiError `idempotency-key-reused`
 */
export async function findAnswer(
  database: Kysely<Database>,
  { user, key, request }: Once,
): Promise<{ result: unknown } | undefined> {
  const row = await database
    .selectFrom('idempotency')
    .select(['request', 'result'])
    .where('user_id', '=', user)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.request !== request) throw new ApiError('idempotency-key-reused');
  return { result: row.result === null ? undefined : JSON.parse(row.result) };
}

/**
 * Takes the key for this request, or gives the result that the request had before. Two equal
 * requests at the same time wait here for each other.
 *
 * @param of when it is asked, as ISO 8601 instant, and the dossier whose change it asks for, if any.
 * @throws ApiError `idempotency-key-reused`
 */
export async function claimAnswer(
  transaction: Transaction<Database>,
  once: Once,
  of: { readonly at: string; readonly dossier: string | undefined },
): Promise<{ result: unknown } | undefined> {
  const claimed = await insertKey(transaction, once.user, once.key, once.request, of.at, of.dossier ?? null);
  return claimed.length > 0 ? undefined : findAnswer(transaction, once);
}

/** Keeps the result of a request in the transaction that did what it asked. */
export async function keepAnswer(
  transaction: Transaction<Database>,
  { user, key }: Once,
  result: unknown,
): Promise<void> {
  await setResult(transaction, user, key, result === undefined ? null : JSON.stringify(result));
}

/**
 * Does in one transaction what a named request asks and that is no change of a dossier's order. Repeated it
 * gives the result that it had, a JSON value; without a name it is simply done.
 */
export async function applyOnce<T>(
  database: Kysely<Database>,
  once: Once | undefined,
  apply: (executor: Kysely<Database>) => Promise<T>,
  { now = new Date(), dossier }: { readonly now?: Date; readonly dossier?: string } = {},
): Promise<T> {
  if (!once) return apply(database);
  return database.transaction().execute(async (transaction) => {
    const known = await claimAnswer(transaction, once, { at: now.toISOString(), dossier });
    if (known) return known.result as T;
    const result = await apply(transaction);
    await keepAnswer(transaction, once, result);
    return result;
  });
}

/** Forgets requests that are older than anybody will repeat. */
export async function forgetAnswers(
  database: Pick<Transaction<Database>, 'deleteFrom'>,
  before: Date,
): Promise<void> {
  await database.deleteFrom('idempotency').where('at', '<', before.toISOString()).execute();
}
