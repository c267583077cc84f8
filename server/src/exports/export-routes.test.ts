import { spawnSync } from 'node:child_process';
import { randomUUIDv7 as uuid } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Annotation } from '@waarborg/shared/annotation';
import { type Concept, defaultCodebook } from '@waarborg/shared/codebook';
import { writeCsv } from '@waarborg/shared/exchange';
import {
  createVocabularyReader,
  readAnnotations,
  readCodebookTable,
  readSheets,
  readSkos,
} from '@waarborg/shared/imports';
import { readCodebookFile, readProject } from '@waarborg/shared/refi-qda';
import { fromWebAnnotation, parseExactly } from '@waarborg/shared/w3c';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'n3';
import Papa from 'papaparse';
import { v5 as deriveUuid } from 'uuid';
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
  await post(`/documents/${id}/renditions`, {
    ...{ text: 'Zie art. 28 Vw 2000 en ECLI:NL:RVS:2013:298.', mediaType: 'text/html' },
    source: 'https://example.org/brief.html',
  });
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
async function getFile(
  format: string,
  query = '',
  of?: { slug: string; token: string },
): Promise<Uint8Array> {
  const place = of ? `/api/v1/dossiers/${of.slug}` : base;
  const address = `${place}/exports/${format}?language=nl&${query}`;
  const headers = { host: '127.0.0.1:8787', authorization: `Bearer ${of?.token ?? token}` };
  const answer = await server.instance.app.request(address, { headers });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

describe('an export as a page', () => {
  const prefaceOf = async (query: string) =>
    /<p class="wb-preface">([^<]+)</u.exec((await get('html', `?language=nl&${query}`)).text)?.[1];

  it('says by which filters and words it was made', async () => {
    const nobody = uuid();
    expect(await prefaceOf('impact=cost&q=%3Cb%3Etolk&from=2026-02')).toBe(
      'Beperkt tot: gevolg Kosten; vanaf februari 2026; woorden in passage of aantekening &lt;b&gt;tolk. Een lege cel kan betekenen dat er iets buiten deze keuze valt.',
    );
    expect(await prefaceOf(`reviewer=${nobody}`)).toContain(nobody);
    const { user } = (await server.request('GET', '/api/v1/me', { token })).json;
    expect(await prefaceOf(`reviewer=${user.id}&speaker=none`)).toContain(`codeur ${user.name}`);
  });

  it('says nothing of the kind where it holds everything', async () => {
    expect(await prefaceOf('rows=speaker')).toBeUndefined();
  });
});

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
    expect(rows[0]).toMatchObject({ Hoeveelheid: '1500', Aantekening: html, Richting: 'ongunstig' });
    expect(rows[0]?.['Id van de waarborg']).toBe('voornemen');
  });

  it('has semicolons and decimal commas for a Dutch spreadsheet that asks for them', async () => {
    const { text } = await get('csv', '?language=nl&separator=semicolon');
    expect(text.split('\r\n')[0]).toMatch(/^Waarborg;Wat er gebeurt;Gevolg/u);
    const rows = Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';' }).data;
    expect(rows[0]).toMatchObject({ Document: `'${formula}`, Hoeveelheid: '1500' });
    const columns = [{ header: 'a;b', kind: 'number' as const }];
    const csv = writeCsv({ columns, rows: [[-1.5], [1.234], ['1;5'], ['-1,5']] }, 'semicolon');
    expect(csv).toBe('\uFEFF"a;b"\r\n-1,5\r\n1,2340\r\n"1;5"\r\n\'-1,5\r\n');
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

  it('lists what is cited, an article under its law, by which documents, and whether the dossier has it', async () => {
    const rows = await readCsv('?table=references&language=nl');
    expect(
      rows.map((row) => [row.Naam, row.Artikel, row['Aantal documenten'], row['In het dossier']]),
    ).toEqual([
      ['ECLI:NL:RVS:2013:298', '', '1', 'nee'],
      ['Vw 2000', '', '1', 'nee'],
      ['Vw 2000', 'art. 28', '1', 'nee'],
    ]);
    expect(rows[0]?.['Aangehaald door']).toBe(`'${formula}`);
    // A text cites for its document, and for no coding.
    expect(await readCsv('?table=references&language=nl&from=2026')).toHaveLength(3);
    expect(await readCsv('?table=references&language=nl&to=2025')).toEqual([]);
    expect(await readCsv('?table=references&language=nl&impact=cost')).toEqual([]);
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

it('counts in another dossier that reads its Web Annotations as in its own, also after concepts were merged', async () => {
  const dossierOf = async () => {
    const { slug, owner } = await server.addDossier();
    return async (method: string, path: string, body?: unknown) => {
      const headers = { 'if-match': '*' };
      const address = `/api/v1/dossiers/${slug}${path}`;
      const answer = await server.request(method, address, { token: owner.token, body, headers });
      expect(answer.status, answer.text).toBeLessThan(300);
      return answer.json;
    };
  };
  const [ask, askOther] = [await dossierOf(), await dossierOf()];
  const document = (await ask('POST', '/documents', sampleDocument())).id;
  for (const safeguard of ['voornemen', 'rest-period', 'information']) {
    const codings = [sampleCoding({ safeguard, impact: 'duration' })];
    await ask('POST', '/annotations', sampleAnnotation(document, { codings }));
  }
  const merge = (id: string, into: string) => ask('PUT', `/codebook/concepts/${id}/merged-into`, { into });
  await merge('voornemen', 'rest-period');
  await merge('rest-period', 'information');
  await merge('duration', 'cost');

  const file = JSON.stringify(await ask('GET', '/exports/jsonld'));
  await askOther('POST', '/imports', readAnnotations(file).map(parseExactly));
  const cellsOf = async (dossier: typeof ask) =>
    (await dossier('GET', '/matrix')).cells
      .filter(({ claims }: { claims: number }) => claims > 0)
      .map(({ row, column, claims }: Record<string, unknown>) => ({ row, column, claims }));
  const counted = await cellsOf(ask);
  expect(counted).toMatchObject([{ row: 'information', column: 'cost' }]);
  expect(await cellsOf(askOther)).toEqual(counted);
});

it('keeps in Web Annotations what explains the words of somebody else', async () => {
  const theirs = { mood: 'https://elsewhere.example/mood' };
  const { slug, owner } = await server.addDossier();
  const sent = {
    ...{ '@context': ['http://www.w3.org/ns/anno.jsonld', theirs], type: 'Annotation' },
    ...{ mood: 'calm', target: 'https://example.org/page' },
  };
  const made = await server.request('POST', `/annotations/${slug}/`, {
    ...{ token: owner.token, body: sent, headers: { 'content-type': 'application/ld+json' } },
  });
  expect(made.status, made.text).toBe(201);
  const { json } = await server.request('GET', `/api/v1/dossiers/${slug}/exports/jsonld`, {
    token: owner.token,
  });
  expect(json.first.items).toMatchObject([{ '@context': sent['@context'], mood: 'calm' }]);
});

describe('an export as XLSX', () => {
  it('has a sheet for each table, in the language that is asked for', async () => {
    const files = unzipSync(await getFile('xlsx'));
    const workbook = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/gu)].map(([, name]) => name)).toEqual([
      ...['Matrix', 'Cellen', 'Coderingen', 'Passages', 'Documenten', 'Verwijzingen', 'Sprekers', 'Codeboek'],
    ]);
    expect(Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(8);
  });
});

