import path from 'node:path';
import { type ExportFormat, exportQuerySchema } from '@waarborg/shared/api';
import { type Concept, defaultCodebook } from '@waarborg/shared/codebook';
import { readSheets } from '@waarborg/shared/imports';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createReferenceIndexes } from '../references/reference-index-service.ts';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { writeAside } from './write-aside.ts';
import { type ExportOrder, writeExport } from './write-export.ts';

/* Exports that are written in a thread, which opens the database a second time. */

const publicUrl = 'http://127.0.0.1:8787';
/** Most that a passage has. */
const codingsOfPassage = 40;

let server: TestServer;
let dossier: ExportOrder['dossier'];

/** A dossier with so many passages of forty codings. */
async function addDossier(passages: number): Promise<{ dossier: ExportOrder['dossier']; token: string }> {
  const { id, slug, owner } = await server.addDossier();
  const base = `/api/v1/dossiers/${slug}`;
  const post = async (place: string, body: unknown) =>
    (await server.request('POST', `${base}${place}`, { token: owner.token, body })).json;
  const document = (await post('/documents', sampleDocument())).id;
  const codings = Array.from({ length: codingsOfPassage }, (_, article) =>
    sampleCoding({ provision: `art. ${article + 1} Vw 2000` }),
  );
  const annotations = Array.from({ length: passages }, (_, place) =>
    sampleAnnotation(document, { ranges: [{ exact: `Passage ${place} noemt art. 28 Vw 2000.` }], codings }),
  );
  await post('/imports', annotations);
  const { title, revision } = (await server.request('GET', base, { token: owner.token })).json;
  return { dossier: { id, slug, title, revision }, token: owner.token };
}

beforeAll(async () => {
  server = await createTestServer();
  ({ dossier } = await addDossier(2));
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

function orderOf(format: ExportFormat, asked: object = {}): ExportOrder {
  const { table, separator, ...wanted } = exportQuerySchema.parse(asked);
  return { dossier, format, table, separator, wanted: { ...wanted, language: 'nl' } };
}

const taskOf = (order: ExportOrder) => ({ place: server.instance.place, publicUrl, order });
const never = new AbortController().signal;

/** What a file says, without the moment at which it was made. */
function contentOf(file: string | Uint8Array): unknown {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  if (bytes[0] !== 'P'.charCodeAt(0)) return new TextDecoder().decode(bytes);
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name !== 'docProps/core.xml');
  return Object.fromEntries(parts.map(([name, part]) => [name, new TextDecoder().decode(part)]));
}

describe('an export that is written aside', () => {
  const orders = {
    csv: { impact: ['court-workload'], separator: 'semicolon' },
    qdpx: {},
    jsonld: {},
  } as const;

  it.each(Object.keys(orders) as (keyof typeof orders)[])(
    'is as the server would write it: %s',
    async (format) => {
      const references = createReferenceIndexes(server.instance.database);
      const order = orderOf(format, orders[format]);
      const here = contentOf(await writeExport({ ...server.instance, references, publicUrl }, order));
      expect(contentOf(await writeAside({ task: taskOf(order), signal: never }))).toEqual(here);
      expect(JSON.stringify(here)).toContain('Passage 1 noemt');
    },
  );

  it('is of one moment, whatever is written while it is made', async () => {
    const { id, slug, owner } = await server.addDossier();
    const post = async (place: string, body: unknown) =>
      (await server.request('POST', `/api/v1/dossiers/${slug}${place}`, { token: owner.token, body })).json;
    const document = (await post('/documents', sampleDocument())).id;
    const conceptsOf = (kind: Concept['kind']) =>
      defaultCodebook.concepts.filter((concept) => concept.kind === kind);
    // One claim for each number of the matrix.
    const pairs = conceptsOf('safeguard').flatMap((safeguard) =>
      conceptsOf('impact').map((impact) => ({ safeguard: safeguard.id, impact: impact.id })),
    );
    let isWritten = false;
    const write = async () => {
      for (const pair of pairs) {
        if (isWritten) return;
        await post('/annotations', sampleAnnotation(document, { codings: [sampleCoding(pair)] }));
      }
    };
    const writing = write();
    const order = { ...orderOf('xlsx'), dossier: { id, slug, title: 'Nu', revision: 0 } };
    const files = await Promise.all(
      [1, 2].map(() => writeAside({ task: taskOf(order), signal: never })),
    ).finally(() => {
      isWritten = true;
    });
    await writing;
    for (const file of files) {
      const sheets = new Map((await readSheets(file, 'xlsx')).map(({ name, rows }) => [name, rows]));
      const [head = [], ...cells] = sheets.get('Cellen') ?? [];
      const counted = cells.reduce((sum, cell) => sum + Number(cell[head.indexOf('Beweringen')]), 0);
      expect(counted).toBeGreaterThan(0);
      expect(sheets.get('Coderingen')).toHaveLength(1 + counted);
      expect(sheets.get('Passages')).toHaveLength(1 + counted);
    }
  });

  it('is what a large dossier is answered with', async () => {
    const large = await addDossier(51);
    const address = `/api/v1/dossiers/${large.dossier.slug}/exports/csv`;
    const answer = await server.request('GET', address, { token: large.token });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.text.trimEnd().split('\r\n')).toHaveLength(51 * codingsOfPassage + 1);
  });

  it('is given up when nobody waits for it any more, before and while it is written', async () => {
    await expect(
      writeAside({ task: taskOf(orderOf('csv')), signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({
      code: 'request-timeout',
    });
    const leaving = new AbortController();
    const written = writeAside({ task: taskOf(orderOf('xlsx')), signal: leaving.signal });
    leaving.abort();
    await expect(written).rejects.toMatchObject({ code: 'request-timeout' });
    // Whoever comes next has their turn.
    expect((await writeAside({ task: taskOf(orderOf('csv')), signal: never })).length).toBeGreaterThan(1_000);
  });

  it('says that it cannot be written now when the database cannot be reached a second time', async () => {
    const place = path.join(server.dataDir, 'nowhere', 'waarborg.sqlite');
    await expect(
      writeAside({ task: { ...taskOf(orderOf('csv')), place }, signal: never }),
    ).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('says so when it does not fit into memory, and the server goes on', async () => {
    const little = { maxOldGenerationSizeMb: 8 };
    await expect(
      writeAside({ task: taskOf(orderOf('csv')), signal: never, limits: little }),
    ).rejects.toMatchObject({
      code: 'export-too-large',
    });
    expect((await server.request('GET', '/livez')).status).toBe(200);
  });
});
