import { betterAuth } from 'better-auth';
import { createAuthEndpoint, isAPIError } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { getMigrations } from 'better-auth/db/migration';
import { bearer, deviceAuthorization } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import { type Database, isPostgresql } from '../database/index.ts';
import { clientAddressHeader } from './client-address.ts';

/** Name under which our extension asks for access. */
const extensionClientId = 'waarborg-extension';

/** The endpoints of better-auth that our pages and the extension use; every other one is shut. */
const accountPaths = new Set([
  '/sign-in/email',
  '/sign-out',
  '/get-session',
  '/device',
  '/device/approve',
  '/device/code',
  '/device/deny',
  '/device/token',
]);
const accountBase = '/api/auth';

/** Whether an account endpoint at this path of the server may be asked. */
export function isAccountPath(path: string): boolean {
  return path.startsWith(`${accountBase}/`) && accountPaths.has(path.slice(accountBase.length));
}

/** The account of the person at whose machine a local server runs. */
export const localAccount = { email: 'ik@localhost', name: 'Ik' } as const;

export interface SignInSettings {
  readonly database: Kysely<Database>;
  /** Address under which people reach the server, without slash at the end. */
  readonly publicUrl: string;
  /** Signs cookies. */
  readonly secret: string;
  /** Whether whoever opens a page on this machine is signed in without asking. */
  readonly isLocal: boolean;
  /** Told about every error that nobody expected. */
  readonly reportError: (error: Error) => void;
}

/** Signs the local account in; called by the server itself, never by a route. */
function localSignIn() {
  return {
    id: 'local-sign-in',
    endpoints: {
      signInLocally: createAuthEndpoint.serverOnly({ method: 'POST' }, async (c) => {
        const { internalAdapter } = c.context;
        const found = await internalAdapter.findUserByEmail(localAccount.email);
        const user =
          found?.user ??
          (await internalAdapter.createUser({ ...localAccount, emailVerified: true }, { method: 'admin' }));
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(c, { session, user });
        return c.json({ id: user.id, name: user.name });
      }),
    },
  };
}

/** Sign-in, sessions and device approval, by better-auth on our own database. */
export function createSignIn({ database, publicUrl, secret, isLocal, reportError }: SignInSettings) {
  const { hostname, port } = new URL(publicUrl);
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].map((host) => `http://${host}:${port}`);
  return betterAuth({
    database: { db: database, type: isPostgresql(database) ? 'postgres' : 'sqlite' },
    baseURL: publicUrl,
    basePath: accountBase,
    secret,
    trustedOrigins: [publicUrl, ...(isLocal ? loopback : [])],
    emailAndPassword: { enabled: !isLocal, disableSignUp: true, minPasswordLength: 12 },
    // A local server has no passwords to guess; elsewhere each address may try a few times.
    rateLimit: {
      enabled: !isLocal,
      storage: 'memory',
      customRules: {
        '/device': { window: 60, max: 30 },
        '/device/token': { window: 10, max: 30 },
        '/device/code': { window: 60, max: 30 },
      },
    },
    telemetry: { enabled: false },
    // What a client does wrong it is told; anybody could fill the log with it.
    logger: { disabled: true },
    onAPIError: {
      onError: (error) => {
        const isRefusal = isAPIError(error) && error.statusCode < 500;
        if (!isRefusal) reportError(error instanceof Error ? error : new Error(String(error)));
      },
    },
    advanced: {
      useSecureCookies: publicUrl.startsWith('https:'),
      // Said outright, so that no environment variable switches them off.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      cookiePrefix: `waarborg-${hostname.replaceAll(/\W/gu, '-')}-${port || 'web'}`,
    },
    plugins: [
      bearer(),
      deviceAuthorization({
        expiresIn: '15m',
        interval: '2s',
        verificationUri: '/device',
        validateClient: (id) => id === extensionClientId,
      }),
      localSignIn(),
    ],
  });
}
export type SignIn = ReturnType<typeof createSignIn>;

/** Creates or completes better-auth's own tables. */
export async function migrateSignIn(signIn: SignIn): Promise<void> {
  const { runMigrations } = await getMigrations(signIn.options);
  await runMigrations();
}
