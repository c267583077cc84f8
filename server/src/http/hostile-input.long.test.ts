import { randomUUIDv7 as uuid } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

/** Texts that break software; kept beside the repository, not in it. */
const folder = path.resolve(import.meta.dirname, '../../../../shared/standards/hostile-input');
const isMissing = !existsSync(folder);
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
/** JSON texts by name; the first letter says whether they must be accepted (`y`), refused (`n`), or may be either. */
const texts: [string, Buffer][] = isMissing
  ? []
  : Object.entries(read('json-test-suite.json') as Record<string, string>).map(([name, base64]) => [
      name,
      Buffer.from(base64, 'base64'),
    ]);
const strings: string[] = isMissing ? [] : read('naughty-strings.json');
const titled = (title: string) => (isMissing ? `${title} (skipped: ${folder} is not there)` : title);

/** What no database is asked about is sent to the server on the first of them alone. */
const isFirst = inject('postgresql') === undefined;

/**
 * A text goes to each fourth place, and each place gets each fourth text: that a text is read in the same way everywhere
 * is seen by fewer than all pairs. `npm run endurance` sends them all.
 */
const every = process.env.ROUNDS === undefined ? 4 : 1;
const isTurn = (text: number, place: number) => (text + place) % every === 0;

let server: TestServer;
let slug: string;
let base: string;
let token: string;
let document: string;

beforeAll(async () => {
  server = await createTestServer({ REQUESTS_PER_MINUTE: '0' });
  const dossier = await server.addDossier();
  slug = dossier.slug;
  base = `/api/v1/dossiers/${slug}`;
  token = dossier.owner.token;
  document = (await send('POST', `${base}/documents`, sampleDocument())).json.id;
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const send = (method: string, address: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, address, { token, body, headers });
/** Sends bytes as they are. */
const sendBytes = async (method: string, address: string, body: Uint8Array) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '*' };
  const answer = await server.instance.app.request(address, { method, headers, body: new Uint8Array(body) });
  return { status: answer.status, text: await answer.text() };
};
const annotation = (changes: object) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  target: 'https://example.org/',
  ...changes,
});
/** Whether JSON says a text that no database keeps unchanged. */
const isUnkeepable = (text: string) => /\\u0000|\\u[dD][89a-fA-F]/u.test(text);

describe('JSON texts that break parsers', () => {
  it.skipIf(isMissing)(
    titled('are refused as no JSON, or read, by every route that takes JSON'),
    async () => {
      const { paths } = (await send('GET', '/api/v1/openapi.json')).json;
      const routes = Object.entries(paths as Record<string, Record<string, { requestBody?: object }>>)
        .flatMap(([route, methods]) =>
          Object.entries(methods).flatMap(([method, { requestBody }]) =>
            requestBody ? [{ method: method.toUpperCase(), route }] : [],
          ),
        )
        .map(({ method, route }) => ({
          method,
          address: `/api/v1${route.replace('{dossier}', slug).replace(/\{[^}]+\}/gu, document)}`,
        }));
      expect(routes.length).toBeGreaterThan(5);
      const container = { method: 'POST', address: `/annotations/${slug}/` };
      const sent = isFirst ? texts : texts.filter(([name]) => !name.startsWith('n_'));
      console.info(`${sent.length} JSON texts to ${routes.length + 1} routes, one in ${every} to each`);
      for (const [place, { method, address }] of [container, ...routes].entries()) {
        for (const [name, bytes] of sent.filter((_, text) => isTurn(text, place))) {
          const { status, text } = await sendBytes(method, address, bytes);
          const what = `${method} ${address} ${name}: ${status} ${text}`;
          expect(status, what).toBeLessThan(500);
          // Only a dossier's own people may write there, whatever they write.
          if (status === 403) continue;
          if (name.startsWith('n_')) expect(status, what).toBe(400);
          if (name.startsWith('y_')) expect(status, what).not.toBe(400);
        }
      }
    },
    120_000,
  );

  it.skipIf(isMissing)(titled('come back as they were where they must be accepted'), async () => {
    for (const [name, bytes] of texts.filter(([name]) => name.startsWith('y_'))) {
      const text = bytes.toString('utf8');
      const body = JSON.stringify(annotation({})).replace(/\}$/u, `,"x:it":${text}}`);
      const made = await send('POST', `/annotations/${slug}/`, body);
      if (made.status === 422) {
        expect(isUnkeepable(text), `${name} ${made.text}`).toBe(true);
      } else {
        expect(made.status, name).toBe(201);
        const { json } = await send('GET', new URL(made.json.id).pathname);
        // JSON knows no difference between zero and minus zero once it is read.
        expect(JSON.stringify(json['x:it']), name).toBe(JSON.stringify(JSON.parse(text)));
      }
    }
  });
});

