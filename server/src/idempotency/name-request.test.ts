import { randomUUIDv7 as uuid } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let base: string;
let token: string;
let document: string;

const send = (method: string, path: string, body: unknown, headers: Record<string, string>) =>
  server.request(method, `${base}${path}`, { token, body, headers });
const revision = async () => (await server.request('GET', base, { token })).json.revision as number;

beforeAll(async () => {
  server = await createTestServer();
  const { slug, owner } = await server.addDossier();
  base = `/api/v1/dossiers/${slug}`;
  token = owner.token;
  document = (await send('POST', '/documents', sampleDocument(), {})).json.id;
});
afterAll(() => server.close());

describe('a write with an Idempotency-Key', () => {
  it('is answered the second time as the first, and done once', async () => {
    const draft = sampleAnnotation(document);
    const key = { 'Idempotency-Key': uuid() };
    const first = await send('POST', '/annotations', draft, key);
    const after = await revision();
    const again = await send('POST', '/annotations', draft, key);
    expect(again.status).toBe(201);
    expect(again.json).toEqual(first.json);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await revision()).toBe(after);
  });

  it('never turns a lost answer into a false refusal of a change', async () => {
    const made = (await send('POST', '/annotations', sampleAnnotation(document), {})).json;
    const update = { ranges: made.ranges, codings: [], note: 'nieuw' };
    const headers = { 'Idempotency-Key': uuid(), 'If-Match': `"${made.revision}"` };
    const first = await send('PUT', `/annotations/${made.id}`, update, headers);
    const later = { ...update, note: 'nog nieuwer' };
    await send('PUT', `/annotations/${made.id}`, later, { 'If-Match': `"${first.json.revision}"` });
    const again = await send('PUT', `/annotations/${made.id}`, update, headers);
    expect(again).toMatchObject({ status: 200, json: first.json });
  });

  it('is answered as the first time when there was nothing to change', async () => {
    const draft = sampleDocument();
    await send('POST', '/documents', draft, {});
    const key = { 'Idempotency-Key': uuid() };
    const first = await send('POST', '/documents', draft, key);
    await send('PUT', `/documents/${draft.id}`, { title: 'Anders' }, { 'If-Match': '*' });
    const again = await send('POST', '/documents', draft, key);
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    const other = await send('POST', '/documents', sampleDocument(), key);
    expect(other).toMatchObject({ status: 422, json: { code: 'idempotency-key-reused' } });
  });

  it('keeps a text once, and answers as the first time', async () => {
    const path = `/documents/${document}/renditions`;
    const draft = { text: uuid(), source: 'https://example.org/a.html', mediaType: 'text/html' };
    const key = { 'Idempotency-Key': uuid() };
    const first = await send('POST', path, draft, key);
    const again = await send('POST', path, draft, key);
    expect([again.status, again.text]).toEqual([201, first.text]);
    const other = await send('POST', path, { ...draft, text: uuid() }, key);
    expect(other).toMatchObject({ status: 422, json: { code: 'idempotency-key-reused' } });
  });

  it('can delete twice', async () => {
    const { id } = (await send('POST', '/annotations', sampleAnnotation(document), {})).json;
    const headers = { 'Idempotency-Key': uuid(), 'If-Match': '*' };
    expect((await send('DELETE', `/annotations/${id}`, undefined, headers)).status).toBe(204);
    expect((await send('DELETE', `/annotations/${id}`, undefined, headers)).status).toBe(204);
    const another = { ...headers, 'Idempotency-Key': uuid() };
    expect((await send('DELETE', `/annotations/${id}`, undefined, another)).status).toBe(404);
  });

  it('refuses the same key for another request', async () => {
    const key = { 'Idempotency-Key': uuid() };
    await send('POST', '/annotations', sampleAnnotation(document), key);
    const answer = await send('POST', '/annotations', sampleAnnotation(document), key);
    expect(answer).toMatchObject({ status: 422, json: { code: 'idempotency-key-reused' } });
  });

  it('may be tried again under the same key when it failed', async () => {
    const draft = sampleAnnotation(uuid());
    const key = { 'Idempotency-Key': uuid() };
    expect((await send('POST', '/annotations', draft, key)).status).toBe(404);
    await send('POST', '/documents', sampleDocument({ id: draft.document }), {});
    expect((await send('POST', '/annotations', draft, key)).status).toBe(201);
  });

  it('is done once when it comes many times at the same moment', async () => {
    const before = await revision();
    const draft = sampleDocument();
    const key = { 'Idempotency-Key': uuid() };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send('POST', '/documents', draft, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await revision()).toBe(before + 1);
  });

  it('has nothing to do with the same key of somebody else', async () => {
    const key = { 'Idempotency-Key': uuid() };
    const other = await server.addDossier();
    await send('POST', '/documents', sampleDocument(), key);
    const answer = await server.request('POST', `/api/v1/dossiers/${other.slug}/documents`, {
      ...{ token: other.owner.token, body: sampleDocument(), headers: key },
    });
    expect(answer.status).toBe(201);
  });

  it('refuses a key without characters and one that is too long', async () => {
    for (const key of ['', 'x'.repeat(256)]) {
      const answer = await send('POST', '/documents', sampleDocument(), { 'Idempotency-Key': key });
      expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
    }
  });

  it('covers every resource and the annotation container', async () => {
    const { id } = (await send('POST', '/annotations', sampleAnnotation(document), {})).json;
    const other = (await send('POST', '/annotations', sampleAnnotation(document), {})).json;
    const link = { id: uuid(), from: id, to: other.id, kind: 'supports' };
    const writes: [string, string, unknown, number][] = [
      ['PUT', `${base}/documents/${document}`, { title: 'Beter' }, 200],
      ['POST', `${base}/links`, link, 201],
      ['PUT', `${base}/readings`, { document, safeguards: ['voornemen'] }, 200],
      ['DELETE', `${base}/links/${link.id}`, undefined, 204],
      ['DELETE', `${base.replace('/api/v1/dossiers', '/annotations')}/${id}`, undefined, 204],
    ];
    for (const [method, address, body, status] of writes) {
      const request = { token, body, headers: { 'Idempotency-Key': uuid(), 'If-Match': '*' } };
      const first = await server.request(method, address, request);
      const after = await revision();
      const again = await server.request(method, address, request);
      expect(first.status, `${method} ${address} ${first.text}`).toBe(status);
      expect(again, `${method} ${address}`).toMatchObject({ status, text: first.text });
      expect(await revision()).toBe(after);
    }
  });
});
