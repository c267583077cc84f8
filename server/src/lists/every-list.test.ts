import { randomUUIDv7 as uuid } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { randomNumbers } from '../testing/random-numbers.ts';
import { createSender, writeAtRandom } from '../testing/random-writes.ts';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

/** Answers that hold a list and are no list: what they show is one whole, or has an order of its own. */
const wholes: Readonly<Record<string, string>> = {
  '/dossiers/{dossier}/settings': 'one thing',
  '/dossiers/{dossier}/changes': 'the log from a revision on, in its one order, with `since` and `limit`',
  '/dossiers/{dossier}/codebook': 'a vocabulary is read whole, and an ETag says whether it changed',
  '/dossiers/{dossier}/passage-counts': 'numbers',
  '/dossiers/{dossier}/speakers/{id}': 'one thing',
  '/dossiers/{dossier}/documents/{id}': 'one thing',
  '/dossiers/{dossier}/annotations/{id}': 'one thing',
  '/dossiers/{dossier}/outlines/{id}': 'one thing',
  '/dossiers/{dossier}/revisions/{revision}': 'one thing',
  '/dossiers/{dossier}/matrix': 'a matrix is read whole',
  '/dossiers/{dossier}/matrix/articles': 'an axis of the matrix',
  '/dossiers/{dossier}/matrix/cell':
    'claims in the order in which their numbers are explained, paged by cursor',
};

/** What a list needs to be asked for, besides its page. */
const needs: Readonly<Record<string, Record<string, string>>> = {
  '/dossiers/{dossier}/references/citing': { source: 'official-publication kst-36704-11' },
  '/dossiers/{dossier}/search': { q: 'voornemen' },
};

interface Schema {
  readonly type?: string;
  readonly enum?: string[];
  readonly properties?: Record<string, Schema>;
}

interface List {
  readonly path: string;
  readonly parameters: Readonly<Record<string, Schema>>;
}

let server: TestServer;
/** Paths of the API whose answer holds a list. */
let lists: List[];
let place: Awaited<ReturnType<typeof fill>>;

beforeAll(async () => {
  server = await createTestServer();
  const { paths } = (await server.request('GET', '/api/v1/openapi.json')).json;
  lists = Object.entries<Record<string, Record<string, unknown>>>(paths).flatMap(([path, { get }]) => {
    const { responses, parameters = [] } = Object(get) as {
      responses?: Record<string, { content?: Record<string, { schema: Schema }> }>;
      parameters?: { name: string; schema: Schema }[];
    };
    const answer = responses?.[200]?.content?.['application/json']?.schema.properties ?? {};
    const hasList = Object.values(answer).some(({ type }) => type === 'array');
    return hasList
      ? [{ path, parameters: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])) }]
      : [];
  });
  place = await fill();
}, 60_000);
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

/** Puts several things of every kind into a dossier, and makes several dossiers and tokens of one person. */
async function fill() {
  const dossier = await server.addDossier();
  const ask = createSender(server, dossier);
  await writeAtRandom(ask, randomNumbers(7), 90);
  const send = async (method: string, path: string, body: unknown) => {
    const answer = await ask(method, path, body);
    expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300);
    return answer;
  };
  const document = (await send('POST', '/documents', sampleDocument())).json.id as string;
  const { headers: page } = await server.request('GET', '/', { headers: { accept: 'text/html' } });
  const cookie = page.getSetCookie()[0]?.split(';')[0] ?? '';
  const asPerson = { cookie, origin: 'http://127.0.0.1:8787' };
  let former = '';
  for (const [place, role] of (['reader', 'reviewer', 'curator'] as const).entries()) {
    const copy = (await send('POST', '/documents', sampleDocument())).json.id;
    await send('PUT', `/documents/${copy}/merged-into`, { into: document });
    const text = `Zie ECLI:NL:RVS:2013:29${place} en Kamerstukken II 2024/25, 36704, nr. 11.`;
    const source = 'https://example.org/a.html';
    await send('POST', `/documents/${document}/renditions`, { text, source, mediaType: 'text/html' });
    const passage = sampleAnnotation(document, { ranges: [{ exact: text }] });
    await send('POST', '/annotations', passage);
    if (former !== '') {
      await send('POST', '/links', { id: uuid(), from: former, to: passage.id, kind: 'repeats' });
    }
    former = passage.id;
    await send('PUT', '/readings', { document, safeguards: ['voornemen', 'interpreter', 'legal-aid'] });
    await send('POST', '/outlines', { id: uuid(), title: role });
    await send('POST', '/publications', { title: role, view: {}, acceptedOnly: false });
    const dismissal = { document, safeguard: 'voornemen', quote: role };
    await send('PUT', `/dismissals/${uuid()}`, dismissal);
    await send('POST', '/invitations', { role });
    await server.addMember(dossier.id, role);
    await server.request('GET', '/', { headers: { accept: 'text/html' } });
    const slug = `eigen-${place}`;
    const body = { slug, title: role };
    await server.request('POST', '/api/v1/dossiers', { headers: asPerson, body });
    await server.request('POST', '/api/v1/tokens', {
      headers: asPerson,
      body: { dossier: slug, name: role },
    });
  }
  return { slug: dossier.slug, token: dossier.owner.token, cookie, document };
}

