import { randomUUIDv7 as uuid } from 'node:crypto';
import { importResponseSchema } from '@waarborg/shared/api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let base: string;
let token: string;
let document: string;

beforeAll(async () => {
  server = await createTestServer();
});
beforeEach(async () => {
  const { slug, owner } = await server.addDossier();
  base = `/api/v1/dossiers/${slug}`;
  token = owner.token;
  document = (await server.request('POST', `${base}/documents`, { token, body: sampleDocument() })).json.id;
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const get = async (path: string) => (await server.request('GET', `${base}${path}`, { token })).json;
const send = (body: unknown, query = '', headers: Record<string, string> = {}) =>
  server.request('POST', `${base}/imports${query}`, { token, body, headers });
const sendLines = (lines: readonly unknown[], query = '') =>
  send(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'), query, {
    'content-type': 'application/x-ndjson',
  });
/** All that a refused or dry batch must leave as it is. */
const state = async () => ({
  dossier: await get(''),
  annotations: (await get('/annotations')).annotations,
  speakers: (await get('/speakers?limit=500')).speakers,
  documents: (await get('/documents')).documents,
});
const several = (count: number) => Array.from({ length: count }, () => sampleAnnotation(document));
const webAnnotation = (source: string) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  body: {
    ...{ type: ['SpecificResource', 'Coding'], safeguard: 'voornemen', direction: 'unclear', basis: 'norm' },
    speaker: 'Vereniging van Toetsers',
  },
  target: { source, selector: { type: 'TextQuoteSelector', exact: 'Het voornemen vervalt.' } },
  'example:kept': 'ja',
});

