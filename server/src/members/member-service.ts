import type { Role } from '@waarborg/shared/dossier';
import {
  applyChange,
  applyDeletion,
  type Change,
  describeChange,
  type Executor,
  type Writer,
} from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { countOwners, deleteMember, findMember, saveRole } from './member-store.ts';

/** A member of the given version, as everybody who works in the dossier may see it. */
async function getMember(change: Change, user: string, expected: ExpectedVersion) {
  const found = await findMember(change.transaction, change.dossier, user);
  if (!found) throw new ApiError('member-not-found');
  const { email: _, ...member } = found;
  assertVersion(member, expected);
  return member;
}

/** A dossier without an owner is one that nobody can let anybody into. */
async function assertOwnerStays(change: Change, before: Role, after?: Role): Promise<void> {
  if (before === 'owner' && after !== 'owner' && (await countOwners(change)) < 2)
    throw new ApiError('last-owner');
}

/**
 * Changes what a member of the given version may do; gives the revision that gave the role.
 *
 * @throws ApiError `member-not-found`, `precondition-failed`, and `last-owner` for the only owner of the dossier.
 */
export function changeRole(
  database: Executor,
  writer: Writer,
  user: string,
  role: Role,
  expected: ExpectedVersion,
): Promise<number> {
  return applyChange(database, describeChange(writer, 'set-role'), async (change) => {
    const before = await getMember(change, user, expected);
    await assertOwnerStays(change, before.role, role);
    await saveRole(change, user, role);
    return before.role === role ? before.revision : change.revision;
  });
}

/**
 * Ends a membership of the given version: the member's tokens for the dossier end with it, the work and its
 * author's name stay.
 *
 * @throws ApiError `member-not-found`, `precondition-failed`, and `last-owner` for the only owner of the dossier.
 */
export function removeMember(
  database: Executor,
  writer: Writer,
  user: string,
  expected: ExpectedVersion,
): Promise<number> {
  const operation = user === writer.user.id ? 'leave-dossier' : 'remove-member';
  return applyDeletion(database, describeChange(writer, operation), async (change) => {
    const { role } = await getMember(change, user, expected);
    await assertOwnerStays(change, role);
    await deleteMember(change, user, role);
  });
}
