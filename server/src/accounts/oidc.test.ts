import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { findOrCreateUser } from './find-or-create-user.ts';
import { createPasswordAccounts } from './password-accounts.ts';

const publicUrl = 'http://127.0.0.1:8787';
const callback = `${publicUrl}/api/auth/callback/oidc`;
const client = { id: 'waarborg', secret: 'geheim-van-de-organisatie' };

/** People at the provider: by their sign-in name there. */
const people: Readonly<Record<string, { email: string; email_verified: boolean; name: string }>> = {
  noor: { email: 'noor@ministerie.example', email_verified: true, name: 'Noor de Wit' },
  daan: { email: 'daan@ministerie.example', email_verified: true, name: 'Daan' },
  eva: { email: 'eva@ministerie.example', email_verified: false, name: 'Eva' },
  iris: { email: 'iris@ministerie.example', email_verified: true, name: 'Iris' },
};

async function listen(listener: RequestListener): Promise<{ server: Server; address: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A real provider, with its own pages to sign in and to consent. */
async function startProvider() {
  let answer: RequestListener = () => {};
  const { server, address } = await listen((request, response) => answer(request, response));
  const provider = new Provider(address, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [callback],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...people[id] }),
    }),
  });
  answer = provider.callback();
  return { server, address };
}

let provider: Awaited<ReturnType<typeof startProvider>>;
let server: TestServer;
const settingsFor = (issuer: string) => ({
  ...{ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
});
beforeAll(async () => {
  provider = await startProvider();
  server = await createTestServer(settingsFor(provider.address));
});
afterAll(async () => {
  await server.close();
  provider.server.close();
});
afterEach(() => expect(server.faults).toEqual([]));

/** Cookies as a browser keeps them. */
class Cookies {
  readonly #values = new Map<string, string>();
  take(headers: Headers): void {
    for (const cookie of headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.#values.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
  get header(): Record<string, string> {
    return { cookie: [...this.#values].map((pair) => pair.join('=')).join('; ') };
  }
}

let visitors = 0;
/** Begins to sign in here; gives the address at the provider, and what the browser has to bring back. */
async function begin(from: TestServer = server) {
  const cookies = new Cookies();
  const answer = await from.request('POST', '/api/auth/sign-in/social', {
    body: { provider: 'oidc', callbackURL: '/dossiers', errorCallbackURL: '/aanmelden' },
    headers: { origin: publicUrl },
    from: `192.0.2.${++visitors}`,
  });
  cookies.take(answer.headers);
  return { cookies, url: answer.json?.url ? new URL(answer.json.url) : undefined, answer };
}

/** Signs in at the provider as a person does; gives the address to which it sends back. */
async function signInAtProvider(address: URL, login: string): Promise<URL> {
  const cookies = new Cookies();
  let next = address;
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 12; step++) {
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: cookies.header,
      ...(body && { method: 'POST', body }),
    });
    cookies.take(answer.headers);
    body = undefined;
    const location = answer.headers.get('location');
    if (location) next = new URL(location, next);
    if (next.href.startsWith(callback)) return next;
    if (location) continue;
    const page = await answer.text();
    const prompt = /name="prompt" value="(\w+)"/u.exec(page)?.[1];
    const form = /action="([^"]+)"/u.exec(page)?.[1];
    if (!prompt || !form) throw new Error(`the provider answered ${answer.status}: ${page.slice(0, 500)}`);
    next = new URL(form, next);
    body = new URLSearchParams({ prompt, ...(prompt === 'login' && { login, password: 'x' }) });
  }
  throw new Error('the provider goes round in circles');
}

/** Comes back from the provider; gives where we send on, and who is signed in then. */
async function comeBack(address: URL, cookies: Cookies, at: TestServer = server) {
  const answer = await at.request('GET', address.pathname + address.search, { headers: cookies.header });
  cookies.take(answer.headers);
  const me = await at.request('GET', '/api/v1/me', { headers: cookies.header });
  return { location: answer.headers.get('location') ?? '', status: answer.status, me };
}

async function signIn(login: string) {
  const { url, cookies } = await begin();
  if (!url) throw new Error('no address of the provider');
  return { ...(await comeBack(await signInAtProvider(url, login), cookies)), cookies };
}