describe('strings that break software', () => {
  it.skipIf(isMissing)(
    titled('come back unchanged, here, as Web Annotation and from the log'),
    async () => {
      expect(strings.length).toBeGreaterThan(500);
      console.info(`${strings.length} strings there and back, in bodies, addresses and headers`);
      const { revision } = (await send('GET', base)).json;
      const kept = new Map<string, string>();
      for (const string of strings) {
        const ranges = [{ exact: `x${string}`, prefix: string, suffix: string }];
        const codings = [sampleCoding({ provision: `x${string}`.slice(0, 200).toWellFormed() })];
        const draft = sampleAnnotation(document, { ranges, codings, note: string });
        const made = await send('POST', `${base}/annotations`, draft);
        expect(made.status, `${JSON.stringify(string)} ${made.text}`).toBe(201);
        expect(made.json).toMatchObject({ ranges, note: string });
        const { json } = await send('GET', `/annotations/${slug}/${draft.id}`);
        expect(json.target.selector[0]).toEqual({
          type: 'TextQuoteSelector',
          exact: `x${string}`,
          prefix: string,
          suffix: string,
        });
        kept.set(draft.id, string);
      }
      let since = revision as number;
      for (let isMore = true; isMore; ) {
        const { changes } = (await send('GET', `${base}/changes?since=${since}`)).json;
        for (const { items, revision: number } of changes) {
          since = number;
          for (const { kind, id, after } of items) {
            if (kind !== 'annotation') continue;
            expect(after.note).toBe(kept.get(id));
            kept.delete(id);
          }
        }
        isMore = changes.length > 0;
      }
      expect(kept.size).toBe(0);
    },
    120_000,
  );

  it.skipIf(isMissing)(
    titled('are titles of documents, names of speakers and words of somebody else'),
    async () => {
      for (const string of strings) {
        const title = `x${string}`;
        const made = await send(
          'POST',
          `${base}/documents`,
          sampleDocument({ title, issuer: title.slice(0, 200).toWellFormed() }),
        );
        expect(made.status, `${JSON.stringify(string)} ${made.text}`).toBe(201);
        expect((await send('GET', `${base}/documents/${made.json.id}`)).json.title).toBe(title);
        const foreign = await send(
          'POST',
          `/annotations/${slug}/`,
          annotation({ 'x:it': { [title]: string }, bodyValue: string }),
        );
        expect(foreign).toMatchObject({
          status: 201,
          json: { 'x:it': { [title]: string }, bodyValue: string },
        });
        if (!isFirst) continue;
        const turtle = await send('GET', new URL(foreign.json.id).pathname, undefined, {
          accept: 'text/turtle',
        });
        expect(turtle.status).toBe(200);
      }
    },
    120_000,
  );

  it.skipIf(isMissing)(
    titled('are refused or found nothing by in addresses and headers, and never a fault'),
    async () => {
      ({
        slug,
        owner: { token },
      } = await server.addDossier());
      base = `/api/v1/dossiers/${slug}`;
      const expectNoFault = async (what: string, ...asked: Parameters<typeof send>) =>
        expect((await send(...asked)).status, what).toBeLessThan(500);
      for (const [text, string] of strings.entries()) {
        const encoded = encodeURIComponent(string);
        const addresses = [
          `${base}/matrix?q=${encoded}`,
          `${base}/search?q=${encoded}`,
          `${base}/annotations?reviewer=${encoded}&cursor=${encoded}`,
          `${base}/documents/${encoded}`,
          `/api/v1/dossiers/${encoded}/annotations`,
          `/annotations/${slug}/${encoded}`,
          `/codebook/${slug}/${encoded}`,
        ];
        // Headers hold bytes.
        const value = Buffer.from(string.replace(/[\r\n\0]/gu, ' '), 'utf8')
          .toString('latin1')
          .trim();
        const reading = isFirst
          ? ['accept', 'accept-language', 'prefer', 'if-none-match', 'x-request-id']
          : [];
        const writing = ['idempotency-key', 'slug', 'if-match', ...(isFirst ? ['content-type'] : [])];
        const requests = [
          ...addresses.map((address) => () => expectNoFault(address, 'GET', address)),
          ...reading.map((name) => () => {
            const headers = { [name]: value };
            return expectNoFault(`${name}: ${value}`, 'GET', `/annotations/${slug}/`, undefined, headers);
          }),
          ...writing.map((name) => () => {
            const address = `/annotations/${slug}/${uuid()}`;
            return expectNoFault(`${name}: ${value}`, 'PUT', address, annotation({}), { [name]: value });
          }),
        ];
        const own = requests.filter((_, place) => isTurn(text, place));
        await Promise.all(own.map((request) => request()));
      }
    },
    120_000,
  );
});

