import type { Role } from '@waarborg/shared/dossier';
import { applyChange, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { countOwners, deleteMember, findRole, saveRole } from './member-store.ts';

async function getRole(change: Change, user: string): Promise<Role> {
  const role = await findRole(change.transaction, change.dossier, user);
  if (!role) throw new ApiError('member-not-found');
  return role;
}

/** A dossier without an owner is one that nobody can let anybody into. */
async function assertOwnerStays(change: Change, before: Role, after?: Role): Promise<void> {
  if (before === 'owner' && after !== 'owner' && (await countOwners(change)) < 2)
    throw new ApiError('last-owner');
}

/**
 * Changes what a member may do.
 *
 * @throws ApiError `member-not-found`, and `last-owner` for the only owner of the dossier.
 */
export function changeRole(database: Executor, writer: Writer, user: string, role: Role): Promise<void> {
  return applyChange(database, describeChange(writer, 'set-role'), async (change) => {
    await assertOwnerStays(change, await getRole(change, user), role);
    await saveRole(change, user, role);
  });
}

/**
 * Ends a membership: the member's tokens for the dossier end with it, the work and its author's name stay.
 *
 * @throws ApiError `member-not-found`, and `last-owner` for the only owner of the dossier.
 */
export function removeMember(database: Executor, writer: Writer, user: string): Promise<void> {
  const operation = user === writer.user.id ? 'leave-dossier' : 'remove-member';
  return applyChange(database, describeChange(writer, operation), async (change) => {
    const role = await getRole(change, user);
    await assertOwnerStays(change, role);
    await deleteMember(change, user, role);
  });
}
