import type { Member } from '@waarborg/shared/api';
import type { Role } from '@waarborg/shared/dossier';
import { sql } from 'kysely';
import {
  applyChange,
  type Change,
  type Executor,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
  whereAny,
} from '../database/index.ts';

/** How a list of members can be ordered. */
export const memberOrder = {
  keys: { name: textColumn('user.name'), role: textColumn('membership.role') },
  id: textColumn('user.id'),
};

/** Members with the revision that gave each the role; 0 for one of before the log said who works where. */
function selectMembers(database: Executor, dossier: string) {
  return database
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.user_id')
    .select(['user.id', 'user.name', 'user.email', 'membership.role'])
    .select((expression) =>
      expression.fn
        .coalesce(
          expression
            .selectFrom('revision_item')
            .select(({ fn }) => fn.max<number>('number').as('number'))
            .where('dossier_id', '=', dossier)
            .where('kind', '=', 'membership')
            .whereRef('item_id', '=', 'user.id'),
          sql.lit(0),
        )
        .as('revision'),
    )
    .where('membership.dossier_id', '=', dossier);
}

/** A page of the members of a dossier, with their e-mail addresses. */
export function listMemberPage(
  database: Executor,
  dossier: string,
  { role }: { readonly role?: readonly string[] | undefined },
  page: PageRequest,
): Promise<Page<Member>> {
  const members = selectMembers(database, dossier);
  return takePage(whereAny(members, 'membership.role', role), memberOrder, page, toMember);
}

/** One member of a dossier. */
export async function findMember(
  database: Executor,
  dossier: string,
  user: string,
): Promise<Member | undefined> {
  const row = await selectMembers(database, dossier).where('user.id', '=', user).executeTakeFirst();
  return row && toMember(row);
}

function toMember({
  id,
  name,
  email,
  role,
  revision,
}: Omit<Member, 'role' | 'revision'> & { role: string; revision: number | null }): Member {
  return { id, name, email, role: role as Role, revision: Number(revision) };
}

/** What a user may do in a dossier; undefined for whoever is no member. */
export async function findRole(database: Executor, dossier: string, user: string): Promise<Role | undefined> {
  const row = await database
    .selectFrom('membership')
    .select('role')
    .where('dossier_id', '=', dossier)
    .where('user_id', '=', user)
    .executeTakeFirst();
  return row?.role as Role | undefined;
}

/** Within a change: gives a user a role, and logs it. A role that is there already is no change. */
export async function saveRole(change: Change, user: string, role: Role): Promise<void> {
  const { transaction, dossier, record } = change;
  const before = await findRole(transaction, dossier, user);
  if (before === role) return;
  await transaction
    .insertInto('membership')
    .values({ dossier_id: dossier, user_id: user, role })
    .onConflict((conflict) => conflict.columns(['dossier_id', 'user_id']).doUpdateSet({ role }))
    .execute();
  record({ kind: 'membership', id: user, ...(before && { before: { role: before } }), after: { role } });
}

/** Within a change: ends a membership and the member's tokens for the dossier, and logs it. */
export async function deleteMember(change: Change, user: string, role: Role): Promise<void> {
  const { transaction, dossier, at, record } = change;
  await transaction
    .deleteFrom('membership')
    .where('dossier_id', '=', dossier)
    .where('user_id', '=', user)
    .execute();
  await transaction
    .updateTable('token')
    .set({ revoked: at })
    .where('dossier_id', '=', dossier)
    .where('user_id', '=', user)
    .where('revoked', 'is', null)
    .execute();
  record({ kind: 'membership', id: user, before: { role } });
}

/** How many owners a dossier has. Read within a change, nobody else can make it another number. */
export async function countOwners({ transaction, dossier }: Change): Promise<number> {
  const { owners } = await transaction
    .selectFrom('membership')
    .select(({ fn }) => fn.countAll<number>().as('owners'))
    .where('dossier_id', '=', dossier)
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow();
  return Number(owners);
}

/** Sets what a user may do in a dossier, for whoever has the database: the `admin` command and the first start. */
export async function setRole(
  database: Executor,
  { dossier, user, role }: { dossier: string; user: string; role: Role },
): Promise<void> {
  await applyChange(database, { dossier, operation: 'set-role' }, (change) => saveRole(change, user, role));
}
