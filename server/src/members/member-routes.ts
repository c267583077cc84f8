import { z } from '@hono/zod-openapi';
import { type Member, memberListSchema, memberSchema, roleUpdateSchema } from '@waarborg/shared/api';
import { isAllowed, type Role, roles } from '@waarborg/shared/dossier';
import {
  answerDeleted,
  createRouter,
  deleted,
  describeRoute,
  dossierParameters,
  etagOf,
  jsonBody,
  jsonContent,
  neededVersion,
  writerOf,
} from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { anyOf, createListing } from '../lists/listing.ts';
import { changeRole, removeMember } from './member-service.ts';
import { findMember, listMemberPage, memberOrder } from './member-store.ts';

const memberParameters = dossierParameters.extend({ user: z.string().max(64) });

const listing = createListing(memberOrder, 'name', z.object({ role: anyOf(z.enum(roles)) }));

const list = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/members',
  tags: ['members'],
  summary: 'Who works in the dossier',
  request: { params: dossierParameters },
  parameters: listing.parameters,
  responses: { 200: jsonContent(memberListSchema, 'Members by name; owners see e-mail addresses too') },
});
const leave = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/members/me',
  version: 'must',
  tags: ['members'],
  summary: 'Leave the dossier. What one did in it stays, with one’s name',
  request: { params: dossierParameters },
  responses: deleted,
});
const update = describeRoute({
  method: 'put',
  path: '/dossiers/{dossier}/members/{user}',
  version: 'must',
  tags: ['members'],
  summary: 'Change what a member may do; If-Match names the version (`revision`) that is changed',
  request: { params: memberParameters, ...jsonBody(roleUpdateSchema) },
  responses: { 200: jsonContent(memberSchema, 'The member') },
});
const remove = describeRoute({
  method: 'delete',
  path: '/dossiers/{dossier}/members/{user}',
  version: 'must',
  tags: ['members'],
  summary: 'Remove a member, whose tokens for the dossier end. What the member did stays',
  request: { params: memberParameters },
  responses: deleted,
});

/** Names are for everybody who works together; addresses for who decides who does. */
function toShown({ email, ...member }: Member, role: Role): Member {
  return { ...member, ...(isAllowed(role, 'owner') && { email }) };
}

/** The members of a dossier and their roles. */
export function memberRoutes(database: Executor) {
  return createRouter()
    .openapi(list, async (c) => {
      const { dossier, role } = c.get('access');
      const { page, filters, describe } = listing.read(c);
      const found = await listMemberPage(database, dossier.id, filters, page);
      const members = found.entries.map((member) => toShown(member, role));
      return c.json({ members, ...describe(found) }, 200);
    })
    .openapi(leave, async (c) => {
      return answerDeleted(
        c,
        await removeMember(database, writerOf(c), c.get('account').user.id, neededVersion(c)),
      );
    })
    .openapi(update, async (c) => {
      const { user } = c.req.valid('param');
      const { role: given } = c.req.valid('json');
      const revision = await changeRole(database, writerOf(c), user, given, neededVersion(c));
      const { dossier, role } = c.get('access');
      const member = await findMember(database, dossier.id, user);
      if (!member) throw new ApiError('member-not-found');
      return c.json(toShown({ ...member, role: given, revision }, role), 200, { ETag: etagOf(revision) });
    })
    .openapi(remove, async (c) => {
      return answerDeleted(
        c,
        await removeMember(database, writerOf(c), c.req.valid('param').user, neededVersion(c)),
      );
    });
}
