import { randomUUIDv7 as uuid } from 'node:crypto';
import { articlesResponseSchema } from '@waarborg/shared/api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const text = [
  ...['Hebben goedgevonden en verstaan:', 'ARTIKEL I', 'De Wachtwet wordt als volgt gewijzigd:'],
  ...['A', 'Artikel 1 vervalt met ingang van morgen.', 'B', 'Artikel 2 vervalt met ingang van morgen.'],
  ...['ARTIKEL II', 'Artikel 5 van de Haastwet vervalt.', 'ARTIKEL III', 'Deze wet treedt in werking.'],
].join('\n');
const source = 'https://example.org/wet.html';

let server: TestServer;
let base: string;
let token: string;

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, `${base}${path}`, { token, body, headers });
const billOf = async (query = '') =>
  articlesResponseSchema.parse((await send('GET', `/matrix/articles${query}`)).json).bill;
const shortRows = async (query = '') =>
  (await billOf(query))?.rows.map(({ article, naming, before }) => [article, naming, before]);

async function addDocument(title: string): Promise<string> {
  const draft = sampleDocument({ title, sourceType: 'parliamentary-paper' });
  return (await send('POST', '/documents', draft)).json.id;
}
async function addBill(): Promise<string> {
  const id = await addDocument('Wachtwet; Voorstel van wet');
  await send('POST', `/documents/${id}/renditions`, { text, source, mediaType: 'text/html' });
  return id;
}
const code = (document: string, provision: string) =>
  send('POST', '/annotations', sampleAnnotation(document, { codings: [sampleCoding({ provision })] }));

beforeAll(async () => {
  server = await createTestServer();
});
beforeEach(async () => {
  const { slug, owner } = await server.addDossier(`wet-${uuid()}`);
  base = `/api/v1/dossiers/${slug}`;
  token = owner.token;
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

describe('articles of the bill of which nobody says anything', () => {
  it('are told where the bill has them, with words that lead there', async () => {
    const bill = await addBill();
    await code(await addDocument('Brief'), 'art. I, onderdeel B');
    expect(await billOf()).toEqual({
      ...{ document: bill, title: 'Wachtwet; Voorstel van wet', isNamed: false, read: 'not-read' },
      ...{ source, articles: 4, unnamed: 3, more: 0 },
      rows: [
        {
          ...{ article: 'art. I, onderdeel A', naming: 'nowhere', before: 0 },
          words: 'Artikel 1 vervalt met ingang van morgen.',
        },
        {
          ...{ article: 'art. II', naming: 'nowhere', before: 1 },
          words: 'Artikel 5 van de Haastwet vervalt.',
        },
        { article: 'art. III', naming: 'nowhere', before: 1, words: 'Deze wet treedt in werking.' },
      ],
    });
  });

  it('are not said to be unnamed where filters leave out what names them', async () => {
    const bill = await addBill();
    await code(bill, 'art. I');
    await code(bill, 'art. II');
    expect(await shortRows('?measure=introduced')).toEqual([
      ['art. I, onderdeel A', 'left-out', 0],
      ['art. I, onderdeel B', 'left-out', 0],
      ['art. II', 'left-out', 0],
      ['art. III', 'nowhere', 0],
    ]);
    expect(await shortRows()).toEqual([
      ['art. I, onderdeel A', 'as-a-whole', 1],
      ['art. I, onderdeel B', 'as-a-whole', 1],
      ['art. III', 'nowhere', 2],
    ]);
    expect(await billOf('?measure=introduced')).toMatchObject({ articles: 4, unnamed: 1 });
    expect(await billOf('?article=art.%20II')).toBeUndefined();
    expect(await billOf('?provision=art.%20II')).toBeUndefined();
  });

  it('say whether anybody read the bill, and for what', async () => {
    const document = await addBill();
    await send('PUT', '/readings', { document, safeguards: ['minors'] });
    expect(await billOf()).toMatchObject({ read: 'partly' });
    expect(await billOf('?safeguard=minors')).toMatchObject({ read: 'read' });
    expect(await billOf('?safeguard=interpreter')).toMatchObject({ read: 'not-read' });
    await send('PUT', '/readings', { document });
    expect(await billOf()).toMatchObject({ read: 'read' });
  });

  it('are unknown where no text of the bill is kept, or none that has articles', async () => {
    expect(await billOf()).toBeUndefined();
    const id = await addDocument('Wachtwet; Voorstel van wet');
    expect(await billOf()).toMatchObject({ document: id, articles: 0, rows: [] });
    const letter = { text: 'Geachte voorzitter', source, mediaType: 'text/html' };
    await send('POST', `/documents/${id}/renditions`, letter);
    expect(await billOf()).not.toHaveProperty('source');
  });

  it('follow a bill that was merged into another copy of it', async () => {
    const bill = await addBill();
    const copy = await addDocument('Wachtwet (pdf); Voorstel van wet');
    expect(await billOf()).toBeUndefined();
    await send('PUT', `/documents/${bill}/merged-into`, { into: copy });
    expect(await billOf()).toMatchObject({ document: copy, source, articles: 4 });
  });
});

describe('the bill that a dossier names', () => {
  const name = async (bill?: string) => {
    const { title, withoutText } = (await send('GET', '/settings')).json;
    return send('PUT', '/settings', { title, withoutText, bill }, { 'If-Match': '*' });
  };

  it('goes before the one that says of itself that it is the bill, until it is named no longer', async () => {
    const bill = await addBill();
    const other = await addDocument('Nota van wijziging');
    const named = await name(other);
    expect(named).toMatchObject({ status: 200, json: { bill: other } });
    expect((await send('GET', '/settings')).json).toMatchObject({ bill: other });
    expect(await billOf()).toMatchObject({ document: other, isNamed: true });
    expect((await name(other)).json.revision).toBe(named.json.revision);
    expect((await name()).json).not.toHaveProperty('bill');
    expect(await billOf()).toMatchObject({ document: bill, isNamed: false });
  });

  it('is one of its documents', async () => {
    expect(await name(uuid())).toMatchObject({ status: 404, json: { code: 'document-not-found' } });
    expect((await name('wet')).status).toBe(422);
  });

  it('is what it was merged into, and none where it was deleted, until that is undone', async () => {
    const bill = await addDocument('Wet, eerste kopie');
    const copy = await addDocument('Wet, tweede kopie');
    await name(bill);
    await send('PUT', `/documents/${bill}/merged-into`, { into: copy });
    expect(await billOf()).toMatchObject({ document: copy, isNamed: true });
    const other = await addDocument('Wet, derde kopie');
    await name(other);
    await send('DELETE', `/documents/${other}`, undefined, { 'If-Match': '*' });
    expect(await billOf()).toBeUndefined();
    // Other settings can be changed all the same.
    expect(await name(other)).toMatchObject({ status: 200 });
    const { revision } = (await send('GET', '/changes?limit=500')).json;
    expect((await send('POST', `/revisions/${revision}/undo`)).status).toBe(200);
    expect(await billOf()).toMatchObject({ document: other });
  });

  it('is in the history, and can be undone', async () => {
    const bill = await addDocument('Wet');
    const { revision } = (await name(bill)).json;
    const items = (await send('GET', `/changes?since=${revision - 1}`)).json.changes[0].items;
    expect(items).toMatchObject([{ kind: 'dossier', after: { bill } }]);
    expect((await send('POST', `/revisions/${revision}/undo`)).status).toBe(200);
    expect(await billOf()).toBeUndefined();
  });
});
