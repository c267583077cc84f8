import { fromWebAnnotation } from '@waarborg/shared/w3c';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

/* A dossier with text that a spreadsheet would take for a formula, exported in every form. */

let server: TestServer;
let base: string;
let token: string;

const formula = '=HYPERLINK("https://example.org/";"klik")';
const html = '<img src=x onerror=alert(1)>';

beforeAll(async () => {
  server = await createTestServer();
  const { slug, owner } = await server.addDossier();
  base = `/api/v1/dossiers/${slug}`;
  token = owner.token;
  const post = async (place: string, body: unknown) =>
    (await server.request('POST', `${base}${place}`, { token, body })).json;
  const { id } = await post('/documents', sampleDocument({ title: formula, date: '2026-02-05' }));
  await post('/imports', [
    sampleAnnotation(id, {
      note: html,
      codings: [sampleCoding({ quantity: { value: 1_500, unit: 'cases' } })],
    }),
    sampleAnnotation(id, {
      ranges: [{ exact: `-1+1 ${'x'.repeat(40_000)}` }],
      codings: [sampleCoding({ impact: 'cost', direction: 'favourable', speaker: '@Regering' })],
    }),
  ]);
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

const get = (format: string, query = '') =>
  server.request('GET', `${base}/exports/${format}${query}`, { token });
const readCsv = async (query: string) => {
  const answer = await get('csv', query);
  expect(answer.status, answer.text).toBe(200);
  return Papa.parse<Record<string, string>>(answer.text, { header: true, skipEmptyLines: true }).data;
};

/** The bytes of a file; the test server reads answers as text, which would spoil them. */
async function getFile(format: string): Promise<Uint8Array> {
  const address = `${base}/exports/${format}?language=nl`;
  const headers = { host: '127.0.0.1:8787', authorization: `Bearer ${token}` };
  const answer = await server.instance.app.request(address, { headers });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

describe('an export as CSV', () => {
  it('is UTF-8 with byte order mark and lines that end as RFC 4180 says, with a name and a language', async () => {
    const { text, headers } = await get('csv', '?language=nl');
    // Reading an answer as text takes the mark away.
    expect(new Uint8Array(await getFile('csv')).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    expect(text.split('\r\n')[0]).toMatch(/^Waarborg,Wat er gebeurt,Gevolg/u);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="d-.+-codings\.csv"$/u);
    expect(headers.get('content-language')).toBe('nl');
  });

  it('puts an apostrophe before text that would be a formula, and before no number', async () => {
    const rows = await readCsv('?language=nl');
    expect(rows.map((row) => row.Document)).toEqual([`'${formula}`, `'${formula}`]);
    expect(rows.map((row) => row.Citaat?.slice(0, 6))).toEqual(['Het vo', "'-1+1 "]);
    expect(rows.map((row) => row.Spreker)).toEqual(['IND', "'@Regering"]);
    expect(rows[0]).toMatchObject({ Hoeveelheid: '1500', Notitie: html, Richting: 'ongunstig' });
    expect(rows[0]?.['Id van de waarborg']).toBe('voornemen');
  });

  it('counts the matrix as the page does, and tells apart what nobody read', async () => {
    const matrix = await readCsv('?table=matrix&language=nl');
    const row = matrix.find((one) => Object.values(one)[0] === 'Voornemen en zienswijze');
    expect(row).toMatchObject({ Kosten: '1', 'Werklast rechtspraak': '1', Totaal: '2', Gelezen: '0 van 1' });
    expect(row?.Doorlooptijd).toBe('niet gelezen');
    const { cells } = (await server.request('GET', `${base}/matrix`, { token })).json;
    const table = await readCsv('?table=cells&language=en');
    expect(table.map(({ Claims }) => Number(Claims))).toEqual(
      cells.map(({ claims }: { claims: number }) => claims),
    );
  });

  it('obeys the filters of the matrix, and refuses what it does not know', async () => {
    const rows = await readCsv('?impact=cost&language=nl');
    expect(rows.map((row) => row['Id van het gevolg'])).toEqual(['cost']);
    expect(await readCsv('?table=passages&impact=cost')).toHaveLength(1);
    expect(await readCsv('?table=documents&from=2027')).toHaveLength(0);
    expect((await get('csv', '?table=secrets')).status).toBe(422);
    expect((await get('docm')).status).toBe(422);
  });

  it('has the codebook and the speakers with all that is known of them', async () => {
    const codebook = await readCsv('?table=codebook&language=en');
    expect(codebook.find(({ Id }) => Id === 'voornemen')).toMatchObject({
      Kind: 'safeguard',
      English: 'Notice of intent and response',
      'Legal basis': 'art. 39 Vw 2000',
    });
    const speakers = await readCsv('?table=speakers&language=en');
    expect(speakers.find(({ Name }) => Name === 'IND')?.['Other names']).toBe(
      'Immigratie- en Naturalisatiedienst',
    );
  });
});

describe('an export as Web Annotations', () => {
  it('is a collection of which every annotation is valid', async () => {
    const { json, headers } = await get('jsonld');
    expect(headers.get('content-type')).toBe('application/ld+json');
    expect(json).toMatchObject({ type: 'AnnotationCollection', total: 2 });
    for (const item of json.first.items) {
      expect(fromWebAnnotation({ '@context': json['@context'], ...item }).ok).toBe(true);
    }
  });
});

describe('an export as XLSX', () => {
  it('has a sheet for each table, in the language that is asked for', async () => {
    const files = unzipSync(await getFile('xlsx'));
    const workbook = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
    expect([...workbook.matchAll(/ name="([^"]+)"/gu)].map(([, name]) => name)).toEqual([
      ...['Matrix', 'Cellen', 'Coderingen', 'Passages', 'Documenten', 'Sprekers', 'Codeboek'],
    ]);
    expect(Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(7);
  });
});
