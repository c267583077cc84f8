import { randomUUIDv7 as uuid } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const publicUrl = 'https://waarborg.example.nl';
const password = 'een-lang-wachtwoord';
let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ HOST: '0.0.0.0', PUBLIC_URL: publicUrl });
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

type Dossier = Awaited<ReturnType<TestServer['addDossier']>>;
const team = { host: 'waarborg.example.nl', origin: publicUrl };
let visitors = 0;

/** Makes an invitation; gives what the owner sees and the secret of its link. */
async function invite(dossier: Dossier, body: object = { role: 'reviewer' }) {
  const path = `/api/v1/dossiers/${dossier.slug}/invitations`;
  const answer = await server.request('POST', path, { token: dossier.owner.token, body });
  return { ...answer, token: new URL(answer.json.link).hash.slice(1) };
}
const register = (token: string, email = `${uuid()}@example.nl`, chosen = password) =>
  server.request('POST', '/api/v1/invitations/register', {
    body: { token, email, name: 'Nieuw', password: chosen },
  });
const lookUp = (token: string) => server.request('POST', '/api/v1/invitations/lookup', { body: { token } });
/** The cookie of whoever signs in. */
async function signIn(email: string): Promise<string> {
  const { headers } = await server.request('POST', '/api/auth/sign-in/email', {
    ...{ body: { email, password }, headers: team, from: `192.0.2.${++visitors}` },
  });
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
const accept = (token: string, cookie: string) =>
  server.request('POST', '/api/v1/invitations/accept', { body: { token }, headers: { ...team, cookie } });

// Passwords are hashed slowly on purpose, and slower still on a machine that is busy.
describe('an invitation', { timeout: 60_000 }, () => {
  it('ends with the right of whoever made it: nobody who was removed comes back by a link of their own', async () => {
    const dossier = await server.addDossier();
    const path = `/api/v1/dossiers/${dossier.slug}`;
    const send = (method: string, address: string, token: string, body?: unknown) =>
      server.request(method, path + address, { token, body, headers: { 'if-match': '*' } });
    for (const end of ['removed', 'demoted'] as const) {
      const other = await server.addMember(dossier.id, 'owner');
      const made = await send('POST', '/invitations', other.token, { role: 'owner', reusable: true });
      const token = new URL(made.json.link).hash.slice(1);
      expect((await lookUp(token)).status).toBe(200);
      const address = `/members/${other.id}`;
      const ended =
        end === 'removed'
          ? await send('DELETE', address, dossier.owner.token)
          : await send('PUT', address, dossier.owner.token, { role: 'reader' });
      expect(ended.status, ended.text).toBeLessThan(300);
      for (const attempt of [await lookUp(token), await register(token)])
        expect(attempt, end).toMatchObject({ status: 410, json: { code: 'invitation-ended' } });
      const { invitations } = (await send('GET', '/invitations', dossier.owner.token)).json;
      expect(invitations).toEqual([]);
    }
  });

  it('makes no account with a password that is easy to guess, and is not used up by trying', async () => {
    const { token } = await invite(await server.addDossier());
    for (const guessable of ['password1234', 'waarborg2026', 'nieuwnieuwnieuw']) {
      const refused = await register(token, 'nieuw@example.nl', guessable);
      expect(refused).toMatchObject({ status: 422, json: { code: 'password-guessable' } });
    }
    expect((await register(token, 'nieuw@example.nl')).status).toBe(201);
  });

  it('tells whoever has its link what it offers, and nobody else', async () => {
    const dossier = await server.addDossier();
    const { status, json, headers, token } = await invite(dossier, { role: 'reader' });
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(json.link).toBe(`${publicUrl}/uitnodiging#${token}`);
    expect((await lookUp(token)).json).toMatchObject({
      ...{ dossier: { title: dossier.slug }, role: 'reader', by: { name: 'Eigenaar' } },
    });
    for (const guess of ['wbi_x', json.id, `${token}x`]) {
      expect(await lookUp(guess)).toMatchObject({ status: 404, json: { code: 'invitation-not-found' } });
    }
  });

  it('is kept only as a hash', async () => {
    const { token } = await invite(await server.addDossier());
    const rows = await server.instance.database.selectFrom('invitation').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('lets somebody make an account and work in its role', async () => {
    const dossier = await server.addDossier();
    const { token } = await invite(dossier);
    const email = `${uuid()}@example.nl`;
    expect(await register(token, email)).toMatchObject({
      ...{ status: 201, json: { slug: dossier.slug, role: 'reviewer' } },
    });
    const headers = { ...team, cookie: await signIn(email) };
    const mine = await server.request('GET', '/api/v1/dossiers', { headers });
    expect(mine.json.dossiers).toMatchObject([{ slug: dossier.slug, role: 'reviewer' }]);
  });

  it('works once, or as often as it is said to', async () => {
    const dossier = await server.addDossier();
    const once = await invite(dossier);
    const countUsers = async () =>
      (await server.instance.database.selectFrom('user').select('id').execute()).length;
    const before = await countUsers();
    const first = await Promise.all([register(once.token), register(once.token)]);
    expect(first.map(({ status }) => status).sort()).toEqual([201, 410]);
    expect(await countUsers()).toBe(before + 1);
    expect(await lookUp(once.token)).toMatchObject({ status: 410, json: { code: 'invitation-ended' } });
    const often = await invite(dossier, { role: 'reader', reusable: true });
    for (let round = 0; round < 3; round++) expect((await register(often.token)).status).toBe(201);
  });

  it('ends at its end and when it is taken back', async () => {
    const dossier = await server.addDossier();
    const [old, revoked] = [await invite(dossier), await invite(dossier)];
    await server.instance.database
      .updateTable('invitation')
      .set({ expires: '2020-01-01T00:00:00.000Z' })
      .where('id', '=', old.json.id)
      .execute();
    const path = `/api/v1/dossiers/${dossier.slug}/invitations`;
    const { token } = dossier.owner;
    expect((await server.request('DELETE', `${path}/${revoked.json.id}`, { token })).status).toBe(204);
    for (const ended of [old, revoked]) {
      expect(await register(ended.token)).toMatchObject({ status: 410, json: { code: 'invitation-ended' } });
    }
    expect((await server.request('GET', path, { token })).json.invitations).toEqual([]);
  });

  it('for one address is for nobody else', async () => {
    const email = `${uuid()}@example.nl`;
    const { token } = await invite(await server.addDossier(), { role: 'reader', email });
    expect(await register(token)).toMatchObject({ status: 403, json: { code: 'invitation-of-another' } });
    expect((await register(token, email.toUpperCase())).status).toBe(201);
  });

  it('makes no second account with an address', async () => {
    const dossier = await server.addDossier();
    const email = `${uuid()}@example.nl`;
    await register((await invite(dossier)).token, email);
    const second = await invite(dossier);
    expect(await register(second.token, email)).toMatchObject({
      status: 409,
      json: { code: 'account-exists' },
    });
    expect((await lookUp(second.token)).status).toBe(200);
  });

  it('is accepted with the account that one has, and never takes a role away', async () => {
    const [first, second] = [await server.addDossier(), await server.addDossier()];
    const email = `${uuid()}@example.nl`;
    await register((await invite(first, { role: 'curator' })).token, email);
    const cookie = await signIn(email);
    expect(await accept((await invite(second)).token, cookie)).toMatchObject({
      ...{ status: 200, json: { slug: second.slug, role: 'reviewer' } },
    });
    const lower = await invite(first, { role: 'reader' });
    expect((await accept(lower.token, cookie)).json.role).toBe('curator');
    expect((await lookUp(lower.token)).status).toBe(200);
  });

  it.each([
    ['an unknown role', { role: 'admin' }],
    ['no end', { role: 'reader', days: 0 }],
    ['an end that is too far', { role: 'reader', days: 91 }],
    ['an address that is none', { role: 'reader', email: 'x' }],
  ])('is not made with %s', async (_what, body) => {
    const dossier = await server.addDossier();
    const path = `/api/v1/dossiers/${dossier.slug}/invitations`;
    const answer = await server.request('POST', path, { token: dossier.owner.token, body });
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
  });

  it('makes no account on a server for one person', async () => {
    const local = await createTestServer();
    const dossier = await local.addDossier();
    const made = await local.request('POST', `/api/v1/dossiers/${dossier.slug}/invitations`, {
      ...{ token: dossier.owner.token, body: { role: 'reader' } },
    });
    const token = new URL(made.json.link).hash.slice(1);
    const body = { token, email: 'x@example.nl', name: 'X', password };
    expect((await local.request('POST', '/api/v1/invitations/register', { body })).status).toBe(404);
    await local.close();
  });
});
