import { accountResponseSchema, tokenListSchema } from '@waarborg/shared/api';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { AccountDraft } from '../messaging/index.ts';
import { callServer, type ServerAnswer } from '../outbox/call-server.ts';

const clientId = 'waarborg-extension';

/** A sign-in that waits for approval on the server's own page (RFC 8628); no password enters the extension. */
export const pendingSignInSchema = z.object({
  server: z.string(),
  deviceCode: z.string(),
  /** What the reviewer compares with the page of the server. */
  userCode: z.string(),
  verificationAddress: z.url({ protocol: /^https?$/ }),
  /** Milliseconds since the epoch. */
  expiresAt: z.number(),
  intervalMs: z.number(),
});
export type PendingSignIn = z.infer<typeof pendingSignInSchema>;

/** Why a sign-in did not come about; keys of the welcome page's messages. */
export type SignInFailure =
  | 'server-unreachable'
  | 'not-a-waarborg-server'
  | 'code-expired'
  | 'sign-in-denied'
  | 'no-dossier';

/** What a step of the sign-in gives, or why it ended. */
export type SignInResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: SignInFailure };

const deviceCodeSchema = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.url({ protocol: /^https?$/ }),
  verification_uri_complete: z.url({ protocol: /^https?$/ }).optional(),
  /** Seconds. */
  expires_in: z.number().positive(),
  interval: z.number().nonnegative().default(5),
});

/** Asks the server for a code to approve. */
export async function startSignIn(server: string): Promise<SignInResult<PendingSignIn>> {
  const answer = await callServer({
    server,
    path: '/api/auth/device/code',
    method: 'POST',
    body: { client_id: clientId },
  });
  if (answer.kind === 'unreachable') {
    return {
      ok: false,
      code: (await isAnybodyThere(server)) ? 'not-a-waarborg-server' : 'server-unreachable',
    };
  }
  if (answer.kind === 'problem' && answer.status >= 500) return { ok: false, code: 'server-unreachable' };
  const parsed = answer.kind === 'ok' ? deviceCodeSchema.safeParse(answer.body).data : undefined;
  if (!parsed) return { ok: false, code: 'not-a-waarborg-server' };
  return {
    ok: true,
    value: {
      server,
      deviceCode: parsed.device_code,
      userCode: parsed.user_code,
      verificationAddress: parsed.verification_uri_complete ?? parsed.verification_uri,
      expiresAt: Date.now() + parsed.expires_in * 1000,
      intervalMs: Math.max(1, parsed.interval) * 1000,
    },
  };
}

/** A server that does not know the extension hides its answer; that there is one can still be seen. */
async function isAnybodyThere(server: string): Promise<boolean> {
  const probe = fetch(server, { mode: 'no-cors', credentials: 'omit', signal: AbortSignal.timeout(5_000) });
  return probe.then(
    () => true,
    () => false,
  );
}

/** Whether the reviewer has approved by now. */
export type PollResult =
  | { readonly state: 'approved'; readonly accessToken: string }
  /** `intervalMs` is what to wait before asking again. */
  | { readonly state: 'waiting'; readonly intervalMs: number }
  | { readonly state: 'failed'; readonly code: SignInFailure };

const grantedSchema = z.object({ access_token: z.string() });
/** RFC 8628, section 3.5: each `slow_down` makes the interval this much longer. */
const slowDownMs = 5_000;

/** Asks once whether the reviewer has approved. */
export async function pollSignIn(pending: PendingSignIn): Promise<PollResult> {
  if (Date.now() >= pending.expiresAt) return { state: 'failed', code: 'code-expired' };
  const response = await fetch(`${pending.server}/api/auth/device/token`, {
    method: 'POST',
    credentials: 'omit',
    cache: 'no-store',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: pending.deviceCode,
      client_id: clientId,
    }),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => undefined); // A server that is away for a moment: the code is still good.
  const body: unknown = await response?.json().catch(() => undefined);
  const granted = response?.ok ? grantedSchema.safeParse(body).data : undefined;
  if (granted) return { state: 'approved', accessToken: granted.access_token };
  return readPollError(z.object({ error: z.string() }).safeParse(body).data?.error, pending.intervalMs);
}

function readPollError(error: string | undefined, intervalMs: number): PollResult {
  if (error === 'access_denied') return { state: 'failed', code: 'sign-in-denied' };
  if (error === 'expired_token' || error === 'invalid_grant')
    return { state: 'failed', code: 'code-expired' };
  return { state: 'waiting', intervalMs: error === 'slow_down' ? intervalMs + slowDownMs : intervalMs };
}

/**
 * Exchanges the access token, which is a full session, for tokens of ours, each limited to a dossier.
 *
 * @param name under which the reviewer will find the tokens again: "Chromium op laptop".
 */
export async function exchangeToken(
  server: string,
  accessToken: string,
  name: string,
): Promise<SignInResult<AccountDraft>> {
  const call = { server, token: accessToken };
  // Who it is comes first: the exchange ends the session.
  const account = await callServer({ ...call, path: '/api/v1/me' });
  if (account.kind !== 'ok') return { ok: false, code: failureOf(account) };
  const tokens = await callServer({
    ...call,
    path: '/api/v1/tokens',
    method: 'POST',
    body: { name },
    headers: { 'Idempotency-Key': uuidv7() },
  });
  if (tokens.kind !== 'ok') return { ok: false, code: failureOf(tokens) };
  const granted = tokenListSchema.safeParse(tokens.body).data?.tokens;
  const user = accountResponseSchema.safeParse(account.body).data?.user;
  if (!granted || !user) return { ok: false, code: 'not-a-waarborg-server' };
  if (granted.length === 0) return { ok: false, code: 'no-dossier' };
  const dossiers = granted.map(({ dossier: { slug, title }, token }) => ({ slug, title, token }));
  return { ok: true, value: { server, user, dossiers } };
}

function failureOf(answer: ServerAnswer): SignInFailure {
  if (answer.kind === 'unreachable') return 'server-unreachable';
  return answer.kind === 'problem' && answer.code === undefined ? 'not-a-waarborg-server' : 'code-expired';
}
