import { randomUUIDv7 as uuid } from 'node:crypto';
import type { KeptToken } from '@waarborg/shared/api';
import type { Role } from '@waarborg/shared/dossier';
import {
  type Executor,
  type Page,
  type PageRequest,
  prepareQuery,
  takePage,
  textColumn,
  whereAny,
} from '../database/index.ts';
import type { StoredDossier } from '../dossiers/dossier-store.ts';
import { noteIfPossible, useNotedEveryMs } from './note-if-possible.ts';
import { createSecret, hashOfSecret } from './secrets.ts';

const tokenPrefix = 'wbg_';

/** Whom a token speaks for, where, and how far. */
export interface TokenHolder {
  readonly user: { readonly id: string; readonly name: string };
  /** Dossier id. */
  readonly dossier: string;
  /** That dossier, and the holder's role in it; absent for a holder who is no member any more. */
  readonly membership?: StoredDossier;
  /** The most that may be done with it. */
  readonly scope: Role;
}

/** Whether a bearer token has the form of ours. */
export function isOwnToken(token: string): boolean {
  return token.startsWith(tokenPrefix);
}

/** A token to be made. */
export interface TokenDraft {
  /** User id. */
  readonly user: string;
  /** Dossier id. */
  readonly dossier: string;
  readonly name: string;
  /** The most that may be done with it; left out, all that its holder may. */
  readonly scope?: Role;
  /** Left out, it lasts until it is revoked. */
  readonly expires?: Date | undefined;
  readonly now?: Date;
}

/** Makes a token for one dossier. It is returned once and kept only as its hash. */
export async function createToken(database: Executor, draft: TokenDraft): Promise<string> {
  const { user, dossier, name, scope = 'owner', expires, now = new Date() } = draft;
  const text = createSecret(tokenPrefix);
  await database
    .insertInto('token')
    .values({
      ...{ id: uuid(), hash: hashOfSecret(text), name, scope, user_id: user, dossier_id: dossier },
      created: now.toISOString(),
      expires: expires?.toISOString() ?? null,
      revoked: null,
      used: null,
    })
    .execute();
  return text;
}

const selectHolder = prepareQuery((database, hash: string) =>
  database
    .selectFrom('token')
    .innerJoin('user', 'user.id', 'token.user_id')
    .innerJoin('dossier', 'dossier.id', 'token.dossier_id')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.dossier_id', '=', 'token.dossier_id')
        .onRef('membership.user_id', '=', 'token.user_id'),
    )
    .select(['token.dossier_id', 'token.scope', 'token.expires', 'token.revoked', 'token.used'])
    .select(['user.id', 'user.name'])
    .select(['dossier.slug', 'dossier.title', 'dossier.revision', 'dossier.deleted', 'membership.role'])
    .where('token.hash', '=', hash),
);

/** Whom a token speaks for; undefined when it is unknown, expired or revoked. */
export async function findTokenHolder(database: Executor, token: string): Promise<TokenHolder | undefined> {
  const now = new Date();
  const hash = hashOfSecret(token);
  const [row] = await selectHolder(database, hash);
  if (!row || row.revoked || (row.expires && row.expires <= now.toISOString())) return undefined;
  if (!row.used || now.getTime() - Date.parse(row.used) > useNotedEveryMs) {
    const used = database.updateTable('token').set({ used: now.toISOString() }).where('hash', '=', hash);
    await noteIfPossible(used.execute());
  }
  const { id, name, dossier_id: dossier, scope, slug, title, revision, deleted, role } = row;
  return {
    ...{ user: { id, name }, dossier, scope: scope as Role },
    ...(role !== null && { membership: { id: dossier, slug, title, revision, deleted, role } }),
  };
}

/** How a list of tokens can be ordered. */
export const tokenOrder = {
  keys: { created: textColumn('token.created'), name: textColumn('token.name') },
  id: textColumn('token.id'),
};

/** A page of a user's tokens that still open something. */
export function listTokenPage(
  database: Executor,
  { user, now }: { user: string; now: Date },
  { dossier }: { readonly dossier?: readonly string[] | undefined },
  page: PageRequest,
): Promise<Page<KeptToken>> {
  const kept = database
    .selectFrom('token')
    .innerJoin('dossier', 'dossier.id', 'token.dossier_id')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.dossier_id', '=', 'token.dossier_id')
        .onRef('membership.user_id', '=', 'token.user_id'),
    )
    .select(['token.id', 'token.name', 'token.scope', 'token.created', 'token.expires', 'token.used'])
    .select(['dossier.slug', 'dossier.title'])
    .where('token.user_id', '=', user)
    .where('token.revoked', 'is', null)
    .where(({ or, eb }) =>
      or([eb('token.expires', 'is', null), eb('token.expires', '>', now.toISOString())]),
    );
  const wanted = whereAny(kept, 'dossier.slug', dossier);
  return takePage(wanted, tokenOrder, page, ({ id, name, slug, title, scope, created, expires, used }) => ({
    ...{ id, name, dossier: { slug, title }, scope: scope as Role, created },
    ...(expires && { expires }),
    ...(used && { used }),
  }));
}

/** Ends the tokens that are still good, of those to which it is narrowed; whoever holds one gets 401 from then on. */
function revoke(database: Executor) {
  return database
    .updateTable('token')
    .set({ revoked: new Date().toISOString() })
    .where('revoked', 'is', null);
}

/** Ends a user's token by its id. False when there is no such token. */
export async function revokeTokenById(
  database: Executor,
  { id, user }: { id: string; user: string },
): Promise<boolean> {
  const revoked = await revoke(database).where('id', '=', id).where('user_id', '=', user).executeTakeFirst();
  return revoked.numUpdatedRows > 0n;
}

/** Ends a token. */
export async function revokeToken(database: Executor, token: string): Promise<void> {
  await revoke(database).where('hash', '=', hashOfSecret(token)).execute();
}

/** Ends the tokens of everybody. */
export async function revokeEveryToken(database: Executor): Promise<void> {
  await revoke(database).execute();
}

/** Ends every token of a user. */
export async function revokeTokensOf(database: Executor, user: string): Promise<void> {
  await revoke(database).where('user_id', '=', user).execute();
}
