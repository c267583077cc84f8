import { z } from '@hono/zod-openapi';
import {
  acceptedInvitationSchema,
  invitationDraftSchema,
  invitationListSchema,
  invitationOfferSchema,
  invitationTokenSchema,
  madeInvitationSchema,
  registrationSchema,
} from '@waarborg/shared/api';
import { roles } from '@waarborg/shared/dossier';
import { findUserById } from '../accounts/user-store.ts';
import {
  createRouter,
  describeRoute,
  dossierParameters,
  itemParameters,
  jsonBody,
  jsonContent,
  noContent,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { findDossier, toDossier } from '../dossiers/dossier-store.ts';
import { ApiError } from '../errors.ts';
import { anyOf, createListing } from '../lists/listing.ts';
import {
  acceptInvitation,
  assertInvited,
  createInvitation,
  endInvitation,
  getOpenInvitation,
} from './invitation-service.ts';
import { invitationOrder, listInvitationPage, type StoredInvitation } from './invitation-store.ts';

const listing = createListing(invitationOrder, '-created', z.object({ role: anyOf(z.enum(roles)) }));

const create = describeRoute({
  method: 'post',
  path: '/dossiers/{dossier}/invitations',
  tags: ['members'],
  summary: 'Make a link that lets somebody into the dossier',
  request: { params: dossierParameters, ...jsonBody(invitationDraftSchema) },
  responses: { 201: jsonContent(madeInvitationSchema, 'The invitation with its link, shown once') },
});
const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/invitations',
  tags: ['members'],
  summary: 'Invitations that can still be accepted',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(invitationListSchema, 'Invitations, the newest first') },
});
const revoke = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/invitations/{id}',
  tags: ['members'],
  summary: 'Take an invitation back',
  request: { params: itemParameters },
  responses: noContent,
});
const lookUp = describeRoute({
  method: 'post',
  path: '/invitations/lookup',
  tags: ['members'],
  summary: 'What a link offers, for whoever has it',
  request: jsonBody(invitationTokenSchema),
  responses: { 200: jsonContent(invitationOfferSchema, 'The offer') },
});
const register = describeRoute({
  method: 'post',
  path: '/invitations/register',
  tags: ['members'],
  summary: 'Make an account with an invitation, and accept it',
  request: jsonBody(registrationSchema),
  responses: { 201: jsonContent(acceptedInvitationSchema, 'The dossier; sign in to open it') },
});
const accept = describeRoute({
  method: 'post',
  path: '/invitations/accept',
  tags: ['members'],
  summary: 'Accept an invitation',
  request: jsonBody(invitationTokenSchema),
  responses: { 200: jsonContent(acceptedInvitationSchema, 'The dossier of which one is a member now') },
});

function toShown({ dossier: _, revoked: __, isByOwner: ___, ...invitation }: StoredInvitation) {
  return invitation;
}

/** What the routes of invitations need besides the database. */
export interface InvitationSettings {
  /** Without slash at the end. */
  readonly publicUrl: string;
  /** Accounts with a password; undefined where people cannot have one. */
  readonly accounts:
    | {
        /** @throws ApiError `account-exists` */
        create(account: { name: string; email: string; password: string }): Promise<{ id: string }>;
        remove(user: string): Promise<void>;
      }
    | undefined;
}

/** Invitations by link: made and taken back by owners, accepted by whoever has the link. */
export function invitationRoutes(database: Executor, { publicUrl, accounts }: InvitationSettings) {
  const join = async (user: string, token: string) => {
    const guest = await findUserById(database, user);
    if (!guest) throw new ApiError('unauthenticated');
    const { dossier } = await acceptInvitation(database, guest, token);
    const found = await findDossier(database, dossier.slug, user);
    if (!found) throw new ApiError('dossier-not-found');
    return toDossier(found);
  };
  return createRouter()
    .openapi(create, async (c) => {
      const { invitation, token } = await createInvitation(database, writerOf(c), c.req.valid('json'));
      // In the fragment, which no browser sends: it stands in no log and no Referer.
      const link = `${publicUrl}/uitnodiging#${token}`;
      return c.json({ ...invitation, link }, 201, { 'Cache-Control': 'no-store' });
    })
    .openapi(list, async (c) => {
      const { page, filters, describe } = listing.read(c);
      const now = { dossier: c.get('access').dossier.id, now: new Date() };
      const found = await listInvitationPage(database, now, filters, page);
      return c.json({ invitations: found.entries.map(toShown), ...describe(found) }, 200);
    })
    .openapi(revoke, async (c) => {
      await endInvitation(database, c.get('access').dossier.id, c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(lookUp, async (c) => {
      const { dossier, role, by, expires, email } = await getOpenInvitation(
        database,
        c.req.valid('json').token,
      );
      const offer = { dossier: { title: dossier.title }, role, by: { name: by.name }, expires };
      return c.json({ ...offer, ...(email && { email }) }, 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(register, async (c) => {
      const { token, ...account } = c.req.valid('json');
      if (!accounts) throw new ApiError('not-found');
      assertInvited(await getOpenInvitation(database, token), account.email);
      const { id } = await accounts.create(account);
      try {
        return c.json(await join(id, token), 201, { 'Cache-Control': 'no-store' });
      } catch (error) {
        // Somebody else accepted first: what was made for this is taken away again.
        await accounts.remove(id);
        throw error;
      }
    })
    .openapi(accept, async (c) =>
      c.json(await join(c.get('account').user.id, c.req.valid('json').token), 200),
    );
}
