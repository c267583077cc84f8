import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins';

/** The organisation's own OpenID Connect provider. */
export interface OidcSettings {
  /** Its address, as it says it itself in every token. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Name of the provider in addresses: `/api/auth/callback/oidc`. */
export const oidcProvider = 'oidc';

const discoveryPath = '/.well-known/openid-configuration';

/**
 * Sign-in at the organisation's own provider: authorization code with PKCE, `state`, `nonce` and a verified ID
 * token (OpenID Connect Core 1.0; RFC 9700). Whoever signs in there gets an account here.
 */
export function createOidc({ issuer, clientId, clientSecret }: OidcSettings) {
  return genericOAuth({
    config: [
      {
        providerId: oidcProvider,
        discoveryUrl: `${issuer.replace(/\/$/u, '')}${discoveryPath}`,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        mapProfileToUser: (profile) => {
          // Discovery says who issues; that it is who was configured is ours to see (Discovery 1.0, section 4.3).
          if (profile.iss !== undefined && profile.iss !== issuer)
            throw new APIError('UNAUTHORIZED', { message: 'unexpected issuer' });
          const name = typeof profile.name === 'string' ? profile.name.trim() : '';
          return { name: name || String(profile.email ?? '') };
        },
      },
    ],
  });
}

/** What is thrown where a token of a provider is posted instead of signing in there: it is bound to no request. */
export function refuseLooseIdToken(path: string, body: unknown): void {
  const isLoose = typeof body === 'object' && body !== null && 'idToken' in body;
  if (path === '/sign-in/social' && isLoose)
    throw new APIError('BAD_REQUEST', { message: 'sign in at the provider' });
}
