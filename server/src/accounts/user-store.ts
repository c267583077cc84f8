import { createHash } from 'node:crypto';
import type { Executor } from '../database/index.ts';

/** Somebody with an account. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Finds an account by its e-mail address, in any case. */
export async function findUser(database: Executor, email: string): Promise<User | undefined> {
  return database
    .selectFrom('user')
    .select(['id', 'name', 'email'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
}

/** Finds an account by its id. */
export function findUserById(database: Executor, id: string): Promise<User | undefined> {
  return database.selectFrom('user').select(['id', 'name', 'email']).where('id', '=', id).executeTakeFirst();
}

/** Gives an account another name; everything that it made is shown under it from then on. */
export async function renameUser(database: Executor, id: string, name: string): Promise<void> {
  await database.updateTable('user').set({ name }).where('id', '=', id).execute();
}

/** Names of accounts by their ids. */
export async function listUserNames(
  database: Executor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const users = await database.selectFrom('user').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** Names the state of all names: another one after anybody was renamed or erased. */
export async function findNamesVersion(database: Executor): Promise<string> {
  const users = await database.selectFrom('user').select(['id', 'name']).orderBy('id').execute();
  return createHash('sha256').update(JSON.stringify(users)).digest('base64url').slice(0, 12);
}