describe('an import', () => {
  it.each([
    ['a list', (drafts: unknown[]) => send(drafts)],
    ['lines, some of them empty', (drafts: unknown[]) => sendLines([...drafts, '', ' '])],
  ])('takes %s as one revision', async (_what, sendDrafts) => {
    const before = (await get('')).revision;
    const answer = await sendDrafts(several(600));
    expect(answer.status, answer.text).toBe(200);
    expect(importResponseSchema.parse(answer.json)).toEqual({
      ...{
        revision: before + 1,
        created: 600,
        codings: 600,
        unchanged: 0,
        newSpeakers: [],
        newDocuments: [],
      },
    });
    expect((await get('/matrix')).totals.all.claims).toBeGreaterThan(0);
    const { changes } = await get(`/changes?since=${before}`);
    expect(changes).toMatchObject([{ revision: before + 1, operation: 'import-annotations' }]);
    expect(changes[0].items).toHaveLength(600);
  });

  it('keeps every part of an annotation as a single request does', async () => {
    const codings = [
      sampleCoding({ speaker: 'RvdR', reportedBy: 'IND', stage: 'proposed', provision: 'art. 39 Vw 2000' }),
      sampleCoding({ quantity: { value: 660_000, to: 800_000, unit: 'EUR', period: 'P1Y' } }),
    ];
    const draft = sampleAnnotation(document, {
      codings,
      note: '<b>Let op</b> 🧭',
      rendition: 'a'.repeat(64),
    });
    await send([draft]);
    const twin = { ...draft, id: uuid() };
    const single = (await server.request('POST', `${base}/annotations`, { token, body: twin })).json;
    const imported = await get(`/annotations/${draft.id}`);
    const plain = ({ codings: kept, ...rest }: typeof imported) => ({
      ...rest,
      ...{ id: '', created: '', modified: '', revision: 0 },
      codings: kept.map(({ id: _, ...coding }: { id: string }) => coding),
    });
    expect(plain(imported)).toEqual(plain(single));
  });

  it('takes Web Annotations, and gives them back with what it does not understand', async () => {
    const answer = await sendLines([webAnnotation('https://example.org/a.html'), ...several(1)]);
    expect(answer.json).toMatchObject({ created: 2, newSpeakers: ['Vereniging van Toetsers'] });
    expect(answer.json.newDocuments).toEqual(['https://example.org/a.html']);
    const [first, second] = (await get('/annotations')).annotations;
    const imported = [first, second].find(({ source }) => source === 'https://example.org/a.html');
    const address = base.replace('/api/v1/dossiers', '/annotations');
    const given = await server.request('GET', `${address}/${imported.id}`, { token });
    expect(given.json).toMatchObject({ 'example:kept': 'ja' });
  });

  it('keeps the numbers of somebody else as they are written, as a list and line by line', async () => {
    const [list, line] = ['a', 'b'].map((name) => webAnnotation(`https://example.org/${name}.html`));
    const exact = { big: '12345678901234567890', small: '0.1234567890123456789' };
    const written = (annotation: unknown) =>
      JSON.stringify(annotation).replace(
        /\}$/u,
        `,"example:big":${exact.big},"example:small":[${exact.small}]}`,
      );
    const headers = { 'content-type': 'application/json' };
    expect((await send(`[${written(list)}]`, '', headers)).status).toBe(200);
    expect((await sendLines([written(line)])).status).toBe(200);
    const address = base.replace('/api/v1/dossiers', '/annotations');
    for (const { id } of (await get('/annotations')).annotations) {
      const { text } = await server.request('GET', `${address}/${id}`, { token });
      expect(text).toContain(`"example:big":${exact.big}`);
      expect(text).toContain(`"example:small":[${exact.small}]`);
    }
    const file = await server.request('GET', `${base}/exports/jsonld`, { token });
    expect(file.text.split(exact.big)).toHaveLength(3);
  });

  it('brings Web Annotations once, by the address at which they were, whatever became of them since', async () => {
    const known = { ...webAnnotation('https://example.org/a.html'), id: 'https://hypothes.is/a/1' };
    expect((await send([known, known])).json).toMatchObject({ created: 2, codings: 2, unchanged: 0 });
    expect((await send([known, known])).json).toMatchObject({ created: 0, unchanged: 2 });

    const { annotations } = await get('/annotations');
    const own = `${base}/annotations/${annotations[0].id}`;
    await server.request('DELETE', own, { token, headers: { 'if-match': '*' } });
    const kept = await server.request('GET', `${base}/exports/jsonld`, { token });
    const items = kept.json.first.items.map((item: object) => ({
      '@context': kept.json['@context'],
      ...item,
    }));
    expect((await send(items)).json).toMatchObject({ created: 0, unchanged: 1, newDocuments: [] });
    expect((await send([known, known])).json).toMatchObject({ created: 0, unchanged: 2 });

    // A document without an address is not made anew for what is known of it.
    const bare = sampleAnnotation(document, { source: `urn:uuid:${document}` });
    await send([bare]);
    const other = await server.request('GET', `${base}/exports/jsonld`, { token });
    const all = other.json.first.items.map((item: object) => ({
      '@context': other.json['@context'],
      ...item,
    }));
    expect((await send(all)).json).toMatchObject({ created: 0, unchanged: 2, newDocuments: [] });

    // In another dossier of the same server they become annotations of their own, also only once.
    const { slug, owner } = await server.addDossier();
    const path = `/api/v1/dossiers/${slug}/imports`;
    const there = () => server.request('POST', path, { token: owner.token, body: items });
    expect((await there()).json).toMatchObject({ created: 1, unchanged: 0 });
    expect((await there()).json).toMatchObject({ created: 0, unchanged: 1 });
  });

  it('tells every mistake with its line, and keeps nothing of the batch', async () => {
    const before = await state();
    const [good, ...others] = several(5);
    const answer = await sendLines([
      good,
      '{"broken": ',
      { ...others[0], codings: [{ ...sampleCoding(), direction: 'sideways' }] },
      { ...others[1], ranges: [] },
    ]);
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
    expect(answer.json.errors.map(({ path }: { path: string }) => path)).toEqual([
      'line 2',
      'line 3: codings.[0].direction',
      'line 4: ranges',
    ]);
    const unknown = await send([
      { ...others[2], codings: [sampleCoding({ speaker: 'Een nieuwe spreker' })] },
      { ...others[3], document: uuid(), codings: [] },
      { ...others[1], codings: [sampleCoding({ safeguard: 'nergens' })] },
    ]);
    expect(unknown.status).toBe(422);
    expect(unknown.json.errors).toMatchObject([
      { path: '[1].document', message: expect.stringContaining('document-not-found') },
      { path: '[2].codings[0].safeguard', message: 'concept-unknown: nergens' },
    ]);
    expect(await state()).toEqual(before);
  });

  it('refuses the same id twice, and one that is taken by something else', async () => {
    const [one, other] = several(2);
    expect((await send([one, one])).json.errors).toMatchObject([{ path: '[1].id' }]);
    await send([one]);
    const changed = await send([other, { ...one, note: 'anders' }]);
    expect(changed.json.errors).toMatchObject([
      { path: '[1]', message: expect.stringContaining('annotation-exists') },
    ]);
    await server.request('DELETE', `${base}/annotations/${one?.id}`, { token, headers: { 'if-match': '*' } });
    expect((await send([one])).status).toBe(422);
  });

  it('can be sent again: what is there already is left as it is', async () => {
    const drafts = several(3);
    const { revision } = (await send(drafts.slice(0, 2))).json;
    expect((await send(drafts)).json).toMatchObject({ revision: revision + 1, created: 1, unchanged: 2 });
    const again = await send(drafts);
    expect(again.json).toEqual({ created: 0, codings: 0, unchanged: 3, newSpeakers: [], newDocuments: [] });
    expect((await get('')).revision).toBe(revision + 1);
  });

  it('is answered as the first time when the same request comes again', async () => {
    const [drafts, headers] = [several(2), { 'idempotency-key': uuid() }];
    const first = await send(drafts, '', headers);
    expect((await send(drafts, '', headers)).json).toEqual(first.json);
    expect((await send(several(2), '', headers)).json.code).toBe('idempotency-key-reused');
  });

  it('says in a dry run what it would do, and does nothing', async () => {
    const before = await state();
    const codings = [sampleCoding({ speaker: 'Een nieuwe spreker' })];
    const drafts = [sampleAnnotation(document, { codings }), webAnnotation('https://example.org/b.html')];
    const headers = { 'idempotency-key': uuid() };
    const dry = await send(drafts, '?dryRun=true', headers);
    expect(dry).toMatchObject({
      status: 200,
      json: { created: 2, unchanged: 0, newSpeakers: ['Een nieuwe spreker', 'Vereniging van Toetsers'] },
    });
    expect(dry.json).not.toHaveProperty('revision');
    expect(await state()).toEqual(before);
    expect((await send([{ ...drafts[0], ranges: [] }], '?dryRun=true')).status).toBe(422);
  });

  it.each([
    ['nothing', '', 400, 'invalid-json'],
    ['no list', '{}', 422, 'invalid-request'],
    ['a list of nothing', '[null, 7]', 422, 'invalid-request'],
    ['more than a batch holds', JSON.stringify(Array(2_001).fill(0)), 422, 'invalid-request'],
  ])('refuses %s', async (_what, body, status, code) => {
    expect(await send(body)).toMatchObject({ status, json: { code } });
  });

  it('is for reviewers, in JSON', async () => {
    const dossier = (await get('')).id;
    const reader = await server.addMember(dossier, 'reader');
    const asReader = await server.request('POST', `${base}/imports`, { token: reader.token, body: [] });
    expect(asReader.status).toBe(403);
    expect((await send('x', '', { 'content-type': 'text/csv' })).status).toBe(415);
  });
});