/** Whether xmllint finds an XML text valid; undefined, with the reason in print, where it cannot be asked. */
function isValid(xml: Uint8Array | string, schema: string): boolean | undefined {
  const file = fileURLToPath(new URL(`../../../../shared/standards/refi-qda/${schema}`, import.meta.url));
  if (!existsSync(file)) {
    console.log(`skipped: ../shared/standards/refi-qda/${schema} is not here to validate with`);
    return undefined;
  }
  const { status, stderr, error } = spawnSync('xmllint', ['--noout', '--schema', file, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  if (error) {
    console.log('skipped: xmllint (Debian: libxml2-utils) is not here to validate with');
    return undefined;
  }
  if (status !== 0) console.log(stderr.slice(0, 2_000));
  return status === 0;
}

describe('an export for programs for qualitative research', () => {
  const vocabulary = createVocabularyReader(defaultCodebook);
  const context = { vocabulary, createId: (name: string) => deriveUuid(name, deriveUuid.URL) };

  it('is a project that is valid and comes back as it was', async () => {
    const parts = new Map(Object.entries(unzipSync(await getFile('qdpx'))));
    const project = parts.get('project.qde') ?? new Uint8Array();
    expect(isValid(project, 'Project-mrt2019.xsd') ?? true).toBe(true);
    const { bundle, skipped } = readProject(parts, context);
    expect(skipped).toBe(0);
    const { annotations } = (await server.request('GET', `${base}/annotations`, { token })).json;
    const placeOf = ({ id, ranges, note }: Annotation) => ({ id, ranges, note });
    expect(bundle.annotations.map((one) => placeOf(one as never))).toEqual(
      expect.arrayContaining(annotations.map(placeOf)),
    );
    expect(bundle.annotations.flatMap(({ codings }) => codings.map(({ speaker }) => speaker)).sort()).toEqual(
      ['@Regering', 'IND'],
    );
  });

  it('brings a project into another dossier, where the matrix counts the same', async () => {
    const { bundle } = readProject(new Map(Object.entries(unzipSync(await getFile('qdpx')))), context);
    const other = await server.addDossier();
    const address = `/api/v1/dossiers/${other.slug}`;
    const body = JSON.parse(JSON.stringify(bundle));
    const brought = await server.request('POST', `${address}/imports/bundle`, {
      token: other.owner.token,
      body,
    });
    expect(brought.status, brought.text).toBe(200);
    expect(brought.json.created).toMatchObject({ documents: 1, passages: 2, codings: 2, concepts: 0 });
    const before = (await server.request('GET', `${base}/matrix`, { token })).json;
    const after = (await server.request('GET', `${address}/matrix`, { token: other.owner.token })).json;
    const counts = ({ cells }: { cells: { claims: number; stances: object }[] }) =>
      cells.map(({ claims, stances }) => [claims, stances]);
    expect(counts(after)).toEqual(counts(before));
  });

  it('is a codebook that is valid', async () => {
    const { text } = await get('qdc');
    expect(isValid(text, 'Codebook.xsd') ?? true).toBe(true);
    expect(readCodebookFile(text, context).concepts).toHaveLength(defaultCodebook.concepts.length);
  });
});

it('leaves what a curator sent back out of files for other programs, unless it is asked for', async () => {
  const { slug, owner } = await server.addDossier();
  const ask = async (method: string, path: string, body?: unknown) =>
    (await server.request(method, `/api/v1/dossiers/${slug}${path}`, { token: owner.token, body })).json;
  const { id: document } = await ask('POST', '/documents', sampleDocument());
  const codings = [sampleCoding(), sampleCoding({ impact: 'cost' })];
  const { revision, codings: made } = await ask(
    'POST',
    '/annotations',
    sampleAnnotation(document, { codings }),
  );
  const [, second] = made;
  await ask('POST', '/reviews', {
    ...{ codings: [{ id: second.id, revision }], status: 'rejected', reason: 'Dat staat er niet.' },
  });
  const carried = async (query = '') => {
    const { first } = await ask('GET', `/exports/jsonld${query}`);
    const project = await getFile('qdpx', query.slice(1), { slug, token: owner.token });
    const qde = strFromU8(unzipSync(project)['project.qde'] ?? new Uint8Array());
    return [
      JSON.stringify(first).split('"rejected"').length - 1,
      qde.split('<PlainTextSelection').length - 1,
    ];
  };
  expect(await carried()).toEqual([0, 1]);
  expect(await carried('?status=draft&status=rejected')).toEqual([1, 2]);
});

describe('a codebook', () => {
  const sorted = <T extends { id: string }>(things: readonly T[]) =>
    things.map((thing) => ({ ...thing, revision: undefined })).sort((a, b) => (a.id < b.id ? -1 : 1));

  it('comes back from SKOS and from CSV as it was', async () => {
    const codebook = (await server.request('GET', `${base}/codebook`, { token })).json;
    const turtle = (await get('ttl')).text;
    const statements = new Parser().parse(turtle).map(({ subject, predicate, object }) => ({
      ...{ subject: subject.value, predicate: predicate.value, object: object.value },
      language: object.termType === 'Literal' ? object.language : undefined,
    }));
    const [sheet] = await readSheets(await getFile('csv', 'table=codebook'), 'csv');
    for (const read of [readSkos(statements), readCodebookTable(sheet?.rows ?? [])]) {
      expect(sorted(read.groups)).toEqual(sorted(codebook.groups));
      const concepts = read.concepts.map((one) => ({ ...one, terms: [...one.terms].sort() }));
      expect(sorted(concepts)).toEqual(
        sorted(
          codebook.concepts.map((one: Concept) => ({ ...one, terms: [...one.terms].sort() })) as Concept[],
        ),
      );
    }
  });

  it('is refused where a concept is broader than itself, or is merged into itself', () => {
    const skos = 'http://www.w3.org/2004/02/skos/core#';
    const circle = ['a', 'b'].map((subject) => ({
      ...{ subject, predicate: `${skos}broader`, object: subject === 'a' ? 'b' : 'a' },
    }));
    expect(() => readSkos(circle)).toThrow(expect.objectContaining({ code: 'codebook-cycle' }));
    const rows = [
      ['Soort', 'Nederlands', 'Id', 'Samengevoegd met'],
      ['waarborg', 'Een', 'een', 'twee'],
      ['waarborg', 'Twee', 'twee', 'een'],
    ];
    expect(() => readCodebookTable(rows)).toThrow(expect.objectContaining({ code: 'codebook-cycle' }));
  });
});
