import { randomUUIDv7 as uuid } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../accounts/token-store.ts';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { setRole as giveRole } from './member-store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

type Dossier = Awaited<ReturnType<TestServer['addDossier']>>;
const membersOf = (dossier: Dossier, token = dossier.owner.token) =>
  server.request('GET', `/api/v1/dossiers/${dossier.slug}/members`, { token });
const pathOf = (dossier: Dossier, user: string) => `/api/v1/dossiers/${dossier.slug}/members/${user}`;
const any = { 'If-Match': '*' };
const setRole = (
  dossier: Dossier,
  user: string,
  role: string,
  token = dossier.owner.token,
  headers: Record<string, string> = any,
) => server.request('PUT', pathOf(dossier, user), { token, body: { role }, headers });
const remove = (
  dossier: Dossier,
  user: string,
  token = dossier.owner.token,
  headers: Record<string, string> = any,
) => server.request('DELETE', pathOf(dossier, user), { token, headers });
const lastChange = async (dossier: Dossier) => {
  const { token } = dossier.owner;
  const answer = await server.request('GET', `/api/v1/dossiers/${dossier.slug}/changes`, { token });
  return answer.json.changes.at(-1);
};

describe('the members of a dossier', () => {
  it('are known to each other by name, and to owners by address too', async () => {
    const dossier = await server.addDossier();
    const reader = await server.addMember(dossier.id, 'reader', 'Lezer');
    const [seenByOwner, seenByReader] = [
      (await membersOf(dossier)).json.members,
      (await membersOf(dossier, reader.token)).json.members,
    ];
    expect(seenByReader).toEqual([
      { id: dossier.owner.id, name: 'Eigenaar', role: 'owner', revision: 1 },
      { id: reader.id, name: 'Lezer', role: 'reader', revision: 2 },
    ]);
    expect(seenByOwner[1]).toMatchObject({ id: reader.id, email: expect.stringContaining('@') });
  });

  it('get another role from an owner, at once and in the log', async () => {
    const dossier = await server.addDossier();
    const member = await server.addMember(dossier.id, 'reader');
    const write = () =>
      server.request('POST', `/api/v1/dossiers/${dossier.slug}/documents`, {
        ...{ token: member.token, body: sampleDocument() },
      });
    expect((await write()).status).toBe(403);
    expect((await setRole(dossier, member.id, 'reviewer')).status).toBe(200);
    expect(await lastChange(dossier)).toMatchObject({
      ...{ by: dossier.owner.id, operation: 'set-role' },
      items: [{ kind: 'membership', id: member.id, after: { role: 'reviewer' } }],
    });
    expect((await write()).status).toBe(201);
  });

  it('are changed and removed as the version that the owner saw', async () => {
    const dossier = await server.addDossier();
    const { token } = dossier.owner;
    const { id } = await server.addMember(dossier.id, 'reader');
    const { revision } = (await membersOf(dossier)).json.members.find((one: { id: string }) => one.id === id);
    const seen = { 'If-Match': `"${revision}"`, 'Idempotency-Key': uuid() };
    const required = { status: 428, json: { code: 'precondition-required' } };
    expect(await setRole(dossier, id, 'curator', token, {})).toMatchObject(required);
    expect(await remove(dossier, id, token, {})).toMatchObject(required);
    const first = await setRole(dossier, id, 'curator', token, seen);
    expect(first).toMatchObject({ status: 200, json: { id, role: 'curator' } });
    expect(first.headers.get('etag')).toBe(`"${first.json.revision}"`);
    const stale = await remove(dossier, id, token, { 'If-Match': `"${revision}"` });
    expect(stale).toMatchObject({ status: 412, json: { current: { id, role: 'curator' } } });
    expect(stale.headers.get('etag')).toBe(`"${first.json.revision}"`);
    await setRole(dossier, id, 'owner');
    const again = await setRole(dossier, id, 'curator', token, seen);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect((await setRole(dossier, id, 'reader', token, seen)).json.code).toBe('idempotency-key-reused');
  });

  it('keep at least one owner', async () => {
    const dossier = await server.addDossier();
    const { owner } = dossier;
    const refused = { status: 409, json: { code: 'last-owner' } };
    expect(await setRole(dossier, owner.id, 'curator')).toMatchObject(refused);
    expect(await remove(dossier, owner.id)).toMatchObject(refused);
    expect(await remove(dossier, 'me')).toMatchObject(refused);
    const second = await server.addMember(dossier.id, 'owner');
    expect((await remove(dossier, 'me')).status).toBe(204);
    expect(await setRole(dossier, second.id, 'reader', second.token)).toMatchObject(refused);
  });

  it('keep one owner also when the last two leave at once', async () => {
    const dossier = await server.addDossier();
    const second = await server.addMember(dossier.id, 'owner');
    const answers = await Promise.all([
      remove(dossier, 'me', dossier.owner.token),
      remove(dossier, 'me', second.token),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('are not those of another dossier', async () => {
    const [mine, other] = [await server.addDossier(), await server.addDossier()];
    const refused = { status: 404, json: { code: 'member-not-found' } };
    expect(await setRole(mine, other.owner.id, 'reader')).toMatchObject(refused);
    expect(await remove(mine, other.owner.id)).toMatchObject(refused);
    expect((await membersOf(other)).json.members).toHaveLength(1);
  });
});

describe('a member who leaves or is removed', () => {
  it.each(['leaves', 'is removed'])(
    '%s: the work and its author’s name stay, the tokens end',
    async (how) => {
      const dossier = await server.addDossier();
      const member = await server.addMember(dossier.id, 'reviewer', 'Vertrokken');
      const base = `/api/v1/dossiers/${dossier.slug}`;
      const { token } = member;
      const document = (await server.request('POST', `${base}/documents`, { token, body: sampleDocument() }))
        .json.id;
      const body = sampleAnnotation(document);
      await server.request('POST', `${base}/annotations`, { token, body });
      const answer = how === 'leaves' ? await remove(dossier, 'me', token) : await remove(dossier, member.id);
      expect(answer.status).toBe(204);
      expect((await server.request('GET', '/api/v1/me', { token })).status).toBe(401);
      expect(await lastChange(dossier)).toMatchObject({
        operation: how === 'leaves' ? 'leave-dossier' : 'remove-member',
        items: [{ kind: 'membership', id: member.id, after: null }],
      });
      const kept = await server.request('GET', `${base}/annotations/${body.id}`, {
        token: dossier.owner.token,
      });
      expect(kept.json.creator).toEqual({ id: member.id, name: 'Vertrokken' });
    },
  );

  it('keeps the tokens of other dossiers', async () => {
    const [mine, other] = [await server.addDossier(), await server.addDossier()];
    const member = await server.addMember(mine.id, 'reader');
    await giveRole(server.instance.database, { dossier: other.id, user: member.id, role: 'reader' });
    const draft = { user: member.id, dossier: other.id, name: uuid() };
    const token = await createToken(server.instance.database, draft);
    await remove(mine, member.id);
    expect((await server.request('GET', `/api/v1/dossiers/${other.slug}`, { token })).status).toBe(200);
  });
});
