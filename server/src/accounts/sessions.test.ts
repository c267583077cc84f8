import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { findOrCreateUser } from './find-or-create-user.ts';
import { createPasswordAccounts } from './password-accounts.ts';

const publicUrl = 'https://waarborg.example.nl';
const password = 'een-zin-van-vier-woorden';
const browsers = {
  laptop: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
  phone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  script: 'nobody-knows/1',
};
const hourMs = 60 * 60 * 1000;

/** A server for a team, where one signs in; and one for whoever opens a page of it, which costs no password. */
let server: TestServer;
let local: TestServer;
let visitors = 0;
beforeAll(async () => {
  server = await createTestServer({ HOST: '0.0.0.0', PUBLIC_URL: publicUrl });
  local = await createTestServer();
});
afterAll(() => Promise.all([server.close(), local.close()]));
afterEach(() => expect([...server.faults, ...local.faults]).toEqual([]));

/** Asks as a browser does, with its cookie. */
function ask(method: string, path: string, cookie = '', body?: unknown, more: Record<string, string> = {}) {
  const headers = { host: 'waarborg.example.nl', origin: publicUrl, cookie, ...more };
  return server.request(method, path, { headers, body, from: `192.0.2.${++visitors}` });
}
const cookieOf = ({ headers }: { headers: Headers }) => headers.getSetCookie()[0]?.split(';')[0] ?? '';
const list = async (cookie: string) => (await ask('GET', '/api/v1/sessions', cookie)).json.sessions;
const isSignedIn = async (cookie: string) => (await ask('GET', '/api/v1/me', cookie)).status === 200;

const here = { origin: 'http://127.0.0.1:8787' };
const askLocal = (method: string, path: string, cookie: string) =>
  local.request(method, path, { headers: { ...here, cookie } });
const listLocal = async (cookie: string) => (await askLocal('GET', '/api/v1/sessions', cookie)).json.sessions;
const isOpen = async (cookie: string) => (await askLocal('GET', '/api/v1/me', cookie)).status === 200;
/** Opens a page in a browser of its own. */
async function openBrowser(userAgent = ''): Promise<string> {
  const headers = { accept: 'text/html', 'user-agent': userAgent };
  return cookieOf(await local.request('GET', '/', { headers, from: '192.0.2.77' }));
}

/** Somebody with an account, and how they sign in. */
async function addPerson(name: string) {
  const email = `${name.toLowerCase()}@example.nl`;
  await createPasswordAccounts(server.instance.signIn).create({ name, email, password });
  return async (userAgent = '', cookie = '') => {
    const more = { 'user-agent': userAgent };
    const answer = await ask('POST', '/api/auth/sign-in/email', cookie, { email, password }, more);
    expect(answer.status, answer.text).toBe(200);
    return cookieOf(answer);
  };
}

