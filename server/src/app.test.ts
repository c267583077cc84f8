import { randomUUIDv7 as uuid } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleDocument } from './testing/samples.ts';
import { createTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
let base: string;
let token: string;
let document: string;

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, path, { token, body, headers });

beforeAll(async () => {
  server = await createTestServer();
  const { slug, owner } = await server.addDossier();
  base = `/api/v1/dossiers/${slug}`;
  token = owner.token;
  document = (await send('POST', `${base}/documents`, sampleDocument())).json.id;
});
afterAll(() => server.close());
// Whatever is sent, nothing may happen that nobody expected.
afterEach(() => expect(server.faults).toEqual([]));

describe('a body that is no request', () => {
  const post = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
    server.instance.app.request(`${base}/annotations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    });
  const codeOf = async (answer: Response) => [
    answer.status,
    ((await answer.json()) as { code: string }).code,
  ];

  it.each(['{', '', '[1,', 'null x'])('is refused as JSON: %j', async (body) => {
    expect(await codeOf(await post(body))).toEqual([400, 'invalid-json']);
  });
  it.each(['null', '[]', '{}', '"x"', '1e999'])('is refused as a passage: %s', async (body) => {
    expect(await codeOf(await post(body))).toEqual([422, 'invalid-request']);
  });
  it('is refused when it is not UTF-8', async () => {
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
    expect(await codeOf(await post(bytes))).toEqual([400, 'invalid-json']);
  });
  it('is refused when it is nested too deep', async () => {
    const deep = `{"id":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await codeOf(await post(deep))).toEqual([400, 'invalid-json']);
    const brackets = sampleAnnotation(document, { note: '['.repeat(1_000) });
    expect((await post(JSON.stringify(brackets))).status).toBe(201);
  });
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'x'])(
    'is refused as %s',
    async (type) => {
      expect(await codeOf(await post('{}', type))).toEqual([415, 'unsupported-media-type']);
    },
  );
  it('is refused when it is too large, and larger when it is a text', async () => {
    const note = 'x'.repeat(3 * 1024 * 1024);
    expect(await codeOf(await post(JSON.stringify({ note })))).toEqual([413, 'body-too-large']);
    const rendition = { text: note, source: 'https://example.org/a', mediaType: 'text/html' };
    const answer = await send('POST', `${base}/documents/${document}/renditions`, rendition);
    expect(answer.status).toBe(201);
  });
  it.each(['\ud800', 'a\u0000b', '\udc00\ud800'])('is refused with the text %j in it', async (text) => {
    const places = [
      sampleAnnotation(document, { note: text }),
      sampleAnnotation(document, { ranges: [{ exact: `woord ${text}` }] }),
      sampleAnnotation(document, { source: `https://example.org/${text}` }),
    ];
    for (const body of places) {
      expect(await send('POST', `${base}/annotations`, body)).toMatchObject({
        ...{ status: 422, json: { code: 'invalid-request' } },
      });
    }
    expect((await send('POST', `${base}/documents`, sampleDocument({ title: text }))).status).toBe(422);
  });
  it('is refused when more characters stand before a passage than there is room', async () => {
    const body = sampleAnnotation(document, {
      ranges: [{ exact: 'x', start: 10, end: 11, astralBefore: 11 }],
    });
    expect((await send('POST', `${base}/annotations`, body)).status).toBe(422);
  });
  it('says where it is wrong', async () => {
    const answer = await send('POST', `${base}/annotations`, { ...sampleAnnotation(document), ranges: [] });
    expect(answer.json.errors[0].path).toBe('ranges');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
  it('keeps every other text unchanged', async () => {
    const note = '🏛️ e\u0301 é \u202e‮ﬁ \u00ad \r\n\t "\\u0000" <script>';
    const draft = sampleAnnotation(document, { note });
    await send('POST', `${base}/annotations`, draft);
    expect((await send('GET', `${base}/annotations/${draft.id}`)).json.note).toBe(note);
  });
});

