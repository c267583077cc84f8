import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let slug: string;
let token: string;
const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, `/api/v1/dossiers/${slug}${path}`, { token, body, headers });
const propose = async (changes: Parameters<typeof sampleDocument>[0]) =>
  (await send('POST', '/documents', sampleDocument(changes))).json.id as string;
const mark = async (document: string, exact: string) =>
  (await send('POST', '/annotations', sampleAnnotation(document, { ranges: [{ exact }] }))).json;
const keep = (document: string, text: string, source = 'https://example.org/brief.html') =>
  send('POST', `/documents/${document}/renditions`, { text, source, mediaType: 'text/html' });
const list = async (query = '') => (await send('GET', `/references${query}`)).json;
const keys = async (query: string) =>
  (await list(query)).references.map(({ key }: { key: string }) => key) as string[];

let letter: string;
let advice: string;
let memorandum: string;
let passage: { id: string; document: string; revision: number };

beforeAll(async () => {
  server = await createTestServer();
  const dossier = await server.addDossier();
  ({ slug } = dossier);
  ({ token } = dossier.owner);
  letter = await propose({ title: 'Brief' });
  advice = await propose({ title: 'Advies' });
  memorandum = await propose({
    title: 'Memorie van toelichting',
    identifiers: [{ scheme: 'official-publication', value: 'kst-36704-3' }],
  });
  passage = await mark(letter, 'Artikel 28 van de Vw 2000 vervalt (Kamerstukken II 2024/25, 36704, nr. 3).');
  await keep(letter, 'Zie ECLI:NL:RVS:2013:298 en artikel 31 Vw 2000.');
  await keep(advice, 'Volgens ECLI:NL:RVS:2013:298 en Kamerstukken II 2024/25, 36704, nr. 11.');
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

describe('what a dossier cites', () => {
  it('is listed by who cites it, in passages and texts, with whether the dossier has it', async () => {
    const { references, total } = await list();
    expect(total).toBe(4);
    expect(references[0]).toMatchObject({
      key: 'ecli ecli:nl:rvs:2013:298',
      ...{ group: 'rulings', documents: 2, passages: 0, articles: [] },
    });
    expect(references.find(({ group }: { group: string }) => group === 'laws')).toMatchObject({
      ...{ canonical: 'Vw 2000', documents: 1, passages: 1 },
      articles: [
        { article: 'art. 28', documents: 1, passages: 1 },
        { article: 'art. 31', documents: 1, passages: 0 },
      ],
    });
    expect(await keys('?inDossier=yes')).toEqual(['official-publication kst-36704-3']);
    expect(await keys('?inDossier=no&group=papers')).toEqual(['official-publication kst-36704-11']);
  });

  it('is found by every name, filtered by the document that cites, and paged', async () => {
    expect(await keys('?q=vreemdelingenwet')).toEqual(['bwb bwbr0011823']);
    expect(await keys('?q=kamerstukken%2036704&sort=name')).toEqual([
      'official-publication kst-36704-3',
      'official-publication kst-36704-11',
    ]);
    expect(await keys(`?document=${advice}&sort=name`)).toEqual([
      'ecli ecli:nl:rvs:2013:298',
      'official-publication kst-36704-11',
    ]);
    const first = await list('?limit=3');
    const second = await list(`?limit=3&cursor=${encodeURIComponent(first.next)}`);
    expect([first.references.length, second.references.length, second.next]).toEqual([3, 1, undefined]);
    expect((await send('GET', `/references?document=${uuid()}`)).status).toBe(404);
    expect((await send('GET', '/references?group=nothing')).status).toBe(422);
    for (const limit of ['1e2', '0x10', '', '-1', '2.5'])
      expect((await send('GET', `/references?limit=${limit}`)).status, limit).toBe(422);
  });

  it('leads to each passage that cites a source or an article, and to the documents', async () => {
    const law = (await send('GET', '/references/citing?source=bwb%20bwbr0011823')).json;
    expect(law).toMatchObject({ annotations: [passage], documents: [letter], total: 1 });
    const article = (await send('GET', '/references/citing?source=bwb%20bwbr0011823&article=art.%2031')).json;
    expect(article).toMatchObject({ annotations: [], documents: [letter], total: 0 });
    const nothing = (await send('GET', '/references/citing?source=nothing')).json;
    expect(nothing).toMatchObject({ annotations: [], documents: [] });
    expect(nothing.reference).toBeUndefined();
    expect((await send('GET', '/references/citing')).status).toBe(422);
  });

  it('answers 304 while nothing changed, and follows changes, newer texts, merges and undo', async () => {
    const { etag = '' } = Object.fromEntries((await send('GET', '/references')).headers);
    expect((await send('GET', '/references', undefined, { 'If-None-Match': etag })).status).toBe(304);
    const added = await mark(advice, 'In strijd met artikel 3 EVRM.');
    expect((await send('GET', '/references', undefined, { 'If-None-Match': etag })).status).toBe(200);
    expect(await keys('?q=evrm')).toEqual(['bwb bwbv0001000']);
    await send('DELETE', `/annotations/${added.id}`, undefined, { 'If-Match': `"${added.revision}"` });
    expect(await keys('?q=evrm')).toEqual([]);
    await keep(advice, 'De nieuwe versie noemt ECLI:NL:RVS:2013:298 en verder niets.');
    expect(await keys('?q=36704')).toEqual(['official-publication kst-36704-3']);
    await send('PUT', `/documents/${advice}/merged-into`, { into: letter });
    expect((await list('?group=rulings')).references[0]).toMatchObject({ documents: 1 });
    expect((await send('GET', `/documents/${letter}/merged`)).json.documents).toMatchObject([
      { id: advice, mergedInto: letter },
    ]);
    await send('DELETE', `/documents/${advice}/merged-into`);
    expect((await list('?group=rulings')).references[0]).toMatchObject({ documents: 2 });
  });

  it('finds a ruling of the dossier by an identifier that a document learns later', async () => {
    await propose({ identifiers: [{ scheme: 'ecli', value: 'ECLI:NL:RVS:2013:298' }] });
    expect(await keys('?inDossier=yes&group=rulings')).toEqual(['ecli ecli:nl:rvs:2013:298']);
    expect(memorandum).not.toBe(letter);
  });
});

describe('passages that are gone', () => {
  it('are counted by document and can be listed apart', async () => {
    const {
      id,
      document: _,
      creator: _c,
      created: _d,
      modified: _m,
      revision,
      ...content
    } = (await send('GET', `/annotations/${passage.id}`)).json;
    const gone = { ...content, gone: '2026-11-01T10:00:00Z' };
    await send('PUT', `/annotations/${id}`, gone, { 'If-Match': `"${revision}"` });
    await mark(letter, 'Deze woorden staan er nog.');
    expect((await send('GET', '/passage-counts')).json.counts).toEqual([
      { document: letter, passages: 2, gone: 1 },
    ]);
    const listed = async (query: string) => (await send('GET', `/annotations?${query}`)).json.total;
    expect(await Promise.all([listed('gone=true'), listed('gone=false'), listed('')])).toEqual([1, 1, 2]);
    expect((await send('GET', '/annotations?gone=maybe')).status).toBe(422);
  });
});
