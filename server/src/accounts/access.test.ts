import { randomUUIDv7 as uuid } from 'node:crypto';
import type { Role } from '@waarborg/shared/dossier';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestMember, type TestServer } from '../testing/test-server.ts';
import { createToken, revokeToken } from './token-store.ts';

/** What each route asks, as method and path with the ids of things that are there. */
interface Route {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

let server: TestServer;
let dossier: { id: string; slug: string; owner: TestMember };
let other: { id: string; slug: string; owner: TestMember };
let document: string;
let annotation: string;

beforeAll(async () => {
  server = await createTestServer();
  dossier = await server.addDossier();
  other = await server.addDossier();
  const base = `/api/v1/dossiers/${dossier.slug}`;
  const { token } = dossier.owner;
  document = (await server.request('POST', `${base}/documents`, { token, body: sampleDocument() })).json.id;
  const draft = sampleAnnotation(document);
  annotation = (await server.request('POST', `${base}/annotations`, { token, body: draft })).json.id;
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const ask = ({ method, path, body }: Route, token?: string) =>
  server.request(method, path, {
    ...{ body, headers: { 'if-match': '*' } },
    ...(token === undefined ? {} : { token }),
  });

describe('a dossier', () => {
  it("refuses another dossier's ids in one's own dossier", async () => {
    const { token } = other.owner;
    const base = `/api/v1/dossiers/${other.slug}`;
    const foreign: Route[] = [
      { method: 'GET', path: `${base}/annotations/${annotation}` },
      { method: 'DELETE', path: `${base}/annotations/${annotation}` },
      { method: 'GET', path: `${base}/documents/${document}` },
      { method: 'PUT', path: `${base}/documents/${document}`, body: { title: 'Gestolen' } },
      { method: 'GET', path: `${base}/annotations?document=${document}` },
      { method: 'GET', path: `/annotations/${other.slug}/${annotation}` },
      { method: 'POST', path: `${base}/annotations`, body: sampleAnnotation(document) },
      { method: 'PUT', path: `${base}/readings`, body: { document, safeguards: 'all' } },
      {
        method: 'PUT',
        path: `${base}/dismissals/${uuid()}`,
        body: { document, safeguard: 'voornemen', quote: 'Vreemd' },
      },
      {
        method: 'POST',
        path: `${base}/links`,
        body: { id: uuid(), from: annotation, to: uuid(), kind: 'supports' },
      },
    ];
    for (const route of foreign) {
      expect((await ask(route, token)).status, `${route.method} ${route.path}`).toBe(404);
    }
  });

  it("keeps another dossier's speakers out of one's own codings", async () => {
    const speakers = await server.request('GET', `/api/v1/dossiers/${dossier.slug}/speakers`, {
      token: dossier.owner.token,
    });
    const base = `/api/v1/dossiers/${other.slug}`;
    const body = sampleDocument({ issuer: speakers.json.speakers[0].id });
    const answer = await server.request('POST', `${base}/documents`, { token: other.owner.token, body });
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
  });
});

describe('a token', () => {
  it('shows whose it is and for which dossier, and only that dossier', async () => {
    const { token, id } = dossier.owner;
    const me = await server.request('GET', '/api/v1/me', { token });
    expect(me.json).toEqual({ user: { id, name: 'Eigenaar' }, dossier: dossier.slug });
    const list = await server.request('GET', '/api/v1/dossiers', { token });
    expect(list.json.dossiers).toMatchObject([{ slug: dossier.slug, role: 'owner' }]);
  });

  it('is worth no more than its dossier', async () => {
    const { token } = dossier.owner;
    const tokens = await server.request('POST', '/api/v1/tokens', { token, body: { name: 'meer' } });
    expect(tokens).toMatchObject({ status: 403, json: { code: 'token-limited' } });
    const body = { slug: `d-${uuid()}`, title: 'Nieuw' };
    const made = await server.request('POST', '/api/v1/dossiers', { token, body });
    expect(made).toMatchObject({ status: 403, json: { code: 'token-limited' } });
  });

  it('remembers when it was used, to the hour', async () => {
    const { token, id } = await server.addMember(dossier.id, 'reader');
    const used = async () => {
      await server.request('GET', '/api/v1/me', { token });
      const row = await server.instance.database
        .selectFrom('token')
        .select('used')
        .where('user_id', '=', id)
        .executeTakeFirstOrThrow();
      return row.used;
    };
    const first = await used();
    expect(first).toMatch(/^\d{4}-/);
    expect(await used()).toBe(first);
  });

  it('is kept only as a hash', async () => {
    const rows = await server.instance.database.selectFrom('token').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(dossier.owner.token);
  });

  it('ends when it is revoked, by its holder or otherwise', async () => {
    const [first, second] = [
      await server.addMember(dossier.id, 'reviewer'),
      await server.addMember(dossier.id, 'reviewer'),
    ];
    const me = (token: string) => server.request('GET', '/api/v1/me', { token });
    await revokeToken(server.instance.database, first.token);
    expect(await me(first.token)).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
    await server.request('DELETE', '/api/v1/tokens/current', { token: second.token });
    expect((await me(second.token)).status).toBe(401);
  });

  it('ends at its end date', async () => {
    const { token, id } = await server.addMember(dossier.id, 'reviewer');
    await server.instance.database
      .updateTable('token')
      .set({ expires: '2020-01-01T00:00:00.000Z' })
      .where('user_id', '=', id)
      .execute();
    expect((await server.request('GET', '/api/v1/me', { token })).status).toBe(401);
  });

  it('of a removed member opens nothing', async () => {
    const { token, id } = await server.addMember(dossier.id, 'reviewer');
    await server.instance.database.deleteFrom('membership').where('user_id', '=', id).execute();
    const answer = await server.request('GET', `/api/v1/dossiers/${dossier.slug}`, { token });
    expect(answer).toMatchObject({ status: 404, json: { code: 'dossier-not-found' } });
  });

  it('does no more than its scope, and never more than its holder', async () => {
    const { database } = server.instance;
    const scoped = async (role: Role, scope: Role) => {
      const { id: user } = await server.addMember(dossier.id, role);
      return createToken(database, { user, dossier: dossier.id, name: 'beperkt', scope });
    };
    const base = `/api/v1/dossiers/${dossier.slug}`;
    const statuses = async (token: string) => [
      (await server.request('GET', base, { token })).status,
      (await server.request('POST', `${base}/documents`, { token, body: sampleDocument() })).status,
      (await server.request('GET', `${base}/invitations`, { token })).status,
    ];
    expect(await statuses(await scoped('owner', 'reader'))).toEqual([200, 403, 403]);
    expect(await statuses(await scoped('owner', 'reviewer'))).toEqual([200, 201, 403]);
    expect(await statuses(await scoped('owner', 'owner'))).toEqual([200, 201, 200]);
    expect(await statuses(await scoped('reader', 'owner'))).toEqual([200, 403, 403]);
    const token = await scoped('reviewer', 'reader');
    expect((await server.request('DELETE', `${base}/members/me`, { token })).status).toBe(403);
  });
});

describe('one’s own tokens', () => {
  const origin = 'http://127.0.0.1:8787';
  const openPage = async () => {
    const { headers } = await server.request('GET', '/', { headers: { accept: 'text/html' } });
    return { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '', origin };
  };
  const list = async (headers: Record<string, string>) =>
    (await server.request('GET', '/api/v1/tokens', { headers })).json.tokens;

  it('are made with a name, a scope and an end, shown once, listed, and ended at once', async () => {
    const headers = await openPage();
    const body = { name: 'Notitieblok', dossier: 'voorbeeld', scope: 'reader', days: 30 };
    const made = await server.request('POST', '/api/v1/tokens', { headers, body });
    expect(made.json.tokens).toHaveLength(1);
    const { token } = made.json.tokens[0];
    const me = () => server.request('GET', '/api/v1/me', { token });
    expect((await me()).json.dossier).toBe('voorbeeld');
    const [kept] = await list(headers);
    expect(kept).toMatchObject({
      ...{ name: 'Notitieblok', scope: 'reader', dossier: { slug: 'voorbeeld' } },
      used: expect.any(String),
    });
    const lastsMs = Date.parse(kept.expires) - Date.parse(kept.created);
    expect(Math.round(lastsMs / (24 * 60 * 60 * 1000))).toBe(30);
    expect(JSON.stringify(kept)).not.toContain(token);
    const end = () => server.request('DELETE', `/api/v1/tokens/${kept.id}`, { headers });
    expect((await end()).status).toBe(204);
    expect((await me()).status).toBe(401);
    expect(await list(headers)).toEqual([]);
    expect(await end()).toMatchObject({ status: 404, json: { code: 'token-not-found' } });
  });

  it('are for dossiers of which one is a member', async () => {
    const body = { name: 'x', dossier: dossier.slug };
    const answer = await server.request('POST', '/api/v1/tokens', { headers: await openPage(), body });
    expect(answer).toMatchObject({ status: 404, json: { code: 'dossier-not-found' } });
  });

  it('cannot be ended by somebody else', async () => {
    const row = await server.instance.database
      .selectFrom('token')
      .select('id')
      .where('user_id', '=', dossier.owner.id)
      .executeTakeFirstOrThrow();
    const answer = await server.request('DELETE', `/api/v1/tokens/${row.id}`, { headers: await openPage() });
    expect(answer).toMatchObject({ status: 404, json: { code: 'token-not-found' } });
    expect((await server.request('GET', '/api/v1/me', { token: dossier.owner.token })).status).toBe(200);
  });
});
