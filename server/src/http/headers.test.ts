import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const publicUrl = 'https://waarborg.example.nl';
const page = { accept: 'text/html' };

/** One request for each kind of answer that the server gives, and its status. */
const kinds: [
  kind: string,
  method: string,
  path: string,
  status: number,
  headers?: Record<string, string>,
][] = [
  ['health', 'GET', '/healthz', 200],
  ['readiness', 'GET', '/readyz', 200],
  ['metrics that are not for everybody', 'GET', '/metrics', 404],
  ['a page', 'GET', '/dossiers/voorbeeld', 200, page],
  ['the head of a page', 'HEAD', '/aanmelden', 200, page],
  ['a file', 'GET', '/favicon.svg', 200],
  ['a file that is not there', 'GET', '/assets/none.js', 404],
  ['a paper of the example', 'GET', '/voorbeeld/uitspraak.html', 200],
  ['an answer of the API', 'GET', '/api/v1/openapi.json', 200],
  ['a refusal', 'GET', '/api/v1/me', 401],
  ['an address that is not there', 'GET', '/api/v1/none', 401],
  ['another method', 'DELETE', '/healthz', 405],
  ['a container', 'GET', '/annotations/voorbeeld/', 401],
  ['the way to a container', 'GET', '/annotations/voorbeeld', 308],
  ['a context', 'GET', '/ns/waarborg.jsonld', 200],
  ['a way in', 'GET', '/api/auth/passkey/generate-authenticate-options', 200],
  ['an account endpoint that is shut', 'POST', '/api/auth/sign-up/email', 404],
  ['a question of a browser', 'OPTIONS', '/api/v1/me', 204, { origin: 'https://elsewhere.example' }],
];

let local: TestServer;
let team: TestServer;
beforeAll(async () => {
  local = await createTestServer();
  team = await createTestServer({ HOST: '0.0.0.0', PUBLIC_URL: publicUrl });
});
afterAll(() => Promise.all([local.close(), team.close()]));

describe('the headers of every kind of answer', () => {
  it.each(kinds)('keep a browser in bounds: %s', async (_kind, method, path, status, headers = {}) => {
    const answer = await team.request(method, path, { headers });
    expect(answer.status).toBe(status);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/u);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
      'x-request-id': expect.stringMatching(/^[\w-]{1,64}$/u),
    });
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('server')).toBeNull();
  });

  it.each(kinds)(
    'promise no TLS where there is none: %s',
    async (_kind, method, path, _status, headers = {}) => {
      const answer = await local.request(method, path, { headers });
      expect(answer.headers.get('strict-transport-security')).toBeNull();
    },
  );

  it('let nothing of a dossier or an account be kept on a disk, unless the answer says how', async () => {
    for (const [kind, method, path, , headers = {}] of kinds) {
      if (!/^\/(?:api|annotations|codebook)\//u.test(path)) continue;
      const answer = await team.request(method, path, { headers });
      expect(answer.headers.get('cache-control'), kind).toContain('no-store');
    }
  });

  it('let pages of other sites read only what a token opens', async () => {
    const origin = 'https://elsewhere.example';
    for (const [, method, path] of kinds) {
      const { headers } = await team.request(method, path, { headers: { origin } });
      const isForTokens = /^\/(?:api\/v1|annotations|codebook|ns)\//u.test(path);
      expect(headers.get('access-control-allow-origin'), path).toBe(isForTokens ? '*' : null);
      expect(headers.get('access-control-allow-credentials'), path).toBeNull();
    }
  });
});

describe('an answer that is read', () => {
  it('goes over the line packed where that is understood, but not with a tag by which one writes', async () => {
    const { slug, owner } = await local.addDossier();
    const get = (path: string, encoding: string) =>
      local.request('GET', `/api/v1/dossiers/${slug}${path}`, {
        token: owner.token,
        headers: { 'accept-encoding': encoding },
      });
    const encodingOf = async (path: string, encoding: string) =>
      (await get(path, encoding)).headers.get('content-encoding');
    expect(await encodingOf('/speakers', 'gzip')).toBe('gzip');
    expect(await encodingOf('/speakers', 'identity')).toBeNull();
    const settings = await get('/settings', 'gzip');
    expect(settings.headers.get('etag')).toMatch(/^"/u);
    expect(settings.headers.get('content-encoding')).toBeNull();
    // Each concept has its own version, so nobody writes by the tag of all of them.
    const codebook = await get('/codebook', 'gzip');
    expect(codebook.headers.get('etag')).toMatch(/^W\/"/u);
    expect(codebook.headers.get('content-encoding')).toBe('gzip');
  });
});

describe('the name of a request', () => {
  it('is the one that its sender gave it', async () => {
    const answer = await team.request('GET', '/healthz', { headers: { 'x-request-id': 'proxy-41_a=' } });
    expect(answer.headers.get('x-request-id')).toBe('proxy-41_a=');
  });

  it.each(['a b', '<script>', 'x'.repeat(65), 'é'])('is a new one in place of %j', async (name) => {
    const { headers } = await team.request('GET', '/healthz', { headers: { 'x-request-id': name } });
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/u);
  });
});
