import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestMember, type TestServer } from '../testing/test-server.ts';
import { revokeToken } from './token-store.ts';

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
  server.request(method, path, { body, ...(token === undefined ? {} : { token }) });

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
});
