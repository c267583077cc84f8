import { randomUUIDv7 as uuid } from 'node:crypto';
import { articlesResponseSchema, cellResponseSchema, matrixResponseSchema } from '@waarborg/shared/api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../settings.ts';
import { createInstance } from '../start.ts';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let base: string;
let token: string;
let document: string;
let first: string;
let second: string;

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, `${base}${path}`, { token, body, headers });
const matrix = async (query = '') => matrixResponseSchema.parse((await send('GET', `/matrix${query}`)).json);
const cellOf = async (query = '') =>
  (await matrix(query)).cells.find(({ row, column }) => row === 'voornemen' && column === 'court-workload');

beforeAll(async () => {
  server = await createTestServer();
  const { slug, owner } = await server.addDossier();
  base = `/api/v1/dossiers/${slug}`;
  token = owner.token;
  document = (await send('POST', '/documents', sampleDocument())).json.id;
  const add = async (exact: string, speaker: string, direction: 'favourable' | 'unfavourable') => {
    const codings = [sampleCoding({ speaker, direction })];
    const draft = sampleAnnotation(document, { ranges: [{ exact }], codings });
    return (await send('POST', '/annotations', draft)).json.id as string;
  };
  first = await add('De rechtbanken krijgen het drukker.', 'Raad voor de rechtspraak', 'unfavourable');
  second = await add('De rechtbanken krijgen het rustiger.', 'IND', 'favourable');
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

describe('the matrix', () => {
  it('counts claims and says who opposes whom', async () => {
    expect(await cellOf()).toMatchObject({
      claims: 2,
      speakers: 2,
      contested: true,
      opposition: [{ helps: 'Raad voor de rechtspraak', hurts: 'IND' }],
    });
  });

  it('takes filters once or more', async () => {
    expect(await cellOf('?stance=helps')).toMatchObject({ claims: 1, contested: false });
    expect(await cellOf('?stance=helps&stance=hurts')).toMatchObject({ claims: 2 });
    expect(await cellOf('?q=drukker')).toMatchObject({ claims: 1 });
    expect(await cellOf('?speaker=raad%20voor%20de%20rechtspraak')).toMatchObject({ claims: 1 });
    expect(await cellOf('?status=accepted')).toMatchObject({ claims: 0 });
  });

  it.each([
    'measure=abolish',
    'stage=law',
    'speakerKind=judge',
    'sourceType=letter',
    'month=2026-13',
    'rows=impact&rows=stage',
  ])('refuses ?%s, of which a count of nothing would say that nothing was found', async (query) => {
    const answer = await send('GET', `/matrix?${query}`);
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
    expect(answer.json.errors[0].path).toContain(query.split('=')[0]);
  });

  it('takes what every coding may leave out as a filter too', async () => {
    for (const query of ['measure=none', 'stage=none', 'month=none', 'month=2026', 'month=2026-02'])
      expect((await send('GET', `/matrix?${query}`)).status).toBe(200);
  });

  it('lies on other axes', async () => {
    const { rows, columns } = await matrix('?rows=speaker&columns=sourceType');
    expect(rows.map(({ label }) => label)).toEqual(['IND', 'Raad voor de rechtspraak']);
    expect(columns).toMatchObject([{ id: 'inspection-letter' }]);
  });

  it('speaks the language of the reader', async () => {
    const label = async (language: string) => {
      const answer = await send('GET', '/matrix', undefined, { 'accept-language': language });
      return answer.json.columns.at(-1).label as string;
    };
    expect(await label('nl')).toBe('Gevolg niet genoemd');
    expect(await label('en')).toBe('No impact named');
  });

  it('goes over the line packed where that is understood, as the same version', async () => {
    const packed = await send('GET', '/matrix', undefined, { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const tag = packed.headers.get('etag') ?? '';
    expect((await send('GET', '/matrix', undefined, { 'if-none-match': tag })).status).toBe(304);
    expect((await send('GET', '/matrix')).headers.get('content-encoding')).toBeNull();
  });

  it('is not counted again while nothing changed', async () => {
    const answer = await send('GET', '/matrix');
    const etag = answer.headers.get('etag') ?? '';
    const ask = (tag: string, headers = {}) =>
      send('GET', '/matrix', undefined, { 'if-none-match': tag, ...headers });
    expect(await ask(etag)).toMatchObject({ status: 304, text: '' });
    expect((await ask(`W/${etag}, "x"`)).status).toBe(304);
    expect((await ask(etag, { 'accept-language': 'en' })).status).toBe(200);
    expect((await ask('*')).status).toBe(304);
    expect(answer.headers.get('vary')).toContain('Authorization');
    await send('PUT', '/readings', { document, safeguards: ['minors'] });
    expect((await ask(etag)).status).toBe(200);
  });

  it('is another version where it names people and one of them is named otherwise', async () => {
    const [byReviewer, byImpact] = ['/matrix?columns=reviewer', '/matrix'];
    const ask = (path: string, tag = '') => send('GET', path, undefined, { 'if-none-match': tag });
    const before = await ask(byReviewer);
    const [tag, other] = [before, await ask(byImpact)].map(({ headers }) => headers.get('etag') ?? '');
    expect((await ask(byReviewer, tag)).status).toBe(304);
    const { database } = server.instance;
    const [reviewer] = before.json.columns as { id: string; label: string }[];
    await database
      .updateTable('user')
      .set({ name: 'Wie weg is' })
      .where('id', '=', reviewer?.id ?? '')
      .execute();
    const after = await ask(byReviewer, tag);
    expect(after.json.columns[0].label).toBe('Wie weg is');
    expect((await ask(byImpact, other)).status).toBe(304);
  });

  it('has the same version in every copy of the server and after a restart', async () => {
    const tag = (await send('GET', '/matrix')).headers.get('etag') ?? '';
    const asked = {
      headers: { host: '127.0.0.1:8787', authorization: `Bearer ${token}`, 'if-none-match': tag },
    };
    const copy = await createInstance(readSettings(server.environment), (error) => server.faults.push(error));
    try {
      expect((await copy.app.request(`${base}/matrix`, asked)).status).toBe(304);
    } finally {
      await copy.close();
    }
    await server.restart();
    expect((await send('GET', '/matrix', undefined, asked.headers)).status).toBe(304);
  });

  it('has another version where another change has the same number', async () => {
    const tag = (await send('GET', '/matrix')).headers.get('etag') ?? '';
    const { database } = server.instance;
    await database.updateTable('revision').set({ at: '2020-01-01T00:00:00.000Z' }).execute();
    expect((await send('GET', '/matrix', undefined, { 'if-none-match': tag })).status).toBe(200);
  });

  it('says whether nobody looked or nothing was found', async () => {
    await send('PUT', '/readings', { document, safeguards: ['interpreter'] });
    const { cells } = await matrix();
    const stateOf = (wanted: string) => cells.find(({ row }) => row === wanted);
    expect(stateOf('interpreter')).toMatchObject({ state: 'nothing-found', read: { documents: 1, of: 1 } });
    expect(stateOf('objection')).toMatchObject({ state: 'not-read', read: { documents: 0, of: 1 } });
  });

  it('folds what is linked as a repeat, until the link goes', async () => {
    const link = { id: uuid(), from: first, to: second, kind: 'repeats' };
    expect((await send('POST', '/links', link)).status).toBe(201);
    expect((await send('POST', '/links', link)).status).toBe(200);
    const said = await send('POST', '/links', { ...link, id: uuid() });
    expect(said).toMatchObject({ status: 200, json: link });
    expect(await cellOf()).toMatchObject({ claims: 1 });
    expect((await send('GET', '/links')).json.links).toEqual([{ ...link, revision: expect.any(Number) }]);
    const remove = (headers?: Record<string, string>) =>
      send('DELETE', `/links/${link.id}`, undefined, headers);
    expect(await remove()).toMatchObject({ status: 428, json: { code: 'precondition-required' } });
    const stale = await remove({ 'If-Match': '"1"' });
    expect(stale).toMatchObject({ status: 412, json: { current: link } });
    expect((await remove({ 'If-Match': stale.headers.get('etag') ?? '' })).status).toBe(204);
    expect(await remove({ 'If-Match': '*' })).toMatchObject({ json: { code: 'link-not-found' } });
    expect(await cellOf()).toMatchObject({ claims: 2 });
  });
});

describe('a cell', () => {
  it('leads to as many claims as its number, with their passages', async () => {
    const query = '?rows=safeguard&columns=impact&row=voornemen&column=court-workload';
    const cell = cellResponseSchema.parse((await send('GET', `/matrix/cell${query}`)).json);
    expect(cell.claims).toHaveLength(2);
    expect(cell.annotations.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted());
  });
});

describe('the first claims of a cell', () => {
  const query = '?row=voornemen&column=court-workload';
  const read = async (wanted: string) =>
    cellResponseSchema.parse((await send('GET', `/matrix/cell${query}&${wanted}`)).json);

  it('come with how many there are, and the others by part and speaker', async () => {
    const { sections = [], claims, annotations, total } = await read('first=1');
    expect(total).toBe(2);
    expect(annotations).toHaveLength(claims.length);
    for (const { part, voices } of sections) {
      for (const { speaker, claims: count } of voices) {
        const own = await read(`part=${part}&by=${speaker}`);
        expect(own.claims).toHaveLength(count);
        expect(own.total).toBe(count);
        expect(own.sections).toBeUndefined();
      }
    }
    expect(sections.reduce((sum, { claims: count }) => sum + count, 0)).toBe(2);
  });

  it('are asked for in numbers and parts that there are', async () => {
    for (const wanted of ['first=0', 'first=2001', 'each=x', 'part=nothing'])
      expect((await send('GET', `/matrix/cell${query}&${wanted}`)).status, wanted).toBe(422);
  });
});

describe('a passage of a cell', () => {
  it('comes with its links and with the passages elsewhere to which they lead', async () => {
    const draft = sampleAnnotation(document, {
      ranges: [{ exact: 'De kosten dalen.' }],
      codings: [sampleCoding({ impact: 'cost' })],
    });
    const elsewhere = (await send('POST', '/annotations', draft)).json.id as string;
    const links = [
      { id: uuid(), from: first, to: second, kind: 'contradicts' },
      { id: uuid(), from: elsewhere, to: first, kind: 'supports' },
    ];
    for (const link of links) await send('POST', '/links', link);
    const query = '?row=voornemen&column=court-workload';
    const cell = cellResponseSchema.parse((await send('GET', `/matrix/cell${query}`)).json);
    expect(cell.links.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual(links);
    expect(cell.linked.map(({ id }) => id)).toEqual([elsewhere]);
    for (const { id } of links) await send('DELETE', `/links/${id}`, undefined, { 'If-Match': '*' });
    await send('DELETE', `/annotations/${elsewhere}`, undefined, { 'If-Match': '*' });
  });
});

describe('what each article does', () => {
  it('is told under filters, and not again while nothing changed', async () => {
    const draft = sampleAnnotation(document, {
      ranges: [{ exact: 'Artikel II schrapt het voornemen.' }],
      codings: [sampleCoding({ provision: 'art. II' })],
    });
    const made = (await send('POST', '/annotations', draft)).json.id as string;
    const answer = await send('GET', '/matrix/articles?provision=art.%20II');
    const { articles } = articlesResponseSchema.parse(answer.json);
    expect(articles).toMatchObject([
      { article: 'art. II', versions: [{ effects: [{ safeguard: 'voornemen' }] }] },
    ]);
    const headers = { 'if-none-match': answer.headers.get('etag') ?? '' };
    expect((await send('GET', '/matrix/articles?provision=art.%20II', undefined, headers)).status).toBe(304);
    expect((await send('GET', '/matrix/articles?article=art.%20III')).json.articles).toEqual([]);
    expect((await send('GET', '/matrix/articles?fold=x')).status).toBe(422);
    expect((await send('GET', '/matrix/articles?lines=-1')).status).toBe(422);
    await send('DELETE', `/annotations/${made}`, undefined, { 'If-Match': '*' });
  });
});

describe('very many articles', () => {
  it('are told as far as a page of them goes, and then by name; each is told whole by itself', async () => {
    const { slug, owner } = await server.addDossier();
    const request = (method: string, path: string, body?: unknown) =>
      server.request(method, `/api/v1/dossiers/${slug}${path}`, { token: owner.token, body });
    const own = (await request('POST', '/documents', sampleDocument())).json.id as string;
    const { concepts } = (await request('GET', '/codebook')).json as {
      concepts: { id: string; kind: string }[];
    };
    const [safeguards, impacts] = ['safeguard', 'impact'].map((kind) =>
      concepts.filter((concept) => concept.kind === kind).map(({ id }) => id),
    );
    const lines = (provision: string) =>
      (safeguards ?? []).flatMap((safeguard) =>
        (impacts ?? []).map((impact) =>
          sampleCoding({ ...{ safeguard, impact, provision }, speaker: 'IND' }),
        ),
      );
    const codings = ['art. 1 Vw 2000', 'art. 2 Vw 2000', 'art. 3 Vw 2000'].flatMap(lines);
    for (let start = 0; start < codings.length; start += 20) {
      const draft = sampleAnnotation(own, {
        ranges: [{ exact: `Passage ${start}` }],
        codings: codings.slice(start, start + 20),
      });
      expect((await request('POST', '/annotations', draft)).status).toBe(201);
    }
    const told = async (query: string) =>
      articlesResponseSchema
        .parse((await request('GET', `/matrix/articles${query}`)).json)
        .articles.map(
          ({ versions }) =>
            versions.flatMap(({ effects }) => effects?.map((effect) => effect.impacts.length)).length > 1,
        );
    expect(codings.length / 3).toBeLessThan(500);
    expect(await told('')).toEqual([true, false, false]);
    expect(await told('?lines=5000')).toEqual([true, true, true]);
    expect(await told('?article=art.%203%20Vw%202000')).toEqual([true]);
  });
});

describe('links and readings', () => {
  it.each([
    ['to itself', () => ({ from: first, to: first, kind: 'supports' }), 422],
    ['to nothing', () => ({ from: first, to: uuid(), kind: 'supports' }), 404],
    ['of no kind', () => ({ from: first, to: second, kind: 'likes' }), 422],
  ])('refuses a link %s', async (_what, link, status) => {
    expect((await send('POST', '/links', { id: uuid(), ...link() })).status).toBe(status);
  });

  it('drops the links of a deleted passage', async () => {
    const third = (await send('POST', '/annotations', sampleAnnotation(document))).json.id;
    await send('POST', '/links', { id: uuid(), from: third, to: first, kind: 'supports' });
    await send('DELETE', `/annotations/${third}`, undefined, { 'If-Match': '*' });
    expect((await send('GET', '/links')).json.links).toEqual([]);
  });

  it("sets one's own reading and nobody else's", async () => {
    const dossier = await server.instance.database
      .selectFrom('dossier')
      .select('id')
      .where('slug', '=', base.split('/').at(-1) ?? '')
      .executeTakeFirstOrThrow();
    const colleague = await server.addMember(dossier.id, 'reviewer');
    // Without a word it was read for all safeguards.
    const body = { document };
    await server.request('PUT', `${base}/readings`, { token: colleague.token, body });
    await send('PUT', '/readings', { document, safeguards: [] });
    const { readings } = (await send('GET', '/readings')).json;
    expect(readings).toMatchObject([{ document, reviewer: colleague.id }]);
    expect(readings[0]).not.toHaveProperty('safeguard');
  });

  it.each([
    ['an unknown safeguard', ['nergens'], 'concept-unknown'],
    ['an impact', ['cost'], 'concept-unknown'],
    ['no list', 'some', 'invalid-request'],
  ])('refuses a reading for %s', async (_what, safeguards, code) => {
    expect(await send('PUT', '/readings', { document, safeguards })).toMatchObject({
      ...{ status: 422, json: { code } },
    });
  });
});

describe('dossiers', () => {
  it('begin with the default codebook and speakers', async () => {
    const { concepts } = (await send('GET', '/codebook')).json;
    expect(concepts.length).toBe(43);
    const { speakers } = (await send('GET', '/speakers')).json;
    expect(speakers.map(({ name }: { name: string }) => name)).toContain('IND');
  });
});