describe('an address that is none', () => {
  it.each([
    '/api/v1/nergens',
    '/api/v2',
    '/metrics',
    '/codebook',
    '/codebook/nergens/voornemen',
    '/api',
    '/annotations',
    '/assets/nergens.js',
    '/nergens.js',
    '/voorbeeld/nergens.html',
    '/voorbeeld/../src/main.ts',
    '/voorbeeld/%2e%2e/package.json',
    '/voorbeeld/dossier.json',
    '/assets/..%2f..%2fpackage.json',
  ])('gets 404: %s', async (path) => {
    const answer = await server.request('GET', path, { token });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
  it.each(['/%00', '/%ff', '/dossiers/%ed%a0%80'])('that is no text gets 422: %s', async (path) => {
    expect(await server.request('GET', path)).toMatchObject({
      status: 422,
      json: { code: 'invalid-request' },
    });
  });
  it.each(['..', "'%20or%201=1", 'x'.repeat(5_000), '%f0%9f%8f%9b'])('is no dossier: %s', async (slug) => {
    const answer = await server.request('GET', `/api/v1/dossiers/${slug}`, { token });
    expect([404, 422]).toContain(answer.status);
  });
  it.each(['x', '%00', '018f', `${uuid()}x`, '%ff'])('is no passage: %s', async (id) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? { ranges: [{ exact: 'x' }], codings: [] } : undefined;
      const answer = await send(method, `${base}/annotations/${id}`, body, { 'If-Match': '*' });
      expect([404, 422]).toContain(answer.status);
    }
  });
  it.each([
    'matrix?rows=nergens',
    'matrix?rows=safeguard&rows=impact&columns=x',
    'matrix?stance=helps&stance=helpt',
    'matrix?from=gisteren',
    'matrix?from=2025-02-30',
    'matrix?safegaurd=voornemen',
    'matrix?q=%00',
    `matrix?q=${'x'.repeat(300)}`,
    'matrix/cell?row=%00',
    'annotations?document=x',
    'changes?since=0x10',
    'changes?since=-1',
  ])('is no question: %s', async (question) => {
    expect(await send('GET', `${base}/${question}`)).toMatchObject({
      ...{ status: 422, json: { code: 'invalid-request' } },
    });
  });
});

describe('a method that an address does not take', () => {
  it.each([
    ['PATCH', () => `${base}/matrix`, 'GET, HEAD, OPTIONS'],
    ['DELETE', () => `${base}/annotations`, 'GET, POST, HEAD, OPTIONS'],
    ['POST', () => '/healthz', 'GET, HEAD, OPTIONS'],
    ['POST', () => '/dossiers/voorbeeld', 'GET, HEAD, OPTIONS'],
    ['PUT', () => '/', 'GET, HEAD, OPTIONS'],
  ])('is refused with those that it takes: %s', async (method, path, allow) => {
    const answer = await send(method, path());
    expect(answer).toMatchObject({ status: 405, json: { code: 'method-not-allowed' } });
    expect(answer.headers.get('allow')).toBe(allow);
  });
});

it('answers OPTIONS with the methods that an address takes', async () => {
  const answer = await send('OPTIONS', '/healthz');
  expect(answer.status).toBe(204);
  expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
});

it('promises TLS only where there is TLS, and for this host alone', async () => {
  const headerOf = async (one: TestServer) =>
    (await one.request('GET', '/')).headers.get('strict-transport-security');
  expect(await headerOf(server)).toBeNull();
  const team = await createTestServer({ PUBLIC_URL: 'https://waarborg.example.nl' });
  expect(await headerOf(team)).toBe('max-age=31536000');
  await team.close();
});

describe('every problem', () => {
  it('is told in Dutch, and in English to who asks for it', async () => {
    const titles = await Promise.all(
      [undefined, 'en-GB,en;q=0.9', 'fr, nl;q=0.5', 'de', 'nl;q=0.1, en;q=0.5', 'nl;q=0, en'].map(
        async (language) => {
          const answer = await send(
            'GET',
            '/api/v1/dossiers/nergens',
            undefined,
            language === undefined ? {} : { 'accept-language': language },
          );
          return answer.json.title as string;
        },
      ),
    );
    expect(titles).toEqual([
      expect.stringContaining('dossier bestaat niet'),
      expect.stringContaining('does not exist'),
      expect.stringContaining('dossier bestaat niet'),
      expect.stringContaining('dossier bestaat niet'),
      expect.stringContaining('does not exist'),
      expect.stringContaining('does not exist'),
    ]);
  });
});

