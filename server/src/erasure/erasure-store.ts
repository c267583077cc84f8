import type { Kysely } from 'kysely';
import type { Database, Executor } from '../database/index.ts';
import { type Person, pseudonymOf, withoutPersonInJson } from './pseudonym.ts';

/** Who was erased, and when: an id and an instant, nothing else. */
export interface ErasedUser {
  readonly user: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** Tables of better-auth in which rows belong to a person. */
interface SignInTables {
  session: { userId: string };
  account: { userId: string };
  passkey: { userId: string };
  deviceCode: { userId: string | null };
  verification: { value: string };
  user: { id: string; name: string; email: string; emailVerified: unknown; image: string | null };
}

function signInTables(database: Executor): Kysely<SignInTables> {
  return database as unknown as Kysely<SignInTables>;
}

/** Everybody who was erased. */
export async function listErasedUsers(database: Executor): Promise<ErasedUser[]> {
  const rows = await database.selectFrom('erased_user').selectAll().orderBy('user_id').execute();
  return rows.map(({ user_id, at }) => ({ user: user_id, at }));
}

/** Remembers that somebody is erased; the first instant stays. */
export async function rememberErasure(database: Executor, { user, at }: ErasedUser): Promise<void> {
  await database
    .insertInto('erased_user')
    .values({ user_id: user, at })
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .execute();
}

/** Dossiers of which a person is a member, deleted ones too, with how many other members and owners each has. */
export async function listMembershipsOf(
  database: Executor,
  user: string,
): Promise<
  {
    dossier: string;
    slug: string;
    role: string;
    isDeleted: boolean;
    others: number;
    otherOwners: number;
  }[]
> {
  const mine = await database
    .selectFrom('membership')
    .innerJoin('dossier', 'dossier.id', 'membership.dossier_id')
    .select(['dossier.id', 'dossier.slug', 'dossier.deleted', 'membership.role'])
    .where('membership.user_id', '=', user)
    .execute();
  return Promise.all(
    mine.map(async ({ id, slug, role, deleted }) => {
      const others = await database
        .selectFrom('membership')
        .select('role')
        .where('dossier_id', '=', id)
        .where('user_id', '!=', user)
        .execute();
      const otherOwners = others.filter((member) => member.role === 'owner').length;
      const isDeleted = deleted !== null;
      return { dossier: id, slug, role, isDeleted, others: others.length, otherOwners };
    }),
  );
}

/** Ends every way in: sessions, password, passkeys, provider, tokens, and links that wait to be used. */
async function deleteWaysIn(transaction: Executor, { id, email }: Person): Promise<void> {
  const auth = signInTables(transaction);
  for (const table of ['session', 'account', 'passkey', 'deviceCode'] as const) {
    await auth.deleteFrom(table).where('userId', '=', id).execute();
  }
  await auth.deleteFrom('verification').where('value', 'like', `%${id}%`).execute();
  await transaction.deleteFrom('token').where('user_id', '=', id).execute();
  await transaction.deleteFrom('invitation').where('creator_id', '=', id).where('uses', '=', 0).execute();
  await transaction
    .deleteFrom('invitation')
    .where((row) => row.eb(row.fn('lower', ['email']), '=', email.toLowerCase()))
    .execute();
}

/** Rows of the log that are read at once. */
const rowsAtOnce = 500;

/** Takes the person out of what the log keeps, before and after every change. */
async function rewriteLog(transaction: Executor, person: Person): Promise<void> {
  const mentions = `%${person.id}%`;
  const mails = `%${person.email}%`;
  const dossiers = await transaction.selectFrom('dossier').select('id').execute();
  for (const { id: dossier } of dossiers) {
    for (
      let after: { number: number; position: number } | undefined = { number: -1, position: -1 };
      after;
    ) {
      const from: { number: number; position: number } = after;
      const rows = await transaction
        .selectFrom('revision_item')
        .selectAll()
        .where('dossier_id', '=', dossier)
        .where((row) =>
          row.or([
            row('number', '>', from.number),
            row.and([row('number', '=', from.number), row('position', '>', from.position)]),
          ]),
        )
        .where((row) =>
          row.or(
            (['before', 'after'] as const).flatMap((column) => [
              row(column, 'like', mentions),
              row(column, 'like', mails),
            ]),
          ),
        )
        .orderBy('number')
        .orderBy('position')
        .limit(rowsAtOnce)
        .execute();
      for (const { number, position, before, after: afterwards } of rows) {
        await transaction
          .updateTable('revision_item')
          .set({
            before: before === null ? null : withoutPersonInJson(before, person),
            after: afterwards === null ? null : withoutPersonInJson(afterwards, person),
          })
          .where('dossier_id', '=', dossier)
          .where('number', '=', number)
          .where('position', '=', position)
          .execute();
      }
      after = rows.length === rowsAtOnce ? rows.at(-1) : undefined;
    }
  }
}

/** Takes the person out of annotations as others sent them, and out of answers that wait to be repeated. */
async function rewriteKeptTexts(transaction: Executor, person: Person): Promise<void> {
  const annotations = await transaction
    .selectFrom('annotation')
    .select(['id', 'foreign_json'])
    .where('creator_id', '=', person.id)
    .where('foreign_json', 'is not', null)
    .execute();
  for (const { id, foreign_json } of annotations) {
    const kept = withoutPersonInJson(foreign_json ?? 'null', person);
    await transaction.updateTable('annotation').set({ foreign_json: kept }).where('id', '=', id).execute();
  }
  await transaction.deleteFrom('idempotency').where('user_id', '=', person.id).execute();
  const answers = await transaction
    .selectFrom('idempotency')
    .select(['user_id', 'key', 'result'])
    .where('result', 'like', `%${person.id}%`)
    .execute();
  for (const { user_id, key, result } of answers) {
    await transaction
      .updateTable('idempotency')
      .set({ result: withoutPersonInJson(result ?? 'null', person) })
      .where('user_id', '=', user_id)
      .where('key', '=', key)
      .execute();
  }
}

/** Replaces a person by a pseudonym in every row, in one transaction. Doing it again changes nothing. */
export async function replacePerson(database: Kysely<Database>, person: Person): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await deleteWaysIn(transaction, person);
    await rewriteLog(transaction, person);
    await rewriteKeptTexts(transaction, person);
    await signInTables(transaction)
      .updateTable('user')
      .set({ ...pseudonymOf(person.id), image: null })
      .where('id', '=', person.id)
      .execute();
  });
}
