import { createHash, randomUUIDv7 as uuid } from 'node:crypto';
import { documentSchema } from '@waarborg/shared/dossier';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let base: string;
let token: string;

beforeAll(async () => {
  server = await createTestServer();
  const { slug, owner } = await server.addDossier();
  base = `/api/v1/dossiers/${slug}/documents`;
  token = owner.token;
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const send = (method: string, path = '', body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, `${base}${path}`, { token, body, headers });
const correct = (id: string, body: unknown, version = '*') =>
  send('PUT', `/${id}`, body, { 'If-Match': version });
const ecli = () => ({
  scheme: 'ecli' as const,
  value: `ECLI:NL:RBDHA:2026:${Math.floor(Math.random() * 1e9)}`,
});

describe('proposing a document', () => {
  it('adds it with its issuer from the authority list', async () => {
    const draft = sampleDocument({ issuer: 'Immigratie- en Naturalisatiedienst' });
    const answer = await send('POST', '', draft);
    expect(answer).toMatchObject({
      status: 201,
      json: { ...draft, issuer: expect.any(String), aliases: [] },
    });
    expect((await send('GET', `/${draft.id}`)).json).toEqual(answer.json);
  });

  it.each([
    ['a day that no calendar has', { date: '2023-02-29' }],
    ['a title of spaces', { title: ' \t' }],
  ])('refuses %s, and so does a correction', async (_, wrong) => {
    const [path] = Object.keys(wrong);
    const refusal = { status: 422, json: { code: 'invalid-request', errors: [{ path }] } };
    expect(await send('POST', '', sampleDocument(wrong))).toMatchObject(refusal);
    const { id } = (await send('POST', '', sampleDocument())).json;
    expect(await correct(id, wrong)).toMatchObject(refusal);
    expect((await correct(id, { date: '2024-02-29', title: ' Brief ' })).status).toBe(200);
  });

  it('refuses what is packed, which nothing here unpacks', async () => {
    const answer = await send('POST', '', sampleDocument(), { 'Content-Encoding': 'gzip' });
    expect(answer).toMatchObject({ status: 415, json: { errors: [{ path: 'Content-Encoding' }] } });
  });

  it('needs no address and no identifier', async () => {
    const { addresses: _, identifiers: __, ...draft } = sampleDocument();
    const answer = await send('POST', '', draft);
    expect(answer).toMatchObject({ status: 201, json: { addresses: [], identifiers: [] } });
  });

  it('learns more addresses than are proposed at once, and can be read with them', async () => {
    const identifiers = [ecli()];
    const propose = (name: string) => {
      const addresses = Array.from({ length: 40 }, (_, index) => ({
        address: `https://${name}.example/${index}-${identifiers[0]?.value}`,
        mediaType: 'text/html' as const,
      }));
      return send('POST', '', sampleDocument({ addresses, identifiers }));
    };
    await propose('een');
    const { json } = await propose('twee');
    expect(documentSchema.parse(json).addresses).toHaveLength(80);
  });

  it('finds it again by an identifier, learns the copy, and keeps the proposed id as an alias', async () => {
    const identifier = ecli();
    const html = sampleDocument({ identifiers: [identifier] });
    const pdf = sampleDocument({
      title: 'Andere titel',
      identifiers: [{ ...identifier, value: identifier.value.toLowerCase() }],
      addresses: [{ address: `https://example.org/${uuid()}.pdf`, mediaType: 'application/pdf' }],
    });
    await send('POST', '', html);
    const answer = await send('POST', '', pdf);
    expect(answer).toMatchObject({
      status: 200,
      json: {
        id: html.id,
        title: 'Brief',
        aliases: [pdf.id],
        addresses: [...html.addresses, ...pdf.addresses],
      },
    });
    expect((await send('GET', `/${pdf.id}`)).json.id).toBe(html.id);
  });

  it('finds it again by an address, whatever follows a visitor around', async () => {
    const first = sampleDocument();
    const [address] = first.addresses;
    const again = sampleDocument({
      addresses: [{ address: `${address?.address}?utm_source=x`, mediaType: 'text/html' }],
    });
    await send('POST', '', first);
    expect((await send('POST', '', again)).json.id).toBe(first.id);
  });

  it('is another document at the same address where its identifier says so', async () => {
    const first = sampleDocument({ identifiers: [ecli()] });
    const next = sampleDocument({ addresses: first.addresses, identifiers: [ecli()] });
    await send('POST', '', first);
    expect(await send('POST', '', next)).toMatchObject({
      status: 201,
      json: { id: next.id, addresses: [], identifiers: next.identifiers },
    });
    expect((await send('GET', `/${first.id}`)).json.identifiers).toEqual(first.identifiers);
  });

  it('has another version after it has learnt a copy', async () => {
    const first = await send('POST', '', sampleDocument({ identifiers: [ecli()] }));
    const copy = sampleDocument({ identifiers: first.json.identifiers });
    const learnt = await send('POST', '', copy);
    expect(learnt.json.revision).toBe(first.json.revision + 1);
    expect(learnt.headers.get('etag')).not.toBe(first.headers.get('etag'));
  });

  it('changes nothing when it comes a second time', async () => {
    const draft = sampleDocument({ identifiers: [ecli()] });
    const first = await send('POST', '', draft);
    const again = await send('POST', '', draft);
    expect(again).toMatchObject({ status: 200, json: first.json });
  });

  it('lets identifiers decide over addresses, and takes no address from another document', async () => {
    const one = sampleDocument({ identifiers: [ecli()] });
    const two = sampleDocument({ identifiers: [ecli()] });
    await send('POST', '', one);
    await send('POST', '', two);
    const both = sampleDocument({ identifiers: two.identifiers, addresses: one.addresses });
    expect((await send('POST', '', both)).json).toMatchObject({ id: two.id, addresses: two.addresses });
  });

  it('does not join documents by the identifier of a PDF file alone', async () => {
    const identifiers = [{ scheme: 'pdf-id' as const, value: 'f00' }];
    await send('POST', '', sampleDocument({ identifiers }));
    expect((await send('POST', '', sampleDocument({ identifiers }))).status).toBe(201);
  });

  it('gives the same proposed id in two dossiers two documents', async () => {
    const draft = sampleDocument();
    await send('POST', '', draft);
    const other = await server.addDossier();
    const path = `/api/v1/dossiers/${other.slug}/documents`;
    const answer = await server.request('POST', path, { token: other.owner.token, body: draft });
    expect(answer).toMatchObject({ status: 201, json: { aliases: [draft.id] } });
    expect(answer.json.id).not.toBe(draft.id);
  });

  it.each([
    [
      'an address that is a script',
      { addresses: [{ address: 'javascript:alert(1)', mediaType: 'text/html' }] },
    ],
    ['a kind that is none', { sourceType: 'roman' }],
    ['no title', { title: '' }],
    ['a date that is none', { date: '12-05-2026' }],
    ['an id that is none', { id: '1' }],
  ])('refuses %s', async (_what, changes) => {
    expect(await send('POST', '', { ...sampleDocument(), ...changes })).toMatchObject({
      ...{ status: 422, json: { code: 'invalid-request' } },
    });
  });
});

describe('correcting a document', () => {
  it('changes what is named, and takes away what is null', async () => {
    const draft = sampleDocument();
    await send('POST', '', draft);
    const named = await correct(draft.id, { title: 'Beter', issuer: 'Nieuwe instantie' });
    expect(named.json).toMatchObject({ title: 'Beter', date: draft.date, sourceType: draft.sourceType });
    const emptied = await correct(draft.id, { date: null, issuer: null });
    expect(emptied.json).toMatchObject({ title: 'Beter' });
    expect(emptied.json).not.toHaveProperty('date');
    expect(emptied.json).not.toHaveProperty('issuer');
  });

  it('is no change when everything is as it was', async () => {
    const draft = sampleDocument();
    const { revision } = (await send('POST', '', draft)).json;
    for (const body of [{}, { title: draft.title, date: draft.date }]) {
      expect((await correct(draft.id, body)).json.revision).toBe(revision);
    }
  });

  it('is of the version that the reviewer saw', async () => {
    const draft = sampleDocument();
    const { revision } = (await send('POST', '', draft)).json;
    expect(await send('PUT', `/${draft.id}`, { title: 'X' })).toMatchObject({
      ...{ status: 428, json: { code: 'precondition-required' } },
    });
    const first = await correct(draft.id, { title: 'Beter' }, `"${revision}"`);
    const stale = await correct(draft.id, { title: 'Anders' }, `"${revision}"`);
    expect(stale).toMatchObject({ status: 412, json: { current: first.json } });
    expect(stale.headers.get('etag')).toBe(first.headers.get('etag'));
  });

  it('needs a document that is there', async () => {
    expect(await correct(uuid(), { title: 'x' })).toMatchObject({
      ...{ status: 404, json: { code: 'document-not-found' } },
    });
  });
});

describe('the text of a document', () => {
  const text = `${'Het voornemen vervalt. '.repeat(1_000)}🏛️`;
  const id = createHash('sha256').update(text).digest('hex');
  const draft = { text, source: 'https://example.org/a.html', mediaType: 'text/html' };

  it('is kept by its hash, once, small, and given back to the letter', async () => {
    const one = (await send('POST', '', sampleDocument())).json.id;
    const two = (await send('POST', '', sampleDocument())).json.id;
    for (const document of [one, one, two]) {
      const answer = await send('POST', `/${document}/renditions`, draft);
      expect(answer).toMatchObject({ status: 201, json: { id, document, mediaType: 'text/html' } });
      expect((await send('GET', `/${document}/renditions/${id}`)).text).toBe(text);
    }
    const kept = await server.instance.database
      .selectFrom('rendition_text')
      .selectAll()
      .where('id', '=', id)
      .execute();
    expect(kept).toHaveLength(1);
    expect(kept[0]?.compressed.length).toBeLessThan(text.length / 10);
  });

  it('is not given to a document that does not have it', async () => {
    const document = (await send('POST', '', sampleDocument())).json.id;
    expect(await send('GET', `/${document}/renditions/${id}`)).toMatchObject({
      ...{ status: 404, json: { code: 'rendition-not-found' } },
    });
    expect((await send('POST', `/${uuid()}/renditions`, draft)).status).toBe(404);
  });
});