describe('browser programs of other origins', () => {
  const origin = 'chrome-extension://abcdefghijklmnop';
  it.each(['/api/v1/me', '/api/auth/device/code', '/annotations/voorbeeld/'])('may ask %s', async (path) => {
    const answer = await server.request('OPTIONS', path, {
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key,if-match',
        'access-control-request-private-network': 'true',
      },
    });
    // The Web Annotation Protocol wants 200.
    expect(answer.status).toBe(path.startsWith('/annotations/') ? 200 : 204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('access-control-allow-private-network')).toBe('true');
    const allowed = answer.headers.get('access-control-allow-headers')?.toLowerCase();
    for (const name of ['idempotency-key', 'last-event-id']) expect(allowed).toContain(name);
  });
  it('can read answers and problems, and the version of what they get', async () => {
    for (const path of [base, '/api/v1/dossiers/nergens', '/api/v1/nergens']) {
      const answer = await send('GET', path, undefined, { origin });
      expect(answer.headers.get('access-control-allow-origin'), path).toBe('*');
    }
    const answer = await send('GET', `${base}/matrix`, undefined, { origin });
    expect(answer.headers.get('access-control-expose-headers')).toContain('ETag');
  });
  it('cannot read pages', async () => {
    const answer = await server.request('GET', '/', { headers: { origin, accept: 'text/html' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('every page', () => {
  it.each(['/', '/dossiers/voorbeeld', '/voorbeeld/uitspraak.html'])(
    'loads nothing but its own files: %s',
    async (path) => {
      const answer = await server.request('GET', path, { headers: { accept: 'text/html' } });
      expect(answer.status).toBe(200);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("style-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
    },
  );
});

describe('a path', () => {
  const isPage = async (path: string) =>
    (await server.request('GET', path, { headers: { accept: 'text/html' } })).text.startsWith(
      '<!doctype html>',
    );

  it.each(['/', '/dossiers/voorbeeld/leden', '/apis', '/gepubliceerd', '/ergens/niets/'])(
    'that nothing else takes is a page: %s',
    async (path) => expect(await isPage(path)).toBe(true),
  );

  it.each([
    ...[
      '/api',
      '/api/v9/x',
      '/annotations',
      '/annotations/x',
      '/assets',
      '/assets/x',
      '/codebook',
      '/codebook/x',
    ],
    ...['/ns', '/ns/x', '/voorbeeld', '/voorbeeld/x', '/bestand.txt'],
  ])('below which the server answers otherwise is none: %s', async (path) =>
    expect(await isPage(path)).toBe(false),
  );

  it('is told apart in as many steps as it has signs', async () => {
    expect(await isPage(`/${'a'.repeat(10_000)}!`)).toBe(false); // Took forever by a pattern with two readings of a word.
  });
});

describe('the descriptions of the server', () => {
  it('lists every resource', async () => {
    const { status, json } = await server.request('GET', '/api/v1/openapi.json');
    expect(status).toBe(200);
    expect(Object.keys(json.paths)).toEqual(
      expect.arrayContaining([
        '/me',
        '/tokens',
        '/dossiers',
        '/dossiers/{dossier}',
        '/dossiers/{dossier}/annotations/{id}',
        '/dossiers/{dossier}/matrix',
        '/dossiers/{dossier}/matrix/cell',
        '/dossiers/{dossier}/changes',
      ]),
    );
  });
  it('tells that it lives and that its database answers', async () => {
    expect((await server.request('GET', '/healthz')).status).toBe(200);
    expect((await server.request('GET', '/readyz')).status).toBe(200);
  });
});