describe("signing in at the organisation's own provider", { timeout: 60_000 }, () => {
  it('asks for a code with PKCE, state and nonce', async () => {
    const { url } = await begin();
    expect(Object.fromEntries(url?.searchParams ?? [])).toMatchObject({
      ...{ response_type: 'code', client_id: client.id, redirect_uri: callback },
      ...{ code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/) },
      ...{ state: expect.any(String), nonce: expect.any(String) },
      scope: expect.stringContaining('openid'),
    });
  });

  it('gives who signs in there an account here, the same each time, with no dossier', async () => {
    const first = await signIn('daan');
    expect(first.location).toBe('/dossiers');
    expect(first.me.json.user.name).toBe('Daan');
    const dossiers = await server.request('GET', '/api/v1/dossiers', { headers: first.cookies.header });
    expect(dossiers.json.dossiers).toEqual([]);
    expect((await signIn('daan')).me.json.user.id).toBe(first.me.json.user.id);
  });

  it('keeps no token of the provider', async () => {
    await signIn('daan');
    const { adapter } = await server.instance.signIn.$context;
    const accounts = await adapter.findMany<Record<string, unknown>>({ model: 'account' });
    expect(accounts.length).toBeGreaterThan(0);
    for (const { accessToken, refreshToken, idToken } of accounts) {
      expect([accessToken, refreshToken, idToken]).toEqual([null, null, null]);
    }
  });

  it('opens the account that an administrator made for the same address', async () => {
    const made = await findOrCreateUser(server.instance, { email: people.noor?.email ?? '', name: 'Noor' });
    expect((await signIn('noor')).me.json.user.id).toBe(made.id);
  });

  it('opens no account whose address the provider did not verify', async () => {
    await findOrCreateUser(server.instance, { email: people.eva?.email ?? '', name: 'Eva' });
    const { location, me } = await signIn('eva');
    expect(location).toBe('/aanmelden?error=account_not_linked');
    expect(me.status).toBe(401);
  });

  it('opens no account that somebody made with the address of another', async () => {
    const accounts = createPasswordAccounts(server.instance.signIn);
    const email = people.iris?.email ?? '';
    await accounts.create({ name: 'Niet Iris', email, password: 'een-lang-wachtwoord' });
    const { location, me } = await signIn('iris');
    expect(location).toBe('/aanmelden?error=account_not_linked');
    expect(me.status).toBe(401);
  });
});

describe('a sign-in that was tampered with', { timeout: 60_000 }, () => {
  const tampered = async (
    change: (address: URL) => void,
    when: 'before' | 'after',
  ): Promise<Awaited<ReturnType<typeof comeBack>>> => {
    const { url, cookies } = await begin();
    if (!url) throw new Error('no address of the provider');
    if (when === 'before') change(url);
    const back = await signInAtProvider(url, 'daan');
    if (when === 'after') change(back);
    return comeBack(back, cookies);
  };
  it.each([
    ['another state', 'after', 'state', 'x'.repeat(32)],
    ['another issuer', 'after', 'iss', 'https://evil.example'],
    ['another code', 'after', 'code', 'x'.repeat(43)],
    ['another nonce', 'before', 'nonce', 'x'.repeat(32)],
    ['another code challenge', 'before', 'code_challenge', 'x'.repeat(43)],
  ] as const)('by %s is refused', async (_what, when, name, value) => {
    const { location, me } = await tampered((address) => address.searchParams.set(name, value), when);
    expect(new URL(location, publicUrl).pathname).toBe('/aanmelden');
    expect(new URL(location, publicUrl).searchParams.get('error')).toMatch(/^[a-z_]+$/);
    expect(me.status).toBe(401);
  });

  it('by leaving the state out, or in a browser that did not begin it, is refused', async () => {
    const { me } = await tampered((address) => address.searchParams.delete('state'), 'after');
    expect(me.status).toBe(401);
    const { url } = await begin();
    const back = await signInAtProvider(url ?? new URL(publicUrl), 'daan');
    expect((await comeBack(back, new Cookies())).me.status).toBe(401);
  });

  it('by using it a second time is refused', async () => {
    const { url, cookies } = await begin();
    const back = await signInAtProvider(url ?? new URL(publicUrl), 'daan');
    expect((await comeBack(back, cookies)).me.status).toBe(200);
    const again = await server.request('GET', back.pathname + back.search, { headers: cookies.header });
    expect(again.headers.get('location')).toMatch(/\/aanmelden\?error=/);
  });

  it('by posting a token instead of signing in is refused', async () => {
    const answer = await server.request('POST', '/api/auth/sign-in/social', {
      body: { provider: 'oidc', idToken: { token: 'eyJhbGciOiJub25lIn0.e30.' } },
      headers: { origin: publicUrl },
      from: `192.0.2.${++visitors}`,
    });
    expect(answer.status).toBe(400);
  });

  it('by sending on to another site is refused', async () => {
    const answer = await server.request('POST', '/api/auth/sign-in/social', {
      body: { provider: 'oidc', callbackURL: 'https://evil.example/' },
      headers: { origin: publicUrl },
      from: `192.0.2.${++visitors}`,
    });
    expect(answer.status).toBe(403);
  });

  it('by a provider that says to be another one is refused', async () => {
    const discovery = await (await fetch(`${provider.address}/.well-known/openid-configuration`)).text();
    const liar = await listen((_request, response) => {
      response.setHeader('content-type', 'application/json').end(discovery);
    });
    const other = await createTestServer(settingsFor(liar.address));
    const { url, cookies } = await begin(other);
    const back = await signInAtProvider(url ?? new URL(publicUrl), 'daan');
    expect((await comeBack(back, cookies, other)).me.status).toBe(401);
    await other.close();
    liar.server.close();
  });
});

describe('a provider that cannot be reached', { timeout: 60_000 }, () => {
  it('stops neither the start nor signing in otherwise, and works once it is back', async () => {
    const { server: gone, address } = await listen(() => {});
    await new Promise((resolve) => gone.close(resolve));
    const other = await createTestServer(settingsFor(address));
    expect((await begin(other)).answer.status).toBe(404);
    const ways = await other.request('GET', '/api/v1/sign-in-ways');
    expect(ways.json).toMatchObject({ password: true, provider: '127.0.0.1' });
    await other.close();
  });
});
