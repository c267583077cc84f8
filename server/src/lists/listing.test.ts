import { readWholeList } from '@waarborg/shared/api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let base: string;
let token: string;
let document: string;

beforeAll(async () => {
  server = await createTestServer();
  const { slug, owner } = await server.addDossier();
  base = `/api/v1/dossiers/${slug}`;
  token = owner.token;
  document = (await send('POST', '/documents', sampleDocument())).json.id;
  for (const impact of ['cost', 'court-workload', 'cost', 'cost', 'court-workload']) {
    await send('POST', '/annotations', sampleAnnotation(document, { codings: [sampleCoding({ impact })] }));
  }
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, `${base}${path}`, { token, body, headers });
const get = async (path: string) => (await send('GET', path)).json;
const idsOf = ({ annotations }: { annotations: { id: string }[] }) => annotations.map(({ id }) => id);

describe('a list', () => {
  it('comes in pages that together are the whole list, whatever the order', async () => {
    for (const sort of ['created', '-created', 'modified', '-modified']) {
      const whole = idsOf(await get(`/annotations?sort=${sort}`));
      const pages: string[] = [];
      let next: string | undefined = '';
      while (next !== undefined) {
        const cursor: string = next && `&cursor=${next}`;
        const page = await get(`/annotations?sort=${sort}&limit=2${cursor}`);
        expect(page.total).toBe(next ? undefined : whole.length);
        pages.push(...idsOf(page));
        next = page.next;
      }
      expect(pages).toEqual(whole);
    }
  });

  it('is read backwards from the last entry', async () => {
    const forwards = idsOf(await get('/annotations?sort=created'));
    expect(idsOf(await get('/annotations?sort=-created'))).toEqual(forwards.reverse());
  });

  it('links to its next page, and the last page to none', async () => {
    const first = await send('GET', '/annotations?limit=3&impact=cost&impact=court-workload');
    const [, address] = /^<([^>]+)>; rel="next"$/u.exec(first.headers.get('link') ?? '') ?? [];
    const second = await server.request('GET', address ?? '', { token });
    expect(idsOf(second.json)).not.toContain(idsOf(first.json)[0]);
    expect(second.json).not.toHaveProperty('next');
    expect(second.headers.get('link')).toBeNull();
  });

  it('neither repeats nor leaves out what was there all the time, whatever is written between two pages', async () => {
    const first = await get('/annotations?limit=3');
    const before = idsOf(await get('/annotations'));
    await send('DELETE', `/annotations/${idsOf(first)[0]}`, undefined, { 'If-Match': '*' });
    const added = sampleAnnotation(document);
    await send('POST', '/annotations', added);
    const rest = idsOf(await get(`/annotations?cursor=${first.next}`));
    expect([...idsOf(first), ...rest]).toEqual([...before, added.id]);
  });

  it('is filtered by any of the values of one thing, and by all things that are named', async () => {
    const of = async (query: string) => (await get(`/annotations?${query}`)).annotations.length;
    const all = await of('');
    const cost = await of('impact=cost');
    expect(cost).toBeGreaterThan(0);
    expect(cost + (await of('impact=court-workload'))).toBe(all);
    expect(await of('impact=cost&impact=court-workload')).toBe(all);
    expect(await of('impact=cost&safeguard=voornemen')).toBe(cost);
    expect(await of('impact=cost&safeguard=zienswijze')).toBe(0);
    expect(await of(`document=${document}&impact=cost`)).toBe(cost);
    expect((await get('/annotations?impact=cost')).total).toBe(cost);
  });

  it.each([
    'limit=0',
    'limit=501',
    'limit=veel',
    'limit=10&limit=20',
    'sort=kleur',
    'cursor=x',
    'cursor=',
    'colour=red',
    `cursor=${Buffer.from('["-created","a","b"]').toString('base64url')}`,
    `cursor=${Buffer.from('["created","\\u0000","b"]').toString('base64url')}`,
    `cursor=${Buffer.from('["created","a"]').toString('base64url')}`,
  ])('refuses ?%s', async (query) => {
    expect(await send('GET', `/annotations?${query}`)).toMatchObject({
      status: 422,
      json: {
        code: 'invalid-request',
        errors: [{ path: query.startsWith('colour') ? '' : query.split('=')[0] }],
      },
    });
  });

  it.each(['annotations', 'documents', 'speakers', 'links', 'readings'])(
    'of %s is read whole by its clients, and is the same by pages of one',
    async (name) => {
      await send('PUT', '/readings', { document, safeguards: ['voornemen', 'zienswijze'] });
      await send('POST', '/documents', sampleDocument());
      const whole = await readWholeList(`/${name}`, get);
      expect(whole).not.toHaveProperty('next');
      const single = await readWholeList(`/${name}`, (path) => get(path.replace(/limit=\d+/u, 'limit=1')));
      expect(single).toEqual(whole);
    },
  );
});
