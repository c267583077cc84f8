import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const team = { HOST: '0.0.0.0', PUBLIC_URL: 'https://waarborg.example.nl' };
const perMinute = 20;

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ ...team, REQUESTS_PER_MINUTE: String(perMinute), TRUSTED_PROXIES: '1' });
});
afterAll(() => server.close());

const tooMany = { status: 429, json: { code: 'too-many-requests', status: 429 } };

function expectRefusal(answer: Awaited<ReturnType<TestServer['request']>>) {
  expect(answer).toMatchObject(tooMany);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const seconds = Number(answer.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
}

describe('an account', () => {
  it('asks as often as is allowed, on all its ways together, and is then told when to come back', async () => {
    const { slug, owner } = await server.addDossier();
    const ask = (index: number) =>
      server.request('GET', index % 2 ? `/annotations/${slug}/` : '/api/v1/me', { token: owner.token });
    for (let index = 0; index < perMinute; index++) expect((await ask(index)).status).toBe(200);
    expectRefusal(await ask(0));
    expectRefusal(await ask(1));
    const other = await server.addDossier();
    expect((await server.request('GET', '/api/v1/me', { token: other.owner.token })).status).toBe(200);
  });

  it('is not counted at a server for one person, nor where the limit is 0', async () => {
    for (const environment of [{ REQUESTS_PER_MINUTE: '1' }, { ...team, REQUESTS_PER_MINUTE: '0' }]) {
      const free = await createTestServer(environment);
      const { owner } = await free.addDossier();
      for (let index = 0; index < 5; index++) {
        expect((await free.request('GET', '/api/v1/me', { token: owner.token })).status).toBe(200);
      }
      await free.close();
    }
  });
});

describe('somebody without a right to come', () => {
  const guess = (address: string, from = '127.0.0.1') =>
    server.request('GET', '/api/v1/me', {
      ...{ token: 'wbg_guessed', from },
      headers: { 'x-forwarded-for': `203.0.113.250, ${address}` },
    });

  it('is refused by the address that the proxy tells, whatever stands before it', async () => {
    for (let index = 0; index < 300; index++) expect((await guess('192.0.2.7')).status).toBe(401);
    expectRefusal(await guess('192.0.2.7'));
    expect((await guess('192.0.2.8')).status).toBe(401);
  });

  it('takes nobody along who comes from the same address with a right to', async () => {
    const { owner } = await server.addDossier();
    const headers = { 'x-forwarded-for': '192.0.2.9' };
    const come = (path: string, token?: string) =>
      server.request('GET', path, { ...(token && { token }), from: '127.0.0.1', headers });
    for (let index = 0; index < 300; index++) await guess('192.0.2.9');
    expectRefusal(await guess('192.0.2.9'));
    expect((await come('/api/v1/me', owner.token)).status).toBe(200);
    expect((await come('/api/v1/sign-in-ways')).status).toBe(200);
  });

  it('is refused by the network from which it comes, whichever of its IPv6 addresses it takes', async () => {
    for (let index = 0; index < 300; index++) {
      expect((await guess(`2001:db8:0:7::${index.toString(16)}`)).status).toBe(401);
    }
    expectRefusal(await guess('2001:DB8:0:7:ffff::1'));
    expect((await guess('2001:db8:0:8::1')).status).toBe(401);
    for (const same of ['::ffff:192.0.2.7', '[2001:db8:0:7::9]:443', '[2001:db8:0:7::9]'])
      expectRefusal(await guess(same));
  });
});

describe('signing in', () => {
  it('is refused in the words of every refusal after a few attempts', async () => {
    const attempt = (round: number, address: string) =>
      server.request('POST', '/api/auth/sign-in/email', {
        body: { email: 'noor@example.nl', password: `geraden-wachtwoord-${round}` },
        from: '127.0.0.1',
        headers: {
          ...{ host: 'waarborg.example.nl', origin: team.PUBLIC_URL },
          // Some proxies write the port of the connection behind the address.
          'x-forwarded-for': `203.0.113.${round}, ${address}:${40_000 + round}`,
        },
      });
    // Attempts are remembered for the whole process, in which this file may run once more on another database.
    const [address, other] = [100, 101].map((block) => `198.51.${block}.${randomInt(1, 255)}`) as [
      string,
      string,
    ];
    const answers = [];
    for (let round = 1; round <= 6; round++) answers.push(await attempt(round, address));
    expect(answers.slice(0, 3).map(({ status }) => status)).toEqual([401, 401, 401]);
    for (const answer of answers.slice(3)) expectRefusal(answer);
    expect((await attempt(7, other)).status).toBe(401);
  });
});

describe('a person with many windows', () => {
  it('follows a dossier in twenty of them, in another one after one was closed', async () => {
    const team = await createTestServer({ HOST: '0.0.0.0', PUBLIC_URL: 'https://waarborg.example.nl' });
    const { slug, owner } = await team.addDossier();
    const follow = () =>
      team.instance.app.request(`/api/v1/dossiers/${slug}/events`, {
        headers: { authorization: `Bearer ${owner.token}` },
      });
    const windows = await Promise.all(Array.from({ length: 20 }, follow));
    expect(windows.map(({ status }) => status)).toEqual(windows.map(() => 200));
    const metrics = await team.request('GET', '/metrics', { from: '127.0.0.1' });
    expect(metrics.text).toContain('waarborg_event_streams 20');
    const refused = await follow();
    expect(await refused.json()).toMatchObject({ status: 429, code: 'too-many-streams' });
    expect(refused.headers.get('retry-after')).toBe('60');
    await windows[0]?.body?.cancel();
    await expect.poll(async () => (await follow()).status).toBe(200);
    await team.close();
  });
});