describe('a text that no database keeps', () => {
  beforeAll(async () => {
    document = (await send('POST', `${base}/documents`, sampleDocument())).json.id;
  });

  const lone = ['\\ud800', '\\udc00x', 'x\\uDBFF', '\\udc00\\ud800', '\\u0000', 'a\\u0000b'];

  it.each(lone)('is refused as value, as name and deep inside: %s', async (escaped) => {
    const draft = sampleAnnotation(document, { note: 'HIER' });
    const bodies = [
      [`${base}/annotations`, JSON.stringify(draft).replace('HIER', escaped)],
      [`${base}/annotations`, `{"${escaped}":1}`],
      [`${base}/documents`, JSON.stringify(sampleDocument({ title: 'HIER' })).replace('HIER', escaped)],
      [
        `/annotations/${slug}/`,
        JSON.stringify(annotation({ 'x:a': [{ b: 'HIER' }] })).replace('HIER', escaped),
      ],
      [`/annotations/${slug}/`, JSON.stringify(annotation({ HIER: 1 })).replace('HIER', escaped)],
    ];
    for (const [address = '', body] of bodies) {
      const answer = await send('POST', address, body);
      expect(answer, `${body} ${answer.text}`).toMatchObject({
        status: 422,
        json: { code: 'invalid-request' },
      });
    }
  });

  it.each(['%00', '%ED%A0%80', 'a%ED%B0%80', '%FF', '%C0%80'])(
    'is refused in a path and in a query: %s',
    async (encoded) => {
      for (const address of [
        `${base}/annotations/${encoded}`,
        `/annotations/${slug}/${encoded}`,
        `/codebook/${slug}/${encoded}`,
        `${base}/matrix?q=${encoded}`,
        `${base}/annotations?reviewer=${encoded}`,
        `/api/v1/dossiers/${encoded}`,
      ]) {
        expect(await send('GET', address), address).toMatchObject({
          status: 422,
          json: { code: 'invalid-request' },
        });
      }
    },
  );

  it('is refused in a header', async () => {
    for (const value of ['\u00ed\u00a0\u0080', `${uuid()}\u0080`]) {
      const answer = await send('POST', `${base}/annotations`, sampleAnnotation(document), {
        'idempotency-key': value,
      });
      expect(answer).toMatchObject({ status: 422, json: { errors: [{ path: 'Idempotency-Key' }] } });
    }
  });
});
