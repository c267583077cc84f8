import { z } from 'zod';
import { ApiFailure } from '../api/failure.ts';
import { type AuthAnswer, askAuth } from '../api/request.ts';

/** How a request of the extension stands. */
export type DeviceState = 'pending' | 'approved' | 'denied' | 'unknown' | 'expired' | 'not-yours';

const statusSchema = z.object({ status: z.enum(['pending', 'approved', 'denied']) });
const refusalSchema = z.object({ error: z.string() });

/** The state that a refusal of better-auth means (RFC 8628 codes). */
function stateOfRefusal({ status, body }: AuthAnswer): DeviceState {
  if (status === 401) throw new ApiFailure('unauthenticated');
  if (status === 429) throw new ApiFailure('too-many-requests');
  const refusal = refusalSchema.safeParse(body);
  if (refusal.data?.error === 'expired_token') return 'expired';
  if (refusal.data?.error === 'access_denied') return 'not-yours';
  return 'unknown';
}

/**
 * Looks a code up, which also ties it to whoever is signed in.
 *
 * @throws {ApiFailure}
 */
export async function findDeviceRequest(userCode: string): Promise<DeviceState> {
  const answer = await askAuth(`/device?${new URLSearchParams({ user_code: userCode })}`);
  const found = statusSchema.safeParse(answer.body);
  return answer.status === 200 && found.success ? found.data.status : stateOfRefusal(answer);
}

/**
 * Allows or refuses the request.
 *
 * @throws {ApiFailure}
 */
export async function decideDeviceRequest(
  userCode: string,
  decision: 'approve' | 'deny',
): Promise<DeviceState> {
  const answer = await askAuth(`/device/${decision}`, { userCode });
  if (answer.status !== 200) return stateOfRefusal(answer);
  return decision === 'approve' ? 'approved' : 'denied';
}

/** A code as it is easiest to compare: in groups of four. */
export function codeInGroups(userCode: string): string {
  const plain = userCode.replace(/[^a-zA-Z0-9]/g, '').toUpperCase();
  return plain.replace(/(.{4})(?=.)/g, '$1-');
}
