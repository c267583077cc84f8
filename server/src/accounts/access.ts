import { isAllowed, type Role, roles, slugSchema } from '@waarborg/shared/dossier';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Executor } from '../database/index.ts';
import { findDossier, type StoredDossier } from '../dossiers/dossier-store.ts';
import { ApiError } from '../errors.ts';
import { type Account, type Env, findAccount } from './authenticate.ts';
import { type RouteRule, routeName, routeRules, routesOfDeleted } from './route-rules.ts';
import type { SignIn } from './sign-in.ts';

const isRole = (rule: string): rule is Role => roles.some((role) => role === rule);

/** The pages take every address that nobody else takes; here that is an address at which there is nothing. */
const pages = '/*';

/** The name of the route that will answer; undefined where none does. */
function findRouteName(c: Context): string | undefined {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
  const route = matchedRoutes(c).find((found) => found.method === method && found.path !== pages);
  return route && routeName(route);
}

/** The rule of the route that will answer; undefined where none does. */
function findRule(c: Context): RouteRule | undefined {
  return routeRules[findRouteName(c) ?? ''];
}

/** Whether an account may come at all, its role in a dossier aside. */
function assertKindOfAccount({ onlyDossier, sessionToken }: Account, rule: RouteRule): void {
  // The session of a device approval is there to be exchanged for tokens, and for nothing else.
  if (sessionToken !== undefined && !['account', 'sign-in'].includes(rule))
    throw new ApiError('unauthenticated');
  // A stolen token must not be worth more than its dossier.
  if (onlyDossier !== undefined && ['person', 'sign-in'].includes(rule)) throw new ApiError('token-limited');
}

/** Lets only known accounts through, and tells routes who asks. Where no route answers, an account is asked too. */
export function createAuthentication(database: Executor, signIn: SignIn): MiddlewareHandler<Env> {
  return async (c, next) => {
    const rule = findRule(c) ?? 'account';
    if (c.req.method === 'OPTIONS' || rule === 'anyone') return next();
    const account = await findAccount(c, database, signIn);
    if (!account) throw new ApiError('unauthenticated');
    assertKindOfAccount(account, rule);
    c.set('account', account);
    await next();
  };
}

/** A dossier by its slug, as far as the account gets into it at all. */
async function findMembership(
  database: Executor,
  { user, onlyDossier, membership }: Account,
  slug: string,
): Promise<StoredDossier | undefined> {
  if (onlyDossier === undefined) return findDossier(database, slug, user.id);
  return membership?.slug === slug ? membership : undefined;
}

/**
 * The one place where it is decided who may do what in a dossier. A dossier that does not exist, that was deleted, of
 * which the account is no member, or to which its token is not limited, looks the same: not found.
 */
export function createAccessControl(database: Executor): MiddlewareHandler<Env> {
  return async (c, next) => {
    const rule = findRule(c) ?? 'reader';
    if (c.req.method === 'OPTIONS' || rule === 'anyone') return next();
    const account = c.get('account');
    const slug = slugSchema.safeParse(c.req.param('dossier'));
    const found = slug.success ? await findMembership(database, account, slug.data) : undefined;
    if (!found) throw new ApiError('dossier-not-found');
    const { role: storedRole, deleted, ...dossier } = found;
    const role = lowerRole(toRole(storedRole), account.scope);
    const isThere = deleted === null || (role === 'owner' && routesOfDeleted.has(findRouteName(c) ?? ''));
    if (!isThere) throw new ApiError('dossier-not-found');
    if (isRole(rule) && !isAllowed(role, rule)) throw new ApiError('forbidden');
    // A token for reading changes nothing, also not what every reader may do for themselves.
    if (account.scope === 'reader' && c.req.method !== 'GET' && c.req.method !== 'HEAD')
      throw new ApiError('forbidden');
    c.set('access', { dossier, role });
    await next();
  };
}

/** Asks the same rules again of a request that was let through long ago; throws what they throw. */
export function createSecondLook(
  ...rules: readonly MiddlewareHandler<Env>[]
): (c: Context<Env>) => Promise<void> {
  return async (c) => {
    for (const rule of rules) await rule(c, async () => {});
  };
}

/** What may be done with a token: what its holder may, but no more than its scope. */
function lowerRole(role: Role, scope: Role = role): Role {
  return isAllowed(role, scope) ? scope : role;
}

function toRole(text: string): Role {
  if (!isRole(text)) throw new RangeError(`unknown role in the database: ${text}`);
  return text;
}
