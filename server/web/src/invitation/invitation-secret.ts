import { takeLinkSecret } from '../routing/link-secret.ts';

/** What the secret of an invitation begins with. */
export const invitationPrefix = 'wbi_';
const storageKey = 'waarborg.invitation';

/**
 * The secret of the invitation that the reader follows. It comes in the fragment of the address, which is
 * emptied at once, and stays in this tab alone, so that signing in elsewhere on the way does not lose it.
 */
export function takeInvitationSecret(): string | undefined {
  const given = takeLinkSecret(invitationPrefix);
  if (given !== undefined) sessionStorage.setItem(storageKey, given);
  return sessionStorage.getItem(storageKey) ?? undefined;
}

/** Forgets it, once it was accepted. */
export function forgetInvitationSecret(): void {
  sessionStorage.removeItem(storageKey);
}
