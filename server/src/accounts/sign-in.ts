import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { passwordLength, type SignInWays } from '@waarborg/shared/api';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { createAuthEndpoint, isAPIError } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { getMigrations } from 'better-auth/db/migration';
import { deviceAuthorization } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import { type Database, isPostgresql } from '../database/index.ts';
import { clientAddressHeader } from './client-address.ts';
import { hashAuthSecrets } from './hash-auth-secrets.ts';
import { createOidc, type OidcSettings, oidcProvider } from './oidc.ts';
import { canHavePasskeys, createPasskeys, isFailedRegistration } from './passkeys.ts';
import { afterEndpoint, beforeEndpoint } from './sign-in-hooks.ts';
import { revokeTokensOf } from './token-store.ts';

/** Name under which our extension asks for access. */
const extensionClientId = 'waarborg-extension';

const accountBase = '/api/auth';
const sessionLastsSeconds = 7 * 24 * 60 * 60;

/** The endpoints of better-auth that our pages and the extension use, by the way of signing in that needs them. */
const accountPaths = {
  always: ['/sign-out', '/device', '/device/approve', '/device/code', '/device/deny', '/device/token'],
  password: ['/sign-in/email', '/change-password', '/reset-password'],
  passkey: [
    '/passkey/generate-register-options',
    '/passkey/generate-authenticate-options',
    '/passkey/verify-registration',
    '/passkey/verify-authentication',
    '/passkey/list-user-passkeys',
    '/passkey/update-passkey',
    '/passkey/delete-passkey',
  ],
  provider: ['/sign-in/social', `/callback/${oidcProvider}`],
} as const;

/** Whether an account endpoint at a path of the server may be asked; every one that is of no use here is shut. */
export function createAccountPaths(ways: SignInWays): (path: string) => boolean {
  const open = new Set<string>([
    ...accountPaths.always,
    ...(ways.password ? accountPaths.password : []),
    ...(ways.passkey ? accountPaths.passkey : []),
    ...(ways.provider ? accountPaths.provider : []),
  ]);
  return (path) => path.startsWith(`${accountBase}/`) && open.has(path.slice(accountBase.length));
}

/** The ways in that a server with these settings has. */
export function signInWaysOf({
  publicUrl,
  isLocal,
  oidc,
}: Pick<SignInSettings, 'publicUrl' | 'isLocal' | 'oidc'>): SignInWays {
  return {
    password: !isLocal,
    passkey: !isLocal && canHavePasskeys(publicUrl),
    ...(oidc && { provider: new URL(oidc.issuer).hostname }),
    local: isLocal,
  };
}

/** The account of the person at whose machine a local server runs. */
export const localAccount = { email: 'ik@localhost', name: 'Ik' } as const;

/** What signing in depends on. */
export interface SignInSettings {
  readonly database: Kysely<Database>;
  /** Address under which people reach the server, without slash at the end. */
  readonly publicUrl: string;
  /** Signs cookies. */
  readonly secret: string;
  /** Whether whoever opens a page on this machine is signed in without asking. */
  readonly isLocal: boolean;
  /** The organisation's own sign-in, where there is one. */
  readonly oidc?: OidcSettings | undefined;
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

/** Tokens of the organisation's provider are of no use to us, so they are not kept. */
const forgetProviderTokens = async <A extends object>(account: A) => ({
  data: { ...account, accessToken: null, refreshToken: null, idToken: null },
});

/** From where somebody signed in is of no use to us, so it is not kept. */
const forgetAddress = async <S extends object>(session: S) => ({ data: { ...session, ipAddress: null } });

/** How often one address may ask. A local server has no passwords to guess. */
function createRateLimit(isLocal: boolean) {
  return {
    enabled: !isLocal,
    storage: 'memory' as const,
    customRules: {
      '/device': { window: 60, max: 30 },
      '/device/token': { window: 10, max: 30 },
      '/device/code': { window: 60, max: 30 },
      '/change-password': { window: 60, max: 10 },
      '/reset-password': { window: 60, max: 10 },
    },
  };
}

/**
 * Cookies of this host alone, that no other server on it takes for its own. With TLS they leave only over it, and no
 * other host of the domain can set them (`__Host-`; better-auth by itself would say `__Secure-`).
 */
function createCookies(publicUrl: string) {
  const { hostname, port, protocol } = new URL(publicUrl);
  const isSecure = protocol === 'https:';
  const name = `waarborg-${hostname.replaceAll(/\W/gu, '-')}-${port || 'web'}`;
  return {
    useSecureCookies: false,
    defaultCookieAttributes: { secure: isSecure },
    cookiePrefix: isSecure ? `__Host-${name}` : name,
  };
}

/** Sign-in, sessions and device approval, by better-auth on our own database. */
export function createSignIn(settings: SignInSettings) {
  const { database, publicUrl, secret, isLocal, oidc, reportError } = settings;
  const { port } = new URL(publicUrl);
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].map((host) => `http://${host}:${port}`);
  const type = isPostgresql(database) ? 'postgres' : 'sqlite';
  return betterAuth({
    database: (options: BetterAuthOptions) => hashAuthSecrets(kyselyAdapter(database, { type })(options)),
    baseURL: publicUrl,
    basePath: accountBase,
    secret,
    trustedOrigins: [publicUrl, ...(isLocal ? loopback : [])],
    emailAndPassword: {
      enabled: !isLocal,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      // Whoever needs a new password may have lost the old one to somebody else.
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }) => revokeTokensOf(database, user.id),
    },
    // A week after signing in is the end, however it is used: a stolen cookie cannot be kept alive.
    session: { expiresIn: sessionLastsSeconds, disableSessionRefresh: true },
    account: { accountLinking: { enabled: true, trustedProviders: [] } },
    databaseHooks: {
      account: { create: { before: forgetProviderTokens }, update: { before: forgetProviderTokens } },
      session: { create: { before: forgetAddress } },
    },
    verification: { storeIdentifier: 'hashed' },
    hooks: { before: beforeEndpoint, after: afterEndpoint },
    rateLimit: createRateLimit(isLocal),
    telemetry: { enabled: false },
    // What a client does wrong it is told; anybody could fill the log with it.
    logger: { disabled: true },
    onAPIError: {
      errorURL: `${publicUrl}/aanmelden`,
      onError: (error) => {
        const isRefusal = isAPIError(error) && (error.statusCode < 500 || isFailedRegistration(error));
        if (!isRefusal) reportError(error instanceof Error ? error : new Error(String(error)));
      },
    },
    advanced: {
      ...createCookies(publicUrl),
      // Said outright, so that no environment variable switches them off.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    plugins: [
      deviceAuthorization({
        expiresIn: '15m',
        interval: '2s',
        verificationUri: '/device',
        validateClient: (id) => id === extensionClientId,
      }),
      localSignIn(),
      createPasskeys(publicUrl),
      ...(oidc ? [createOidc(oidc)] : []),
    ],
  });
}
export type SignIn = ReturnType<typeof createSignIn>;

/** Creates or completes better-auth's own tables. */
export async function migrateSignIn(signIn: SignIn, database: Kysely<Database>): Promise<void> {
  const type = isPostgresql(database) ? 'postgres' : 'sqlite';
  const { runMigrations } = await getMigrations({ ...signIn.options, database: { db: database, type } });
  await runMigrations();
}
