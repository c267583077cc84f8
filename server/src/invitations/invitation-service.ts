import { randomUUIDv7 as uuid } from 'node:crypto';
import type { Invitation, invitationDraftSchema } from '@waarborg/shared/api';
import { isAllowed } from '@waarborg/shared/dossier';
import type { z } from 'zod';
import { createSecret } from '../accounts/secrets.ts';
import { applyChange, describeChange, type Executor, type Writer } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { findRole, saveRole } from '../members/member-store.ts';
import {
  findInvitation,
  findInvitationByToken,
  insertInvitation,
  isOpen,
  revokeInvitation,
  type StoredInvitation,
  useInvitation,
} from './invitation-store.ts';

const tokenPrefix = 'wbi_';
const dayMs = 24 * 60 * 60 * 1000;

/** Makes an invitation; its token is returned once and kept only as its hash. */
export async function createInvitation(
  database: Executor,
  { dossier, user }: Writer,
  draft: z.output<typeof invitationDraftSchema>,
  now = new Date(),
): Promise<{ invitation: Invitation; token: string }> {
  const { role, reusable, days } = draft;
  const email = draft.email?.toLowerCase();
  const token = createSecret(tokenPrefix);
  const invitation = {
    ...{ id: uuid(), role, reusable, ...(email && { email }) },
    created: now.toISOString(),
    expires: new Date(now.getTime() + days * dayMs).toISOString(),
  };
  await insertInvitation(database, { ...invitation, dossier, creator: user.id }, token);
  return { invitation: { ...invitation, uses: 0, by: user }, token };
}

/**
 * Takes an invitation back: its link opens nothing from now on.
 *
 * @throws ApiError `invitation-not-found`
 */
export async function endInvitation(database: Executor, dossier: string, id: string): Promise<void> {
  const found = await findInvitation(database, dossier, id);
  if (!found) throw new ApiError('invitation-not-found');
  await revokeInvitation(database, id, new Date());
}

/**
 * The invitation to which a link leads.
 *
 * @throws ApiError `invitation-not-found`, and `invitation-ended` for one that was accepted, taken back or is too old,
 * or whose maker may not invite any more.
 */
export async function getOpenInvitation(database: Executor, token: string): Promise<StoredInvitation> {
  const found = await findInvitationByToken(database, token);
  if (!found) throw new ApiError('invitation-not-found');
  if (!isOpen(found, new Date())) throw new ApiError('invitation-ended');
  return found;
}

/** Somebody who follows a link. */
interface Guest {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Refuses an address for which the invitation is not.
 *
 * @throws ApiError `invitation-of-another`
 */
export function assertInvited(invitation: StoredInvitation, email: string): void {
  if (invitation.email !== undefined && invitation.email !== email.toLowerCase())
    throw new ApiError('invitation-of-another');
}

/**
 * Makes somebody a member in the role of the invitation. Who has that role already, or a higher one, keeps it
 * and uses nothing up.
 *
 * @throws ApiError as `getOpenInvitation`, and `invitation-of-another`.
 */
export async function acceptInvitation(
  database: Executor,
  guest: Guest,
  token: string,
): Promise<StoredInvitation> {
  const invitation = await getOpenInvitation(database, token);
  assertInvited(invitation, guest.email);
  const writer = { dossier: invitation.dossier.id, user: guest };
  await applyChange(database, describeChange(writer, 'accept-invitation'), async (change) => {
    const role = await findRole(change.transaction, change.dossier, guest.id);
    if (role && isAllowed(role, invitation.role)) return;
    if (!(await useInvitation(change, invitation.id))) throw new ApiError('invitation-ended');
    await saveRole(change, guest.id, invitation.role);
  });
  return invitation;
}
