import type { Role } from '@waarborg/shared/dossier';
import type { ItemStore } from '../database/index.ts';
import { countOwners, deleteMember, findRole, saveRole } from './member-store.ts';

/** What a user may do in the dossier, as the log keeps it; the item's id is the user's. */
interface LoggedMembership extends Readonly<Record<string, unknown>> {
  readonly role: Role;
}

/** How a change of a membership is taken back. */
export const membershipItems: ItemStore<LoggedMembership> = {
  async find(executor, dossier, user) {
    const role = await findRole(executor, dossier, user);
    return role && { role };
  },
  /** Tokens that ended with a membership stay ended when it begins again. */
  async save(change, user, { before, after }) {
    if (after) await saveRole(change, user, after.role);
    else if (before) await deleteMember(change, user, before.role);
  },
  /** A dossier keeps an owner. */
  async findHindrances(change, _user, { before, after }) {
    const isLastOwner =
      before?.role === 'owner' && after?.role !== 'owner' && (await countOwners(change)) < 2;
    return isLastOwner ? [{ field: 'role', subject: 'owner' }] : [];
  },
};
