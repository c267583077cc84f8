import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { bearer, deviceAuthorization } from 'better-auth/plugins';
import { z } from 'zod';
import type { OpenDatabase } from '../database/index.ts';

/** The one client that may ask for a device code. */
export const extensionClientId = 'waarborg-extension';
/** Shortest password that is accepted. */
export const minPasswordLength = 12;

export interface AuthenticationSettings {
  readonly db: OpenDatabase;
  /** Signs cookies: at least 32 characters. */
  readonly secret: string;
  /** Without slash at the end. */
  readonly publicUrl: string;
  /** Origins whose pages may sign in and approve devices. */
  readonly trustedOrigins: readonly string[];
  /** One person's own machine: no passwords. */
  readonly isLocal: boolean;
}

/** Starts a session for an account without asking; only our own code can call it. */
const trustedSignIn = {
  id: 'waarborg-trusted-sign-in',
  endpoints: {
    signInTrusted: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }), requireHeaders: true },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.userId);
        if (!user) throw new RangeError(`no account ${context.body.userId}`);
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return context.json({ signedIn: true });
      },
    ),
  },
} satisfies BetterAuthPlugin;

/** Cookies know no ports, so servers on one machine need names of their own. */
function cookiePrefix(publicUrl: string): string {
  const { port } = new URL(publicUrl);
  return port === '' ? 'waarborg' : `waarborg-${port}`;
}

/** Sign-in, sessions and device approval (better-auth) on our database. */
export function createAuthentication(settings: AuthenticationSettings) {
  const { db, secret, publicUrl, trustedOrigins, isLocal } = settings;
  return betterAuth({
    appName: 'Waarborg',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: { db, type: 'sqlite', transaction: false },
    trustedOrigins: [...trustedOrigins],
    emailAndPassword: { enabled: !isLocal, disableSignUp: true, minPasswordLength },
    rateLimit: { enabled: !isLocal, storage: 'memory' },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    advanced: {
      cookiePrefix: cookiePrefix(publicUrl),
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    plugins: [
      bearer(),
      deviceAuthorization({
        verificationUri: `${publicUrl}/verbinden`,
        validateClient: (clientId) => clientId === extensionClientId,
        expiresIn: '30m',
        interval: '2s',
      }),
      trustedSignIn,
    ],
  });
}
export type Authentication = ReturnType<typeof createAuthentication>;

/** Set by ourselves on every request to better-auth; what a client sends under it is dropped. */
export const clientAddressHeader = 'x-waarborg-client-address';
