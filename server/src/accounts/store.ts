import { createHash, randomBytes } from 'node:crypto';
import type { Dossier, Role } from '@waarborg/shared/dossier';
import { v7 as uuidv7 } from 'uuid';
import type { Change } from '../changes/index.ts';
import type { OpenDatabase, Reader } from '../database/index.ts';

/** Whose request it is. */
export interface User {
  readonly id: string;
  readonly name: string;
}

export async function findUser(db: Reader, id: string): Promise<User | undefined> {
  return db.selectFrom('user').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
}

export async function findUserByEmail(db: Reader, email: string): Promise<User | undefined> {
  return db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
}

export async function hasUsers(db: Reader): Promise<boolean> {
  return (await db.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Names by id, of those that there are. */
export async function namesOfUsers(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Dossiers of which the user is a member, by title. */
export async function listDossiersOf(db: Reader, user: string): Promise<Dossier[]> {
  return db
    .selectFrom('membership')
    .innerJoin('dossier', 'dossier.id', 'membership.dossier_id')
    .select(['dossier.id', 'dossier.slug', 'dossier.title', 'dossier.revision', 'membership.role'])
    .where('membership.user_id', '=', user)
    .orderBy('dossier.title')
    .execute();
}

/** The dossier with this slug as the user sees it; undefined if it is not there or not theirs. */
export async function findDossierOf(db: Reader, user: string, slug: string): Promise<Dossier | undefined> {
  return db
    .selectFrom('dossier')
    .innerJoin('membership', 'membership.dossier_id', 'dossier.id')
    .select(['dossier.id', 'dossier.slug', 'dossier.title', 'dossier.revision', 'membership.role'])
    .where('dossier.slug', '=', slug)
    .where('membership.user_id', '=', user)
    .executeTakeFirst();
}

/** Gives somebody a role in the change's dossier. */
export async function setRole(change: Change, user: string, role: Role): Promise<void> {
  const { db, dossier } = change;
  const before = await db
    .selectFrom('membership')
    .select(['user_id', 'role'])
    .where('dossier_id', '=', dossier)
    .where('user_id', '=', user)
    .executeTakeFirst();
  if (before?.role === role) return;
  await db
    .insertInto('membership')
    .values({ dossier_id: dossier, user_id: user, role })
    .onConflict((conflict) => conflict.columns(['dossier_id', 'user_id']).doUpdateSet({ role }))
    .execute();
  change.record({
    ...{ kind: 'membership', id: user, after: { user, role } },
    ...(before ? { before: { user, role: before.role } } : {}),
  });
}

const tokenPrefix = 'waarborg_';
/** How long a token works after it was made. */
export const tokenLifetimeDays = 365;
const dayMs = 24 * 60 * 60 * 1_000;

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether this can be a token of ours, rather than a session of the sign-in. */
export function isOwnToken(token: string): boolean {
  return token.startsWith(tokenPrefix);
}

/** Makes a token that is limited to one dossier. The token is given back once; only its hash is kept. */
export async function createToken(
  db: Reader,
  { user, dossier, name, at }: { user: string; dossier: string; name: string; at: Date },
): Promise<string> {
  const token = tokenPrefix + randomBytes(32).toString('base64url');
  await db
    .insertInto('token')
    .values({
      ...{ id: uuidv7(), hash: hashOf(token), name, user_id: user, dossier_id: dossier },
      ...{ created: at.toISOString(), last_used: null, revoked: null },
      expires: new Date(at.getTime() + tokenLifetimeDays * dayMs).toISOString(),
    })
    .execute();
  return token;
}

/** Who a valid token speaks for and where; undefined for unknown, expired and revoked ones. */
export async function findToken(
  db: OpenDatabase,
  token: string,
  now: Date,
): Promise<{ user: User; dossier: { id: string; slug: string } } | undefined> {
  const row = await db
    .selectFrom('token')
    .innerJoin('user', 'user.id', 'token.user_id')
    .innerJoin('dossier', 'dossier.id', 'token.dossier_id')
    .select(['token.id', 'token.last_used', 'token.user_id', 'user.name', 'token.dossier_id', 'dossier.slug'])
    .where('token.hash', '=', hashOf(token))
    .where('token.revoked', 'is', null)
    .where('token.expires', '>', now.toISOString())
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.last_used?.slice(0, 10) !== now.toISOString().slice(0, 10)) {
    await db.updateTable('token').set({ last_used: now.toISOString() }).where('id', '=', row.id).execute();
  }
  return { user: { id: row.user_id, name: row.name }, dossier: { id: row.dossier_id, slug: row.slug } };
}

export async function revokeToken(db: Reader, token: string, now: Date): Promise<void> {
  await db
    .updateTable('token')
    .set({ revoked: now.toISOString() })
    .where('hash', '=', hashOf(token))
    .execute();
}

export async function readSetting(db: Reader, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}

export async function writeSetting(db: Reader, key: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
