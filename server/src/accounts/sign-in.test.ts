import { randomUUIDv7 as uuid } from 'node:crypto';
import { guessablePassword } from '@waarborg/shared/api';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setRole } from '../members/member-store.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { findOrCreateUser } from './find-or-create-user.ts';
import { createPasswordAccounts } from './password-accounts.ts';
import { createResetLink } from './reset-password.ts';
import { createToken } from './token-store.ts';

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

  it('says that nobody chose its name, until somebody does', async () => {
    const headers = { cookie: await openPage(server), origin };
    const me = async () => (await server.request('GET', '/api/v1/me', { headers })).json;
    const rename = (name: string) => server.request('PUT', '/api/v1/me', { body: { name }, headers });
    expect(await me()).toMatchObject({ user: { name: 'Ik' }, isUnnamed: true });
    expect((await rename(' ')).status).toBe(422);
    expect((await rename(' Noor de Wit ')).status).toBe(200);
    expect(await me()).toEqual({ user: { id: expect.any(String), name: 'Noor de Wit' } });
    await rename('Ik');
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
    expect(cookie).toMatch(/^__Host-/);
    const secret = decodeURIComponent(cookie).split('=')[1]?.split('.')[0] ?? '';
    expect(secret.length).toBeGreaterThan(20);
    const elsewhere = answer.text + [...answer.headers].filter(([name]) => name !== 'set-cookie').join();
    expect(elsewhere).not.toContain(secret);
    expect(cookie).toMatch(/; Path=\/;/);
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

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'signs nobody in by a form of another site: %j',
    async (type) => {
      const body = type.includes('form')
        ? String(new URLSearchParams({ email, password }))
        : { email, password };
      const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
      const answer = await team.request('POST', '/api/auth/sign-in/email', {
        ...{ body, from: nextAddress() },
        headers: {
          host: 'waarborg.example.nl',
          'content-type': type,
          'sec-fetch-mode': 'navigate',
          ...elsewhere,
        },
      });
      expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
      expect(answer.status, answer.text).toBeLessThan(500);
      expect(answer.headers.getSetCookie()).toEqual([]);
    },
  );

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

describe('a password', { timeout: 60_000 }, () => {
  const publicUrl = 'https://waarborg.example.nl';
  const email = 'sam@example.nl';
  const [first, second, third] = ['een-eerste-wachtwoord', 'een-tweede-wachtwoord', 'een-derde-wachtwoord'];
  const team = { host: 'waarborg.example.nl', origin: publicUrl };
  let server: TestServer;
  let user: string;
  let visitors = 0;
  beforeAll(async () => {
    server = await createTestServer({ HOST: '0.0.0.0', PUBLIC_URL: publicUrl });
    const accounts = createPasswordAccounts(server.instance.signIn);
    user = (await accounts.create({ name: 'Sam', email, password: first })).id;
  });
  afterAll(() => server.close());
  afterEach(() => expect(server.faults).toEqual([]));
  const send = (path: string, body: object, cookie = '') =>
    server.request('POST', `/api/auth${path}`, {
      ...{ body, headers: { ...team, cookie }, from: `192.0.2.${++visitors}` },
    });
  const signIn = async (password: string) => {
    const { status, headers } = await send('/sign-in/email', { email, password });
    return { status, cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  };
  const me = async (cookie: string) =>
    (await server.request('GET', '/api/v1/me', { headers: { ...team, cookie } })).status;

  it('is changed by who knows it, and ends the other sessions', async () => {
    const [here, there] = [await signIn(first), await signIn(first)];
    const change = (currentPassword: string, newPassword: string) =>
      // Asked to spare them, they end all the same.
      send('/change-password', { currentPassword, newPassword, revokeOtherSessions: false }, here.cookie);
    expect((await change('een-ander-wachtwoord', second)).status).toBe(400);
    expect((await change(first, 'te-kort')).status).toBe(400);
    const changed = await change(first, second);
    expect(changed.status).toBe(200);
    expect(Object.keys(changed.json)).toEqual(['user']);
    expect(await me(there.cookie)).toBe(401);
    expect(await me(changed.headers.getSetCookie()[0]?.split(';')[0] ?? '')).toBe(200);
    expect((await signIn(first)).status).toBe(401);
  });

  it('is set anew once with the link of an administrator, and ends every session and token', async () => {
    const { cookie } = await signIn(second);
    const dossier = await server.addDossier();
    await setRole(server.instance.database, { dossier: dossier.id, user, role: 'reader' });
    const token = await createToken(server.instance.database, { user, dossier: dossier.id, name: 'x' });
    const { link } = await createResetLink(server.instance.signIn, { user, publicUrl });
    const secret = new URL(link).hash.slice(1);
    const reset = (newPassword: string) => send('/reset-password', { token: secret, newPassword });
    expect((await reset('te-kort')).status).toBe(400);
    expect((await reset(third)).status).toBe(200);
    expect((await reset(first)).status).toBe(400);
    expect(await me(cookie)).toBe(401);
    expect((await server.request('GET', '/api/v1/me', { token })).status).toBe(401);
    expect((await signIn(second)).status).toBe(401);
    expect((await signIn(third)).status).toBe(200);
  });

  it('is refused when it is easy to guess, by whatever way it is set', async () => {
    const { cookie } = await signIn(third);
    const { link } = await createResetLink(server.instance.signIn, { user, publicUrl });
    const token = new URL(link).hash.slice(1);
    for (const newPassword of ['password1234', 'Waarborg2026', `${email}1`, '1q2w3e4r5t6y']) {
      const refusals = [
        await send('/change-password', { currentPassword: third, newPassword }, cookie),
        await send('/reset-password', { token, newPassword }),
        await send(`/reset-password?token=${token}`, { newPassword }),
      ];
      for (const answer of refusals)
        expect(answer, newPassword).toMatchObject({ status: 400, json: { code: guessablePassword } });
    }
    expect(await me(cookie)).toBe(200);
    expect((await send('/reset-password', { token, newPassword: third })).status).toBe(200);
  });

  it('is not set with a link that is too old', async () => {
    const now = new Date(Date.now() - 25 * 60 * 60 * 1000);
    const { link } = await createResetLink(server.instance.signIn, { user, publicUrl, now });
    const answer = await send('/reset-password', { token: new URL(link).hash.slice(1), newPassword: first });
    expect(answer.status).toBe(400);
  });

  it('and no session, device code or link stands in the database as it is used', async () => {
    const { cookie } = await signIn(third);
    const session = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    const { device_code } = (await send('/device/code', { client_id: client })).json;
    const { link } = await createResetLink(server.instance.signIn, { user, publicUrl });
    const { database } = server.instance;
    let everything = '';
    for (const { name } of await database.introspection.getTables()) {
      const { rows } = await sql`select * from ${sql.table(name)}`.execute(database);
      everything += JSON.stringify(rows);
    }
    for (const secret of [session, device_code, new URL(link).hash.slice(1), third]) {
      expect(secret.length).toBeGreaterThan(10);
      expect(everything).not.toContain(secret);
    }
    // What does stand there opens nothing.
    const { token } =
      (await sql<{ token: string }>`select token from session`.execute(database)).rows[0] ?? {};
    expect((await server.request('GET', '/api/v1/me', { token: token ?? '' })).status).toBe(401);
  });

  it.each([
    ['/passkey/verify-registration', { response: {} }],
    ['/passkey/verify-authentication', { response: {} }],
    ['/passkey/delete-passkey', { id: 'x' }],
    ['/passkey/update-passkey', { id: 'x', name: 'y' }],
  ])('is asked for before %s, and nonsense is refused', async (path, body) => {
    const { status } = await send(path, body, (await signIn(third)).cookie);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});
