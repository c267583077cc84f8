import type { Invitation } from '@waarborg/shared/api';
import type { Role } from '@waarborg/shared/dossier';
import { hashOfSecret } from '../accounts/secrets.ts';
import {
  type Change,
  type Executor,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
  whereAny,
} from '../database/index.ts';

/** An invitation with what only the server knows of it. */
export interface StoredInvitation extends Invitation {
  readonly dossier: { readonly id: string; readonly slug: string; readonly title: string };
  /** Instant at which it was taken back. */
  readonly revoked: string | undefined;
  /** Whether who made it may still invite: a link of somebody who was removed opens nothing, nor one into a deleted dossier. */
  readonly isByOwner: boolean;
}

function selectInvitations(database: Executor) {
  return database
    .selectFrom('invitation')
    .innerJoin('user', 'user.id', 'invitation.creator_id')
    .innerJoin('dossier', 'dossier.id', 'invitation.dossier_id')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.dossier_id', '=', 'invitation.dossier_id')
        .onRef('membership.user_id', '=', 'invitation.creator_id'),
    )
    .selectAll('invitation')
    .select(['user.name as creator_name', 'membership.role as creator_role'])
    .select(['dossier.slug', 'dossier.title', 'dossier.deleted']);
}

type InvitationRow = Awaited<ReturnType<ReturnType<typeof selectInvitations>['execute']>>[number];

function toInvitation(row: InvitationRow): StoredInvitation {
  return {
    id: row.id,
    role: row.role as Role,
    ...(row.email === null ? {} : { email: row.email }),
    reusable: row.reusable === 1,
    uses: row.uses,
    by: { id: row.creator_id, name: row.creator_name },
    created: row.created,
    expires: row.expires,
    dossier: { id: row.dossier_id, slug: row.slug, title: row.title },
    revoked: row.revoked ?? undefined,
    isByOwner: row.creator_role === 'owner' && row.deleted === null,
  };
}

/** Whether an invitation can still be accepted. */
export function isOpen(invitation: StoredInvitation, now: Date): boolean {
  const { revoked, expires, reusable, uses, isByOwner } = invitation;
  return revoked === undefined && isByOwner && expires > now.toISOString() && (reusable || uses === 0);
}

/** How a list of invitations can be ordered. */
export const invitationOrder = {
  keys: { created: textColumn('invitation.created'), expires: textColumn('invitation.expires') },
  id: textColumn('invitation.id'),
};

/** A page of the invitations of a dossier that can still be accepted. */
export function listInvitationPage(
  database: Executor,
  { dossier, now }: { dossier: string; now: Date },
  { role }: { readonly role?: readonly string[] | undefined },
  page: PageRequest,
): Promise<Page<StoredInvitation>> {
  const open = selectInvitations(database)
    .where('invitation.dossier_id', '=', dossier)
    .where('invitation.revoked', 'is', null)
    .where('membership.role', '=', 'owner')
    .where('invitation.expires', '>', now.toISOString())
    .where(({ or, eb }) => or([eb('invitation.reusable', '=', 1), eb('invitation.uses', '=', 0)]));
  const wanted = whereAny(open, 'invitation.role', role);
  return takePage(wanted, invitationOrder, page, toInvitation);
}

/** The invitation to which a link leads, also one that has ended. */
export async function findInvitationByToken(
  database: Executor,
  token: string,
): Promise<StoredInvitation | undefined> {
  const row = await selectInvitations(database)
    .where('invitation.hash', '=', hashOfSecret(token))
    .executeTakeFirst();
  return row && toInvitation(row);
}

/** One invitation of a dossier. */
export async function findInvitation(
  database: Executor,
  dossier: string,
  id: string,
): Promise<StoredInvitation | undefined> {
  const row = await selectInvitations(database)
    .where('invitation.dossier_id', '=', dossier)
    .where('invitation.id', '=', id)
    .executeTakeFirst();
  return row && toInvitation(row);
}

/** Keeps a new invitation, with the hash of its token. */
export async function insertInvitation(
  database: Executor,
  invitation: Pick<Invitation, 'id' | 'role' | 'email' | 'reusable' | 'created' | 'expires'> & {
    readonly dossier: string;
    /** User id. */
    readonly creator: string;
  },
  token: string,
): Promise<void> {
  await database
    .insertInto('invitation')
    .values({
      id: invitation.id,
      dossier_id: invitation.dossier,
      hash: hashOfSecret(token),
      role: invitation.role,
      email: invitation.email ?? null,
      reusable: invitation.reusable ? 1 : 0,
      uses: 0,
      creator_id: invitation.creator,
      created: invitation.created,
      expires: invitation.expires,
      revoked: null,
    })
    .execute();
}

/** Takes an invitation back; one that is taken back already stays so. */
export async function revokeInvitation(database: Executor, id: string, now: Date): Promise<void> {
  await database
    .updateTable('invitation')
    .set({ revoked: now.toISOString() })
    .where('id', '=', id)
    .where('revoked', 'is', null)
    .execute();
}

/**
 * Within a change: counts that an invitation is accepted. False when it ended meanwhile: of two people who
 * accept at once what only one may, one gets it.
 */
export async function useInvitation({ transaction, at }: Change, id: string): Promise<boolean> {
  const used = await transaction
    .updateTable('invitation')
    .set(({ eb }) => ({ uses: eb('uses', '+', 1) }))
    .where('id', '=', id)
    .where('revoked', 'is', null)
    .where('expires', '>', at)
    .where(({ or, eb }) => or([eb('reusable', '=', 1), eb('uses', '=', 0)]))
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}
