import { isIP } from 'node:net';
import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';

/** Whether passkeys can be bound to an address: WebAuthn knows names, not numbers, and needs a safe connection. */
export function canHavePasskeys(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  const isNumber = isIP(hostname.replace(/^\[(.*)\]$/u, '$1')) !== 0;
  return !isNumber && (protocol === 'https:' || hostname === 'localhost');
}

/** A passkey is all that somebody shows, so its device must have asked for a finger, a face or a PIN. */
function assertVerified(userVerified: boolean | undefined): void {
  if (!userVerified) throw new APIError('UNAUTHORIZED', { message: 'the device did not verify its user' });
}

/** Passkeys (WebAuthn Level 2) for the host of the server. */
export function createPasskeys(publicUrl: string) {
  return passkey({
    rpID: new URL(publicUrl).hostname,
    rpName: 'Waarborg',
    origin: publicUrl,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: async ({ verification }) =>
        assertVerified(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: async ({ verification }) =>
        assertVerified(verification.authenticationInfo.userVerified),
    },
  });
}

/** Whether an error says that what a client sent is no passkey; the plugin gives it the status of a fault. */
export function isFailedRegistration({
  body,
}: {
  readonly body?: { readonly code?: string } | undefined;
}): boolean {
  return body?.code === 'FAILED_TO_VERIFY_REGISTRATION';
}