const paged = () => lists.filter(({ path }) => !(path in wholes));

/** Asks for a page of a list; one's own tokens are asked for by a person. */
function ask({ path }: List, query: Readonly<Record<string, string>> = {}) {
  const address = path.replace('{dossier}', place.slug).replace('{id}', place.document);
  const asked = new URLSearchParams({ ...needs[path], ...query });
  const isOwn = !path.includes('{dossier}');
  return server.request('GET', `/api/v1${address}?${asked}`, {
    ...(isOwn ? { headers: { cookie: place.cookie } } : { token: place.token }),
  });
}

/** The entries of a page, whatever it calls them. */
function entriesOf({ json }: Awaited<ReturnType<typeof ask>>): unknown[] {
  const entries = ['annotations', 'documents', ...Object.keys(json)].map((name) => json[name]);
  return entries.find((value) => Array.isArray(value)) ?? [];
}

it('every answer with a list is a list, or it is said why not', () => {
  for (const { path, parameters } of paged()) {
    expect(Object.keys(parameters), path).toEqual(expect.arrayContaining(['limit', 'cursor', 'sort']));
  }
  expect(Object.keys(wholes).filter((path) => !lists.some((list) => list.path === path))).toEqual([]);
  expect(paged().length).toBeGreaterThan(12);
});

// A dozen lists, in each order, page by page: more than some seconds on a machine that is busy.
describe('every list', { timeout: 30_000 }, () => {
  it('comes in pages that together are the whole, in each of its orders', async () => {
    for (const list of paged()) {
      for (const sort of list.parameters.sort?.enum ?? []) {
        const whole = await ask(list, { sort, limit: '500' });
        expect(whole.status, `${list.path}: ${whole.text}`).toBe(200);
        expect(entriesOf(whole).length, `${list.path}: ${whole.text}`).toBeGreaterThan(2);
        const limit = Math.ceil(entriesOf(whole).length / 3);
        const pages: unknown[] = [];
        let next: string | undefined;
        do {
          const page = await ask(list, {
            sort,
            limit: String(limit),
            ...(next === undefined ? {} : { cursor: next }),
          });
          expect(entriesOf(page).length, list.path).toBeLessThanOrEqual(limit);
          expect(page.json.total, `${list.path} ${sort}`).toBe(next ? undefined : whole.json.total);
          expect(page.headers.has('link'), list.path).toBe(page.json.next !== undefined);
          pages.push(...entriesOf(page));
          next = page.json.next;
        } while (next !== undefined);
        expect(pages, `${list.path} ${sort}`).toEqual(entriesOf(whole));
      }
    }
  });

  it('refuses what it does not know: an order, a filter, a value, the place of another order', async () => {
    for (const list of paged()) {
      const wrong = { limit: '0', cursor: 'nergens', sort: uuid(), onbekend: '1' };
      for (const [name, value] of Object.entries(wrong)) {
        const answer = await ask(list, { [name]: value });
        expect(answer, `${list.path} ${name}`).toMatchObject({
          ...{ status: 422, json: { code: 'invalid-request' } },
        });
      }
    }
  });
});
