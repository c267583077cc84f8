/** What we do before and after an endpoint of better-auth. */
import { guessablePassword, passwordLength } from '@waarborg/shared/api';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { isGuessable } from './guessable-password.ts';
import { refuseLooseIdToken } from './oidc.ts';
import type { User } from './user-store.ts';

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Whose password an endpoint sets; undefined where it sets none, or where it will refuse by itself. */
async function findPasswordOwner(c: HookContext): Promise<Omit<User, 'id'> | undefined> {
  if (c.path === '/change-password') return (await getSessionFromCtx(c))?.user;
  if (c.path !== '/reset-password') return undefined;
  const { internalAdapter } = c.context;
  const token = c.body?.token || c.query?.token;
  const link = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  return (link && (await internalAdapter.findUserById(link.value))) ?? undefined;
}

/** @throws APIError for a new password of a length that will do but that is too easy to guess. */
async function assertNotGuessable(c: HookContext): Promise<void> {
  const password: unknown = c.body?.newPassword;
  if (typeof password !== 'string') return;
  if (password.length < passwordLength.least || password.length > passwordLength.most) return;
  const owner = await findPasswordOwner(c);
  if (owner && (await isGuessable(password, { ...owner, publicUrl: c.context.baseURL })))
    throw new APIError('BAD_REQUEST', {
      code: guessablePassword,
      message: 'the password is too easy to guess',
    });
}

/** What must hold before an endpoint does anything. */
export const beforeEndpoint = createAuthMiddleware(async (c) => {
  refuseLooseIdToken(c.path, c.body);
  await assertNotGuessable(c);
  // Whoever changes a password may do so because somebody else knows it: every other browser is signed out.
  return c.path === '/change-password'
    ? { context: { body: { ...c.body, revokeOtherSessions: true } } }
    : undefined;
});

/**
 * An answer without the session that it begins: a script of the page must not see what its cookie keeps from it.
 * Undefined for what is no JSON, such as the way back from a provider.
 */
function withoutSession(answer: unknown): Record<string, unknown> | undefined {
  if (typeof answer !== 'object' || answer === null || answer instanceof Error || answer instanceof Response)
    return undefined;
  const { token: _, session: __, ...shown } = answer as Record<string, unknown>;
  return shown;
}

/** How long what has ended is kept: whoever asks for it meanwhile is told that it ended. */
const endedKeptMs = 60 * 60 * 1000;

/** Forgets what nobody can use any more, whenever there is more of it: anybody can begin a device approval. */
async function forgetEnded(c: HookContext, model: 'session' | 'deviceCode'): Promise<void> {
  const value = new Date(Date.now() - endedKeptMs);
  await c.context.adapter.deleteMany({ model, where: [{ field: 'expiresAt', operator: 'lt', value }] });
}

/**
 * Signing in tells the session to the cookie alone, and ends the one that the browser had before: it would live on
 * where nobody can sign it out.
 */
export const afterEndpoint = createAuthMiddleware(async (c) => {
  const { newSession, authCookies, secret, internalAdapter, returned } = c.context;
  if (c.path === '/device/code') await forgetEnded(c, 'deviceCode');
  if (newSession) await forgetEnded(c, 'session');
  // The extension asks this one; what cookie its browser sends along has nothing to do with it.
  if (!newSession || c.path === '/device/token') return undefined;
  const earlier = await c.getSignedCookie(authCookies.sessionToken.name, secret);
  if (earlier && earlier !== newSession.session.token) await internalAdapter.deleteSession(earlier);
  const shown = withoutSession(returned);
  return shown && c.json(shown);
});
