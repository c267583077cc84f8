import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const navigation = {
  accept: 'text/html',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'none',
};
const open = (headers: Record<string, string> = {}, path = '/dossiers/voorbeeld?rows=safeguard') =>
  server.request('GET', path, { headers: { ...navigation, ...headers } });
const cookieOf = ({ headers }: { headers: Headers }) => headers.getSetCookie()[0] ?? '';

describe('opening a page of a local server', () => {
  it.each(['127.0.0.1:8787', 'localhost:8787', '[::1]:8787'])('signs in at %s', async (host) => {
    const cookie = cookieOf(await open({ host }));
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    const me = await server.request('GET', '/api/v1/me', {
      headers: { host, cookie: cookie.split(';')[0] ?? '' },
    });
    expect(me).toMatchObject({ status: 200, json: { user: { name: 'Ik' } } });
  });

  it('signs in only once', async () => {
    const cookie = cookieOf(await open()).split(';')[0] ?? '';
    expect(cookieOf(await open({ cookie }))).toBe('');
  });

  it.each([
    ['a name of somebody else that leads here', { host: 'evil.example:8787' }],
    ['a name that only begins like this machine', { host: 'localhost.evil.example:8787' }],
    ['a request that a proxy passed on', { 'x-forwarded-for': '203.0.113.7' }],
    ['a request that a proxy passed on, by the standard', { forwarded: 'for=203.0.113.7' }],
    ['a frame in another page', { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' }],
    ['a script of another page', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-site': 'cross-site' }],
  ])('does not sign in %s', async (_what, headers) => {
    expect(cookieOf(await open(headers))).toBe('');
  });

  it('comes back by itself after a link on another site, and is then signed in', async () => {
    const answer = await open({ 'sec-fetch-site': 'cross-site' });
    expect(cookieOf(answer)).toBe('');
    expect(answer.headers.get('refresh')).toBe('0; url=/dossiers/voorbeeld?rows=safeguard');
    expect(cookieOf(await open({ 'sec-fetch-site': 'same-origin' }))).not.toBe('');
  });

  it('does not send a signed-in visitor round', async () => {
    const cookie = cookieOf(await open()).split(';')[0] ?? '';
    const answer = await open({ cookie, 'sec-fetch-site': 'cross-site' });
    expect(answer.headers.get('refresh')).toBeNull();
  });

  it('cannot be led to another site by its address', async () => {
    const answer = await open({ 'sec-fetch-site': 'cross-site' }, '//evil.example/');
    expect(answer.headers.get('refresh') ?? '').not.toContain('url=//');
  });
});

describe('a server for others', () => {
  it.each([
    ['listens on the network', { HOST: '0.0.0.0', PUBLIC_URL: 'http://waarborg.example.nl:8787' }],
    ['stands behind a proxy', { HOST: '127.0.0.1', PUBLIC_URL: 'https://waarborg.example.nl' }],
  ])('signs nobody in when it %s', async (_what, environment) => {
    const other = await createTestServer(environment);
    const answer = await other.request('GET', '/', { headers: { ...navigation, host: '127.0.0.1:8787' } });
    expect(cookieOf(answer)).toBe('');
    await other.close();
  });
});
