import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Executor } from '../database/index.ts';

const tokenPrefix = 'wbg_';
const tokenBytes = 32;
/** How exactly it is known when a token was last used; noting every use would make every read a write. */
const useNotedEveryMs = 60 * 60 * 1000;

/** Whom a token speaks for, and where. */
export interface TokenHolder {
  readonly user: { readonly id: string; readonly name: string };
  /** Dossier id. */
  readonly dossier: string;
}

/** Only this leaves a database: nobody can make a token of it. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a bearer token has the form of ours. */
export function isOwnToken(token: string): boolean {
  return token.startsWith(tokenPrefix);
}

/** Makes a token for one dossier. It is returned once and kept only as its hash. */
export async function createToken(
  database: Executor,
  token: { user: string; dossier: string; name: string; now?: Date },
): Promise<string> {
  const text = `${tokenPrefix}${randomBytes(tokenBytes).toString('base64url')}`;
  await database
    .insertInto('token')
    .values({
      id: uuid(),
      hash: hashOf(text),
      name: token.name,
      user_id: token.user,
      dossier_id: token.dossier,
      created: (token.now ?? new Date()).toISOString(),
      expires: null,
      revoked: null,
      used: null,
    })
    .execute();
  return text;
}

/** Whom a token speaks for; undefined when it is unknown, expired or revoked. */
export async function findTokenHolder(
  database: Executor,
  token: string,
  now = new Date(),
): Promise<TokenHolder | undefined> {
  const row = await database
    .selectFrom('token')
    .innerJoin('user', 'user.id', 'token.user_id')
    .select(['token.dossier_id', 'token.expires', 'token.revoked', 'token.used', 'user.id', 'user.name'])
    .where('token.hash', '=', hashOf(token))
    .executeTakeFirst();
  if (!row || row.revoked || (row.expires && row.expires <= now.toISOString())) return undefined;
  if (!row.used || now.getTime() - Date.parse(row.used) > useNotedEveryMs) {
    await database
      .updateTable('token')
      .set({ used: now.toISOString() })
      .where('hash', '=', hashOf(token))
      .execute();
  }
  return { user: { id: row.id, name: row.name }, dossier: row.dossier_id };
}

/** Ends a token; whoever holds it gets 401 from now on. */
export async function revokeToken(database: Executor, token: string, now = new Date()): Promise<void> {
  await database
    .updateTable('token')
    .set({ revoked: now.toISOString() })
    .where('hash', '=', hashOf(token))
    .execute();
}
