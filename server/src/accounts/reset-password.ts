import { createSecret } from './secrets.ts';
import type { SignIn } from './sign-in.ts';

/** How long a link to a new password can be used: handed over in person or by telephone, the same day. */
const linkLastsMs = 24 * 60 * 60 * 1000;

/**
 * A link with which a user sets a new password, once. The secret is in the fragment, which no browser sends,
 * and kept only as its hash.
 */
export async function createResetLink(
  signIn: SignIn,
  { user, publicUrl, now = new Date() }: { user: string; publicUrl: string; now?: Date },
): Promise<{ link: string; expires: string }> {
  const { internalAdapter } = await signIn.$context;
  const token = createSecret('wbr_');
  const expiresAt = new Date(now.getTime() + linkLastsMs);
  await internalAdapter.createVerificationValue({
    ...{ identifier: `reset-password:${token}`, value: user, expiresAt },
  });
  return { link: `${publicUrl}/wachtwoord#${token}`, expires: expiresAt.toISOString() };
}
