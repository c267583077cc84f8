import { randomUUIDv7 as uuid } from 'node:crypto';
import { documentSchema } from '@waarborg/shared/dossier';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let slug: string;
let token: string;
let container: string;

beforeAll(async () => {
  server = await createTestServer();
  const dossier = await server.addDossier();
  slug = dossier.slug;
  token = dossier.owner.token;
  container = `/annotations/${slug}/`;
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const type = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, path, { token, body, headers: { 'content-type': type, ...headers } });

const coding = {
  type: ['SpecificResource', 'Coding'],
  purpose: 'classifying',
  safeguard: 'voornemen',
  measure: 'abolished',
  impact: 'cost',
  direction: 'favourable',
  basis: 'figure',
  speaker: 'IND',
  quantity: { value: 660000, to: 800000, unit: 'EUR', period: 'P1Y' },
};
const annotation = (changes: Record<string, unknown> = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  motivation: 'classifying',
  body: [coding],
  target: {
    source: 'https://zoek.officielebekendmakingen.nl/kst-36704-11.html',
    selector: [
      { type: 'TextQuoteSelector', exact: 'Het voornemen vervalt', prefix: 'a', suffix: 'b' },
      { type: 'TextPositionSelector', start: 10, end: 31 },
    ],
  },
  ...changes,
});

