import type { Role } from '@waarborg/shared/dossier';
import type { Context } from 'hono';
import type { Executor, Once } from '../database/index.ts';
import type { StoredDossier } from '../dossiers/dossier-store.ts';
import { ApiError } from '../errors.ts';
import { noteUse } from './sessions.ts';
import type { SignIn } from './sign-in.ts';
import { findTokenHolder, isOwnToken } from './token-store.ts';

/** Who asks. */
export interface Account {
  readonly user: { readonly id: string; readonly name: string };
  /** Id of the dossier to which a token is limited; absent for a signed-in person. */
  readonly onlyDossier?: string;
  /** That dossier with the role in it; absent where its person is no member of it. */
  readonly membership?: StoredDossier;
  /** The most that may be done with a token; absent for a signed-in person. */
  readonly scope?: Role;
  /** Id of the session of a browser; absent for whoever brings a token. */
  readonly session?: string;
  /** Token of a better-auth session that came as a bearer token, as after device approval. */
  readonly sessionToken?: string;
}

/** The dossier that a request is about, and what the account may do in it. */
export interface Access {
  readonly dossier: {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly revision: number;
  };
  readonly role: Role;
}

/** What middleware leaves for routes. */
export interface Env {
  Variables: { account: Account; access: Access; once?: Once };
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A cookie is sent by the browser whoever makes the request, so a write must come from our own pages. */
function assertOwnOrigin(c: Context): void {
  if (readingMethods.has(c.req.method)) return;
  const origin = c.req.header('origin');
  const host = c.req.header('host');
  const isOwn = origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
  if (!isOwn) throw new ApiError('foreign-origin');
}

/** The account of a session that the extension got by a device approval; it shows its token as it is. */
async function accountOfApproval(signIn: SignIn, sessionToken: string): Promise<Account | undefined> {
  const found = await (await signIn.$context).internalAdapter.findSession(sessionToken);
  if (!found || found.session.expiresAt <= new Date()) return undefined;
  return { user: { id: found.user.id, name: found.user.name }, sessionToken };
}

/** The account of a browser, by its signed cookie. */
async function accountOfCookie(signIn: SignIn, cookie: string): Promise<Account | undefined> {
  const found = await signIn.api.getSession({ headers: new Headers({ cookie }) });
  if (!found) return undefined;
  await noteUse(signIn, found.session);
  return { user: { id: found.user.id, name: found.user.name }, session: found.session.id };
}

/** Who asks: the holder of a token of ours, of a bearer session, or of a session cookie. */
export async function findAccount(
  c: Context,
  database: Executor,
  signIn: SignIn,
): Promise<Account | undefined> {
  const bearer = /^bearer (.+)$/iu.exec(c.req.header('authorization') ?? '')?.[1]?.trim();
  if (bearer && isOwnToken(bearer)) {
    const holder = await findTokenHolder(database, bearer);
    if (!holder) return undefined;
    const { dossier: onlyDossier, ...rest } = holder;
    return { ...rest, onlyDossier };
  }
  if (bearer) return accountOfApproval(signIn, bearer);
  const cookie = c.req.header('cookie');
  if (!cookie) return undefined;
  const account = await accountOfCookie(signIn, cookie);
  if (account) assertOwnOrigin(c);
  return account;
}
