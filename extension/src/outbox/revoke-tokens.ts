import type { AccountDraft } from '../messaging/index.ts';
import { callServer } from './call-server.ts';

/**
 * Ends the tokens of a sign-in that another one at the same server took the place of: nobody would ever use or
 * end them. Never fails; a token that could not be ended stands in the server's list.
 */
export async function revokeTokens(before: AccountDraft, now: AccountDraft): Promise<void> {
  if (before.server !== now.server) return;
  const kept = new Set(now.dossiers.map(({ token }) => token));
  await Promise.all(
    before.dossiers
      .filter(({ token }) => !kept.has(token))
      .map(({ token }) =>
        callServer({ server: before.server, path: '/api/v1/tokens/current', method: 'DELETE', token }),
      ),
  );
}