describe('the annotation container', () => {
  it('takes an annotation, counts it in the matrix and gives it back', async () => {
    const before = (await send('GET', `/api/v1/dossiers/${slug}/matrix`)).json.totals.all.claims;
    const made = await send('POST', container, annotation());
    expect(made.status).toBe(201);
    expect(made.headers.get('content-type')).toBe(type);
    const location = made.headers.get('location') ?? '';
    expect(made.json.id).toBe(location);
    const { json, status, headers } = await send('GET', new URL(location).pathname);
    expect(status).toBe(200);
    expect(headers.get('etag')).toMatch(/^"\d+-[\da-f]{12}"$/);
    expect(headers.get('link')).toContain('ldp#Resource');
    expect(json.body[0]).toMatchObject({ ...coding, status: 'draft' });
    expect(json.body[0].source).toContain(`/codebook/${slug}/voornemen`);
    expect(json.target).toEqual(annotation().target);
    const after = (await send('GET', `/api/v1/dossiers/${slug}/matrix`)).json.totals.all.claims;
    expect(after).toBe(before + 1);
  });

  it('names whom a speaker was merged into, along every merge, and keeps the review of what comes back so', async () => {
    const api = `/api/v1/dossiers/${slug}`;
    const add = async (name: string) =>
      (await send('POST', `${api}/speakers`, { id: uuid(), name, aliases: [], kind: 'other' })).json.id;
    const [survivor, between, old] = [await add('Dienst'), await add('Dienst i.o.'), await add('Dnst')];
    const body = [{ ...coding, speaker: 'Dnst', reportedBy: 'Dienst i.o.' }];
    const made = (await send('POST', container, annotation({ body }))).json;
    const address = new URL(made.id).pathname;
    expect(made.body[0]).toMatchObject({ speaker: 'Dnst', reportedBy: 'Dienst i.o.' });
    const id = made.body[0].id.replace('urn:uuid:', '');
    const { annotations } = (await send('GET', `${api}/annotations?limit=500`)).json;
    const known = annotations.find((one: { codings: { id: string }[] }) => one.codings[0]?.id === id);
    const review = { codings: [{ id, revision: known.revision }], status: 'accepted' };
    expect(
      (await send('POST', `${api}/reviews`, review, { 'content-type': 'application/json' })).status,
    ).toBe(200);
    for (const [from, into] of [
      [old, between],
      [between, survivor],
    ])
      expect(
        (await send('PUT', `${api}/speakers/${from}/merged-into`, { into }, { 'if-match': '*' })).status,
      ).toBe(200);

    const { json, headers } = await send('GET', address);
    expect(json.body[0]).toMatchObject({ speaker: 'Dienst', reportedBy: 'Dienst', status: 'accepted' });
    const { items } = (await send('GET', `${container}?page=0`)).json;
    expect(items.find((one: { id: string }) => one.id === made.id).body).toEqual(json.body);
    const again = await send(
      'PUT',
      address,
      { ...json, rights: 'https://creativecommons.org/publicdomain/zero/1.0/' },
      {
        'if-match': headers.get('etag') ?? '',
      },
    );
    expect([again.status, again.json.body]).toEqual([200, json.body]);
    const kept = (await send('GET', `${api}/annotations/${known.id}`)).json.codings[0];
    expect(kept).toMatchObject({ speaker: old, reportedBy: between });
    const other = { ...json, body: [{ ...json.body[0], speaker: 'Rechtspraak' }] };
    const changed = await send('PUT', address, other, { 'if-match': again.headers.get('etag') ?? '' });
    expect(changed.json.body[0]).toMatchObject({
      speaker: 'Rechtspraak',
      reportedBy: 'Dienst',
      status: 'draft',
    });
  });

  it('tells the coding in Turtle too, whatever context its sender named', async () => {
    const { json } = await send('POST', container, annotation());
    const { text } = await send('GET', new URL(json.id).pathname, undefined, { accept: 'text/turtle' });
    expect(text).toContain('waarborg:safeguard "voornemen"');
  });

  it('puts passages of one page in one document, known by its identifier', async () => {
    await send('POST', container, annotation());
    await send(
      'POST',
      container,
      annotation({
        target: {
          ...annotation().target,
          source: 'https://zoek.officielebekendmakingen.nl/kst-36704-11.pdf',
        },
      }),
    );
    const { documents } = (await send('GET', `/api/v1/dossiers/${slug}/documents`)).json;
    expect(documents).toMatchObject([
      {
        sourceType: 'parliamentary-paper',
        identifiers: [{ scheme: 'official-publication', value: 'kst-36704-11' }],
      },
    ]);
  });

  it('asks nothing of a document that it knows, and names one by the beginning of a long address', async () => {
    const source = `https://example.org/a${'🏛'.repeat(600)}`;
    const target = { ...annotation().target, source };
    const documentOf = async () => {
      const { documents } = (await send('GET', `/api/v1/dossiers/${slug}/documents`)).json;
      return documentSchema
        .array()
        .parse(documents)
        .find(({ title }) => title.startsWith(source.slice(0, 900)));
    };
    expect((await send('POST', container, annotation({ target }))).status).toBe(201);
    const document = await documentOf();
    expect(document?.title.isWellFormed()).toBe(true);
    expect((await send('POST', container, annotation({ target }))).status).toBe(201);
    expect(await documentOf()).toEqual(document);
  });

  it('keeps what it does not know, and gives it back', async () => {
    const foreign = annotation({
      id: 'https://elsewhere.example/annotations/1',
      'https://example.org/colour': { shade: ['red', 1.0, null] },
      body: [
        { ...coding, 'https://example.org/sure': true },
        { type: 'TextualBody', value: 'x', purpose: 'tagging' },
      ],
      rights: 'https://creativecommons.org/licenses/by/4.0/',
    });
    const made = await send('POST', container, foreign);
    expect(made.json).toMatchObject({
      via: 'https://elsewhere.example/annotations/1',
      rights: 'https://creativecommons.org/licenses/by/4.0/',
      'https://example.org/colour': { shade: ['red', 1, null] },
    });
    expect(made.json.body[0]['https://example.org/sure']).toBe(true);
    expect(made.json.body[1]).toEqual({ type: 'TextualBody', value: 'x', purpose: 'tagging' });
  });

  it('takes a proposed id, and the same annotation twice as once', async () => {
    const id = uuid();
    const proposed = annotation({ id: `urn:uuid:${id}` });
    const first = await send('POST', container, proposed);
    expect(first.headers.get('location')).toContain(id);
    expect((await send('POST', container, proposed)).status).toBe(200);
  });

  it('changes and deletes by version', async () => {
    const made = await send('POST', container, annotation());
    const path = new URL(made.headers.get('location') ?? '').pathname;
    const changed = { ...made.json, body: [{ ...made.json.body[0], direction: 'unclear' }] };
    expect((await send('PUT', path, changed)).status).toBe(428);
    expect((await send('PUT', path, changed, { 'if-match': '"1"' })).status).toBe(412);
    const etag = made.headers.get('etag') ?? '';
    const put = await send('PUT', path, changed, { 'if-match': etag });
    expect(put).toMatchObject({ status: 200, json: { body: [{ direction: 'unclear' }] } });
    expect((await send('DELETE', path, undefined, { 'if-match': etag })).status).toBe(412);
    expect((await send('DELETE', path)).status).toBe(204);
    expect(await send('GET', path)).toMatchObject({ status: 410, json: { code: 'annotation-deleted' } });
  });

  it('answers a repeated request as the first time, whatever became of the annotation since', async () => {
    const named = () => ({ 'idempotency-key': uuid() });
    const [creation, update] = [named(), named()];
    const seen = ({ status, json, headers }: Awaited<ReturnType<typeof send>>) =>
      [status, json, headers.get('location'), headers.get('etag')] as const;
    const create = () => send('POST', container, annotation(), creation);
    const made = await create();
    const path = new URL(made.json.id).pathname;
    const headers = { ...update, 'if-match': made.headers.get('etag') ?? '' };
    const change = () => send('PUT', path, { ...made.json, body: [] }, headers);
    const changed = await change();
    expect(changed).toMatchObject({ status: 200, json: { id: made.json.id } });
    expect(seen(await create())).toEqual(seen(made));
    expect(seen(await change())).toEqual(seen(changed));
    expect((await send('DELETE', path)).status).toBe(204);
    expect(seen(await create())).toEqual(seen(made));
    expect(seen(await change())).toEqual(seen(changed));
    expect((await send('PUT', path, made.json, named())).json.code).toBe('annotation-deleted');
  });

  it('gives the same version to whoever made it and to whoever reads it', async () => {
    const body = [{ ...coding, provision: 'art. 39 Vw 2000', reportedBy: 'Investico', stage: 'proposed' }];
    const made = await send('POST', container, annotation({ body }));
    const { headers, json } = await send('GET', new URL(made.json.id).pathname);
    expect([headers.get('etag'), json]).toEqual([made.headers.get('etag'), made.json]);
  });

  it.each([
    ['its own id', { id: 'https://elsewhere.example/annotations/2' }],
    ['its own id and an older one', { id: 'https://elsewhere.example/3', via: 'https://older.example/3' }],
    ['the id that it proposed', { id: `urn:uuid:${uuid()}` }],
  ])('takes a change under %s, as its sender keeps it', async (_what, names) => {
    const made = await send('POST', container, annotation(names));
    const path = new URL(made.json.id).pathname;
    const headers = { 'if-match': made.headers.get('etag') ?? '' };
    const put = await send('PUT', path, annotation({ ...names, body: [] }), headers);
    expect(put).toMatchObject({ status: 200, json: { id: made.json.id, via: made.json.via } });
    const other = annotation({ ...names, id: 'https://elsewhere.example/other' });
    expect((await send('PUT', path, other, { 'if-match': '*' })).status).toBe(422);
  });

  it('makes and changes nothing that is wanted in a form that there is not', async () => {
    const { total } = (await send('GET', container)).json;
    const accept = { accept: 'application/n-triples' };
    expect((await send('POST', container, annotation(), accept)).json.code).toBe('not-acceptable');
    expect((await send('GET', container)).json.total).toBe(total);
  });

  it('moves a passage to another copy of its document, and to no other document', async () => {
    const at = (source: string) => ({ target: { ...annotation().target, source } });
    const html = 'https://zoek.officielebekendmakingen.nl/kst-36704-12.html';
    const pdf = 'https://zoek.officielebekendmakingen.nl/kst-36704-12.pdf';
    await send('POST', container, annotation(at('https://example.org/anders')));
    const made = await send('POST', container, annotation(at(html)));
    const path = new URL(made.headers.get('location') ?? '').pathname;
    const put = (source: string) => send('PUT', path, annotation(at(source)), { 'if-match': '*' });
    for (const source of ['https://example.org/anders', 'https://example.org/onbekend']) {
      expect(await put(source)).toMatchObject({
        ...{ status: 422, json: { code: 'invalid-request', errors: [{ path: 'target.source' }] } },
      });
    }
    expect((await put(pdf)).status).toBe(200);
    const kept = await send('GET', path.replace(container, `/api/v1/dossiers/${slug}/annotations/`));
    expect(kept.json.source).toBe(pdf);
  });

  it('takes for a PDF what names a page of one or says so, whatever its address ends in', async () => {
    const { target } = annotation();
    const page = {
      type: 'FragmentSelector',
      conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
      value: 'page=3',
    };
    const id = 'https://example.org/download?id=';
    const targets = [
      { ...target, source: `${id}1`, selector: [...target.selector, page] },
      { ...target, source: { id: `${id}2`, format: 'application/pdf' } },
      { ...target, source: `${id}3` },
    ];
    for (const one of targets) await send('POST', container, annotation({ target: one }));
    const { documents } = (await send('GET', `/api/v1/dossiers/${slug}/documents?limit=500`)).json;
    const types = ['1', '2', '3'].map(
      (number) =>
        documents
          .flatMap(({ addresses }: { addresses: { address: string; mediaType: string }[] }) => addresses)
          .find(({ address }: { address: string }) => address === id + number).mediaType,
    );
    expect(types).toEqual(['application/pdf', 'application/pdf', 'text/html']);
  });

  it('lists its annotations in pages', async () => {
    const { json, headers } = await send('GET', container);
    expect(json.type).toContain('AnnotationCollection');
    expect(headers.get('link')).toContain('ldp#BasicContainer');
    expect(json.first.items.length).toBe(json.total);
    const page = await send('GET', new URL(json.first.id).pathname + new URL(json.first.id).search);
    expect(page.json).toMatchObject({ type: 'AnnotationPage', startIndex: 0, partOf: { total: json.total } });
    expect(page.json.items.length).toBe(json.total);
    expect((await send('GET', `${container}?page=99`)).status).toBe(404);
    expect((await send('GET', `${container}?page=x`)).status).toBe(404);
    expect((await send('GET', `${container}?page=`)).status).toBe(404);
    expect((await send('GET', `${container}?pagina=1`)).status).toBe(422);
  });

  it('counts positions in code points outside and in code units inside, by the text that was read', async () => {
    const base = `/api/v1/dossiers/${slug}`;
    const source = `https://example.org/${uuid()}.html`;
    const text = '👩‍⚖️ zei 🙂🙂: Het voornemen vervalt 🏛️, en dat is erg.';
    const exact = 'Het voornemen vervalt 🏛️';
    const draft = { ...sampleDocument(), addresses: [{ address: source, mediaType: 'text/html' }] };
    const document = (await send('POST', `${base}/documents`, draft)).json.id;
    const rendition = { text, source, mediaType: 'text/html' };
    await server.request('POST', `${base}/documents/${document}/renditions`, { token, body: rendition });
    const start = [...text.slice(0, text.indexOf(exact))].length;
    const selector = [
      { type: 'TextQuoteSelector', exact },
      { type: 'TextPositionSelector', start, end: start + [...exact].length },
    ];
    const made = await send('POST', container, annotation({ target: { source, selector } }));
    const path = new URL(made.json.id).pathname;
    const { json } = await send('GET', path.replace(container, `${base}/annotations/`));
    const [range] = json.ranges;
    expect(text.slice(range.start, range.end)).toBe(exact);
    expect(range.start).not.toBe(start);
    // Marked anew inside, it is written by us and not as it came.
    const ranges = [{ ...range, exact: 'vervalt 🏛️', start: range.start + 14 }];
    const { codings } = json;
    const drafts = codings.map(({ status: _, ...coding }: Record<string, unknown>) => coding);
    const moved = await server.request('PUT', path.replace(container, `${base}/annotations/`), {
      ...{ token, headers: { 'if-match': '*' } },
      body: { ranges, codings: drafts },
    });
    expect(moved.status, moved.text).toBe(200);
    expect((await send('GET', path)).json.target.selector).toContainEqual({
      ...{ type: 'TextPositionSelector', start: start + 14, end: start + 14 + [...'vervalt 🏛️'].length },
    });
  });

  it('says what it takes, and where it is', async () => {
    const options = await send('OPTIONS', container);
    expect(options.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    expect(options.headers.get('accept-post')).toBe(type);
    const text = await send('POST', container, annotation(), { 'content-type': 'text/plain' });
    expect(text).toMatchObject({ status: 415, json: { code: 'unsupported-media-type' } });
    const moved = await send('GET', `${container.slice(0, -1)}?page=0`);
    expect([moved.status, moved.headers.get('location')?.endsWith(`${container}?page=0`)]).toEqual([
      308,
      true,
    ]);
  });

  it('names safeguards by addresses that say what they are, to members', async () => {
    const { json } = await send('POST', container, annotation());
    const path = new URL(json.body[0].source).pathname;
    expect(await send('GET', path)).toMatchObject({
      ...{ status: 200, json: { '@id': json.body[0].source, 'skos:notation': 'voornemen' } },
    });
    expect((await send('GET', `/codebook/${slug}/nergens`)).json.code).toBe('not-found');
    expect((await server.request('GET', path)).json.code).toBe('unauthenticated');
  });

  it.each([
    ['no JSON', '{', 400, 'invalid-json'],
    ['nesting without end', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 400, 'invalid-json'],
    ['nothing', {}, 422, 'invalid-request'],
    ['no target', annotation({ target: undefined }), 422, 'invalid-request'],
    [
      'a script as source',
      annotation({ target: { ...annotation().target, source: 'javascript:alert(1)' } }),
      422,
      'invalid-request',
    ],
    [
      'a coding without safeguard',
      annotation({ body: [{ ...coding, safeguard: undefined }] }),
      422,
      'invalid-request',
    ],
    [
      'an unknown safeguard',
      annotation({ body: [{ ...coding, safeguard: 'nergens' }] }),
      422,
      'concept-unknown',
    ],
    [
      'a coding without speaker in a page without issuer',
      annotation({ body: [{ ...coding, speaker: undefined }] }),
      422,
      'invalid-request',
    ],
  ])('refuses %s', async (_what, body, status, code) => {
    expect(await send('POST', container, body)).toMatchObject({ status, json: { code } });
  });
});
