import type { Role } from '@waarborg/shared/dossier';
import { findUserById } from '../accounts/user-store.ts';
import { applyChange, type Executor, withoutTrace } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { deleteMember } from '../members/member-store.ts';
import {
  type ErasedUser,
  listErasedUsers,
  listMembershipsOf,
  rememberErasure,
  replacePerson,
} from './erasure-store.ts';

/** Ends every membership, each as a change of its dossier. */
async function leaveEverything(database: Executor, user: string): Promise<void> {
  for (const { dossier, role } of await listMembershipsOf(database, user)) {
    await applyChange(database, { dossier, operation: 'erase-person' }, (change) =>
      deleteMember(change, user, role as Role),
    );
  }
}

async function erase(database: Executor, { user, at }: ErasedUser): Promise<void> {
  await rememberErasure(database, { user, at });
  const person = await findUserById(database, user);
  if (!person) return;
  await leaveEverything(database, user);
  await replacePerson(database, person);
}

/**
 * Erases a person (AVG, article 17): name and address become a pseudonym everywhere, the log included; sessions,
 * sign-ins, tokens and memberships end; the work stays. A dossier that others work in keeps an owner.
 *
 * @throws ApiError `last-owner` that names the dossiers which need another owner first.
 */
export async function eraseUser(database: Executor, user: string): Promise<void> {
  const orphaned = (await listMembershipsOf(database, user)).filter(
    ({ role, isDeleted, others, otherOwners }) =>
      role === 'owner' && !isDeleted && others > 0 && otherOwners === 0,
  );
  if (orphaned.length > 0) {
    const errors = orphaned.map(({ slug }) => ({ path: 'dossier', message: slug }));
    throw new ApiError('last-owner', errors);
  }
  await withoutTrace(database, () => erase(database, { user, at: new Date().toISOString() }));
}

/**
 * Erases again who was erased before, in a database that was restored from a backup of before that. To be called
 * by every restore, with `listErasedUsers` of the database that the backup replaces, read before it is replaced:
 * those whom the backup itself lists are done anyway.
 */
export async function eraseAgain(database: Executor, erasedBefore: readonly ErasedUser[]): Promise<void> {
  await withoutTrace(database, async () => {
    for (const erased of [...erasedBefore, ...(await listErasedUsers(database))])
      await erase(database, erased);
  });
}
