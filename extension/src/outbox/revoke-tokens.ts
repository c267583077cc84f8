import type { AccountDraft } from '../messaging/index.ts';
import { callServer } from './call-server.ts';

/**
 * Ends the tokens of a sign-in that is over: nobody would ever use or end them. Never fails; a token that could
 * not be ended stands in the server's list.
 *
 * @param now the sign-in that took its place; absent where nobody is signed in any more.
 */
export async function revokeTokens(before: AccountDraft, now?: AccountDraft): Promise<void> {
  if (now && before.server !== now.server) return;
  const kept = new Set(now?.dossiers.map(({ token }) => token));
  await Promise.all(
    before.dossiers
      .filter(({ token }) => !kept.has(token))
      .map(({ token }) =>
        callServer({ server: before.server, path: '/api/v1/tokens/current', method: 'DELETE', token }),
      ),
  );
}