// Passwords are hashed slowly on purpose, and slower still on a machine that is busy.
describe('one’s sessions', { timeout: 60_000 }, () => {
  it('are listed by browser and system, without anything that opens them or tells from where they came', async () => {
    for (const userAgent of [browsers.script, browsers.phone]) await openBrowser(userAgent);
    const sessions = await listLocal(await openBrowser(browsers.laptop));
    const named = sessions.map(({ browser, system, isCurrent }: Record<string, unknown>) => [
      ...[browser, system, isCurrent],
    ]);
    expect(named).toHaveLength(3);
    expect(named).toEqual(
      expect.arrayContaining([
        ['Firefox', 'Windows', true],
        ['Safari', 'iOS', false],
        [undefined, undefined, false],
      ]),
    );
    const fields = ['id', 'created', 'used', 'expires', 'isCurrent', 'browser', 'system'];
    expect(fields).toEqual(expect.arrayContaining(Object.keys(sessions[0])));
    const { rows } = await sql`select * from session`.execute(local.instance.database);
    expect(JSON.stringify(rows)).not.toContain('192.0.2.');
  });

  it('end one by one, and nobody ends those of somebody else', async () => {
    const [mine, other] = [await openBrowser(), await openBrowser()];
    const { id } = (await listLocal(other)).find(({ isCurrent }: { isCurrent: boolean }) => isCurrent);
    const { internalAdapter } = await local.instance.signIn.$context;
    const somebody = await findOrCreateUser(local.instance, { email: 'a@example.nl', name: 'A' });
    const { id: theirs } = await internalAdapter.createSession(somebody.id);
    for (const wrong of [theirs, 'nergens']) {
      const answer = await askLocal('DELETE', `/api/v1/sessions/${wrong}`, mine);
      expect(answer).toMatchObject({ status: 404, json: { code: 'session-not-found' } });
    }
    expect(await internalAdapter.listSessions(somebody.id)).toHaveLength(1);
    expect((await askLocal('DELETE', `/api/v1/sessions/${id}`, mine)).status).toBe(204);
    expect([await isOpen(mine), await isOpen(other)]).toEqual([true, false]);
    expect((await askLocal('DELETE', `/api/v1/sessions/${id}`, mine)).status).toBe(404);
    await askLocal('DELETE', '/api/v1/sessions', mine);
    expect(await internalAdapter.listSessions(somebody.id)).toHaveLength(1);
  });

  it('end all at once, but for the one that asks', async () => {
    const [mine, ...others] = [await openBrowser(), await openBrowser(), await openBrowser()];
    expect((await askLocal('DELETE', '/api/v1/sessions', mine)).status).toBe(204);
    expect(await Promise.all([mine, ...others].map(isOpen))).toEqual([true, false, false]);
    expect(await listLocal(mine)).toHaveLength(1);
  });

  it('give way to a new one in the same browser', async () => {
    const signIn = await addPerson('Fien');
    const before = await signIn();
    const after = await signIn(browsers.laptop, before);
    expect([await isSignedIn(before), await isSignedIn(after)]).toEqual([false, true]);
    expect(await list(after)).toHaveLength(1);
  });

  it('end a week after signing in, however they are used, and say when they were last seen', async () => {
    const cookie = await openBrowser();
    const { id, created, expires } = (await listLocal(cookie)).find(
      ({ isCurrent }: { isCurrent: boolean }) => isCurrent,
    );
    expect(Date.parse(expires) - Date.parse(created)).toBeGreaterThan(7 * 24 * hourMs - hourMs);
    const { adapter } = await local.instance.signIn.$context;
    const setTimes = (update: Record<string, Date>) =>
      adapter.update({ model: 'session', where: [{ field: 'id', value: id }], update });
    const [soon, long] = [new Date(Date.now() + hourMs), new Date(Date.now() - 6 * 24 * hourMs)];
    await setTimes({ expiresAt: soon, createdAt: long, updatedAt: long });
    const used = (await listLocal(cookie)).find((session: { id: string }) => session.id === id);
    expect(used.expires).toBe(soon.toISOString());
    expect(Date.parse(used.used)).toBeGreaterThan(Date.now() - hourMs);
    await setTimes({ expiresAt: new Date(Date.now() - 1000) });
    expect(await isOpen(cookie)).toBe(false);
  });

  it('and approvals that have ended are forgotten when there are new ones', async () => {
    const signIn = await addPerson('Ilse');
    await signIn();
    await ask('POST', '/api/auth/device/code', '', { client_id: 'waarborg-extension' });
    const { adapter } = await server.instance.signIn.$context;
    const long = new Date(Date.now() - 2 * hourMs);
    for (const model of ['session', 'deviceCode']) {
      await adapter.updateMany({ model, where: [], update: { expiresAt: long } });
      expect(await adapter.count({ model })).toBeGreaterThan(0);
    }
    await signIn();
    await ask('POST', '/api/auth/device/code', '', { client_id: 'waarborg-extension' });
    for (const model of ['session', 'deviceCode']) expect(await adapter.count({ model }), model).toBe(1);
  });

  it('that the extension got by an approval open nothing of the account but tokens', async () => {
    const cookie = await (await addPerson('Hanna'))();
    const { device_code, user_code } = (
      await ask('POST', '/api/auth/device/code', '', { client_id: 'waarborg-extension' })
    ).json;
    await ask('GET', `/api/auth/device?user_code=${user_code}`, cookie);
    await ask('POST', '/api/auth/device/approve', cookie, { userCode: user_code });
    const { access_token } = (
      await ask('POST', '/api/auth/device/token', '', {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        ...{ device_code, client_id: 'waarborg-extension' },
      })
    ).json;
    const authorization = { authorization: `Bearer ${access_token}` };
    for (const [method, path] of [
      ['GET', '/api/auth/passkey/generate-register-options'],
      ['GET', '/api/auth/passkey/list-user-passkeys'],
      ['POST', '/api/auth/change-password'],
      ['POST', '/api/auth/device/approve'],
      ['GET', '/api/v1/sessions'],
      ['DELETE', '/api/v1/sessions'],
      ['DELETE', '/api/v1/me'],
    ] as const) {
      const body = method === 'POST' ? { userCode: user_code, currentPassword: password } : undefined;
      const answer = await ask(method, path, '', body, authorization);
      expect(answer.status, `${path}: ${answer.text}`).not.toBe(200);
      expect([400, 401], `${path}: ${answer.text}`).toContain(answer.status);
    }
    expect((await ask('GET', '/api/v1/me', '', undefined, authorization)).status).toBe(200);
    const slug = 'van-hanna';
    await ask('POST', '/api/v1/dossiers', cookie, { slug, title: 'Van Hanna' });
    const exchange = () =>
      ask('POST', '/api/v1/tokens', '', { name: 'Firefox', scope: 'owner' }, authorization);
    const { status, json } = await exchange();
    expect(status).toBe(201);
    // What was approved is marking and coding, not letting others in.
    const invite = await server.request('POST', `/api/v1/dossiers/${slug}/invitations`, {
      ...{ token: json.tokens[0].token, body: { role: 'owner' } },
    });
    expect(invite).toMatchObject({ status: 403, json: { code: 'forbidden' } });
    expect((await exchange()).status).toBe(401);
  });
});
