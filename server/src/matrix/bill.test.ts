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
      ...{ source, articles: 4, more: 0 },
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
