import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findOrCreateUser } from '../start.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const page = { accept: 'text/html', 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };
const origin = 'http://127.0.0.1:8787';
const client = 'waarborg-extension';

async function openPage(server: TestServer): Promise<string> {
  const { headers } = await server.request('GET', '/', { headers: page });
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

describe('a session cookie', () => {
  it('may read, and write from our own pages only', async () => {
    const cookie = await openPage(server);
    const write = (from: Record<string, string>) =>
      server.request('POST', '/api/v1/dossiers', {
        body: { slug: `d-${uuid()}`, title: 'Nieuw' },
        headers: { cookie, ...from },
      });
    expect((await server.request('GET', '/api/v1/dossiers', { headers: { cookie } })).status).toBe(200);
    expect((await write({ origin })).status).toBe(201);
    for (const from of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:9999' },
    ]) {
      expect(await write(from as Record<string, string>)).toMatchObject({
        ...{ status: 403, json: { code: 'foreign-origin' } },
      });
    }
  });

  it.each([
    'update-user',
    'change-email',
    'change-password',
    'delete-user',
    'list-sessions',
    'sign-in/social',
  ])('opens no account endpoint that nobody uses: %s', async (name) => {
    const cookie = await openPage(server);
    const body = { name: 'Noor de Wit' };
    for (const path of [`/api/auth/${name}`, `/api/auth/${name}/`, `/api/auth//${name}`]) {
      const answer = await server.request('POST', path, { body, headers: { cookie, origin } });
      expect(answer, path).toMatchObject({ status: 404, json: { code: 'not-found' } });
    }
    const me = await server.request('GET', '/api/v1/me', { headers: { cookie } });
    expect(me.json.user.name).toBe('Ik');
  });

  it('is no help to a token that is wrong', async () => {
    const cookie = await openPage(server);
    const answer = await server.request('GET', '/api/v1/me', { token: 'wbg_x', headers: { cookie } });
    expect(answer.status).toBe(401);
  });
});

describe('connecting the extension', () => {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    server.request('POST', path, { body, headers });
  const begin = async () => (await post('/api/auth/device/code', { client_id: client })).json;
  const poll = (device_code: string) =>
    post('/api/auth/device/token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      ...{ device_code, client_id: client },
    });

  it('gives one token for each dossier after approval, and ends the session at once', async () => {
    const cookie = await openPage(server);
    const { device_code, user_code, verification_uri_complete } = await begin();
    expect(verification_uri_complete).toBe(`${origin}/device?user_code=${user_code}`);
    expect((await poll(device_code)).json).toMatchObject({ error: 'authorization_pending' });
    const status = await server.request('GET', `/api/auth/device?user_code=${user_code}`, {
      headers: { cookie },
    });
    expect(status.json).toMatchObject({ status: 'pending' });
    const approval = await post('/api/auth/device/approve', { userCode: user_code }, { cookie, origin });
    expect(approval.status).toBe(200);
    // The interval between polls has not passed; it is taken away instead of waited for.
    await server.instance.signIn.$context.then(({ adapter }) =>
      adapter.update({
        model: 'deviceCode',
        where: [{ field: 'deviceCode', value: device_code }],
        update: { lastPolledAt: null },
      }),
    );
    const { access_token } = (await poll(device_code)).json;
    const early = await server.request('GET', '/api/v1/dossiers/voorbeeld', { token: access_token });
    expect(early.status).toBe(401);
    const exchange = () =>
      server.request('POST', '/api/v1/tokens', { token: access_token, body: { name: 'Chromium' } });
    const { status: created, json } = await exchange();
    expect(created).toBe(201);
    const mine = (await server.request('GET', '/api/v1/dossiers', { headers: { cookie } })).json.dossiers;
    expect(json.tokens.map(({ dossier }: { dossier: unknown }) => dossier)).toEqual(mine);
    for (const { token, dossier } of json.tokens) {
      const me = await server.request('GET', '/api/v1/me', { token });
      expect(me).toMatchObject({ status: 200, json: { dossier: dossier.slug } });
    }
    expect((await exchange()).status).toBe(401);
    expect((await server.request('GET', '/api/v1/me', { token: access_token })).status).toBe(401);
  });

  it('knows no other program', async () => {
    expect((await post('/api/auth/device/code', { client_id: 'somebody' })).status).toBe(400);
  });

  it('cannot be approved by a page of another site, nor by nobody', async () => {
    const cookie = await openPage(server);
    const { user_code } = await begin();
    await server.request('GET', `/api/auth/device?user_code=${user_code}`, { headers: { cookie } });
    const approve = (headers: Record<string, string>) =>
      post('/api/auth/device/approve', { userCode: user_code }, headers);
    expect((await approve({ cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await approve({})).status).toBe(401);
  });
});

describe('signing in with a password', () => {
  const environment = { HOST: '0.0.0.0', PUBLIC_URL: 'https://waarborg.example.nl' };
  const password = 'een-lang-wachtwoord';
  const email = 'noor@example.nl';
  let team: TestServer;
  beforeAll(async () => {
    team = await createTestServer(environment);
    const user = await findOrCreateUser(team.instance, { email, name: 'Noor' });
    const context = await team.instance.signIn.$context;
    await context.internalAdapter.linkAccount({
      ...{ userId: user.id, accountId: user.id, providerId: 'credential' },
      password: await context.password.hash(password),
    });
  });
  afterAll(() => team.close());
  let visitors = 0;
  const nextAddress = () => `192.0.2.${++visitors}`;
  const signIn = (body: object, headers: Record<string, string> = {}, from = nextAddress()) =>
    team.request('POST', '/api/auth/sign-in/email', {
      ...{ body, from },
      headers: { host: 'waarborg.example.nl', origin: environment.PUBLIC_URL, ...headers },
    });

  it('gives a secure cookie of the host alone', async () => {
    const answer = await signIn({ email, password });
    expect(answer.status).toBe(200);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Secure-/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).not.toMatch(/Domain=/i);
    const headers = { host: 'waarborg.example.nl', cookie: cookie.split(';')[0] ?? '' };
    expect((await team.request('GET', '/api/v1/me', { headers })).json.user.name).toBe('Noor');
  });

  it('refuses a wrong password, an unknown person and a page of another site', async () => {
    expect((await signIn({ email, password: 'een-ander-wachtwoord' })).status).toBe(401);
    expect((await signIn({ email: 'wie@example.nl', password })).status).toBe(401);
    expect((await signIn({ email, password }, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('lets one address try only a few times, whatever it says of itself', async () => {
    const guess = (round: number, from: string) =>
      signIn(
        { email, password: `geraden-wachtwoord-${round}` },
        { 'x-forwarded-for': `203.0.113.${round}`, 'x-waarborg-client-address': `203.0.113.${round}` },
        from,
      );
    const statuses: number[] = [];
    for (let round = 1; round <= 6; round++) statuses.push((await guess(round, '198.51.100.1')).status);
    expect(statuses.slice(0, 3)).toEqual([401, 401, 401]);
    expect(statuses.slice(3)).toEqual([429, 429, 429]);
    expect((await guess(7, '198.51.100.2')).status).toBe(401);
  });

  it('lets nobody make an account', async () => {
    const answer = await team.request('POST', '/api/auth/sign-up/email', {
      body: { email: 'x@example.nl', password, name: 'X' },
      headers: { host: 'waarborg.example.nl', origin: environment.PUBLIC_URL },
    });
    expect(answer.status).toBe(404);
    const users = await team.instance.database.selectFrom('user').select('email').execute();
    expect(users.map((user) => user.email)).not.toContain('x@example.nl');
  });
});
