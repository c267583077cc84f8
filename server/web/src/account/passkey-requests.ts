import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { z } from 'zod';
import { ApiFailure } from '../api/failure.ts';
import { type AuthAnswer, askAuth } from '../api/request.ts';

const passkeySchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  createdAt: z.string().nullish(),
});
/** One of the reader's passkeys, as the list shows it. */
export type Passkey = z.infer<typeof passkeySchema>;

/** How an attempt with a passkey ended. */
export type PasskeyOutcome = 'done' | 'failed' | 'not-fresh';

function readDone({ status }: AuthAnswer): PasskeyOutcome {
  return status === 200 ? 'done' : 'failed';
}

/** What the reader cancelled, or the device refused, is no fault. */
async function attempt(work: () => Promise<PasskeyOutcome>): Promise<PasskeyOutcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiFailure) throw error;
    return 'failed';
  }
}

/** The reader's passkeys. */
export async function listPasskeys(): Promise<Passkey[]> {
  const { status, body } = await askAuth('/passkey/list-user-passkeys');
  if (status === 401) throw new ApiFailure('unauthenticated');
  const passkeys = z.array(passkeySchema).safeParse(body);
  if (!passkeys.success) throw new ApiFailure('unreadable', { cause: passkeys.error });
  return passkeys.data;
}

/** Lets the reader's device make a passkey. A session older than a day is too old for that. */
export function addPasskey(name: string): Promise<PasskeyOutcome> {
  return attempt(async () => {
    const { status, body } = await askAuth('/passkey/generate-register-options');
    if (status === 403) return 'not-fresh';
    if (status !== 200) return 'failed';
    const optionsJSON = body as Parameters<typeof startRegistration>[0]['optionsJSON'];
    const response = await startRegistration({ optionsJSON });
    return readDone(await askAuth('/passkey/verify-registration', { response, name }));
  });
}

/** Gives a passkey another name. */
export async function renamePasskey(id: string, name: string): Promise<PasskeyOutcome> {
  return readDone(await askAuth('/passkey/update-passkey', { id, name }));
}

/** Removes a passkey: it opens nothing from now on. */
export async function removePasskey(id: string): Promise<PasskeyOutcome> {
  return readDone(await askAuth('/passkey/delete-passkey', { id }));
}

/** Signs in with a passkey that the reader chooses. */
export function signInWithPasskey(): Promise<PasskeyOutcome> {
  return attempt(async () => {
    const { status, body } = await askAuth('/passkey/generate-authenticate-options');
    if (status !== 200) return 'failed';
    const optionsJSON = body as Parameters<typeof startAuthentication>[0]['optionsJSON'];
    const response = await startAuthentication({ optionsJSON });
    return readDone(await askAuth('/passkey/verify-authentication', { response }));
  });
}
