import { isAllowed, type Role, roles } from '@waarborg/shared/dossier';
import type { MiddlewareHandler } from 'hono';
import type { Executor } from '../database/index.ts';
import { findDossier } from '../dossiers/dossier-store.ts';
import { ApiError } from '../errors.ts';
import type { Env } from './authenticate.ts';

const readingMethods = new Set(['GET', 'HEAD']);

/** The role that a method needs where a route says nothing else: reading is for readers, writing for reviewers. */
function neededRole(method: string): Role {
  return readingMethods.has(method) ? 'reader' : 'reviewer';
}

function toRole(text: string): Role {
  const role = roles.find((candidate) => candidate === text);
  if (!role) throw new RangeError(`unknown role in the database: ${text}`);
  return role;
}

/**
 * The one place where it is decided who may do what in a dossier. A dossier that does not exist, of which the
 * account is no member, or to which its token is not limited, looks the same: not found.
 */
export function createAccessControl(database: Executor): MiddlewareHandler<Env> {
  return async (c, next) => {
    const account = c.get('account');
    // The session of a device approval is there to be exchanged for a token, and for nothing else.
    if (account.sessionToken !== undefined) throw new ApiError('unauthenticated');
    const found = await findDossier(database, c.req.param('dossier') ?? '', account.user.id);
    const isOthers = account.onlyDossier !== undefined && account.onlyDossier !== found?.id;
    if (!found || isOthers) throw new ApiError('dossier-not-found');
    const { role: storedRole, ...dossier } = found;
    const role = toRole(storedRole);
    if (!isAllowed(role, neededRole(c.req.method))) throw new ApiError('forbidden');
    c.set('access', { dossier, role });
    await next();
  };
}
