import { randomUUIDv7 as uuid } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { insertRows, type Row } from '../database/insert-rows.ts';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

/** As many as a dossier has of which the first matrix is kept, beside the one that it has already. */
const addedCodings = 5_000;
/** Stands in the place of what was kept, to tell where an answer comes from. */
const marked = '"kept"';
let server: TestServer;
let dossier: { id: string; slug: string; owner: { token: string } };
let document: string;
let counted: string;

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.request(method, `/api/v1/dossiers/${dossier.slug}${path}`, {
    token: dossier.owner.token,
    body,
    headers,
  });
const look = async (query = '', language = 'nl') =>
  (await send('GET', `/matrix${query}`, undefined, { 'accept-language': language })).text;

async function replaceKept(content: Uint8Array): Promise<void> {
  const { database } = server.instance;
  const [{ numUpdatedRows } = {}] = await database
    .updateTable('first_matrix')
    .set({ content })
    .where('language', '=', 'nl')
    .execute();
  expect(numUpdatedRows).toBe(1n);
}

beforeAll(async () => {
  server = await createTestServer();
  dossier = await server.addDossier();
  document = (await send('POST', '/documents', sampleDocument())).json.id;
  await send('POST', '/annotations', sampleAnnotation(document));
  const { database } = server.instance;
  const [row] = await database
    .selectFrom('coding')
    .selectAll()
    .where('dossier_id', '=', dossier.id)
    .execute();
  const rows = Array.from({ length: addedCodings }, (_, index) => ({
    ...row,
    id: uuid(),
    position: index + 1,
  }));
  await insertRows(database, 'coding', rows as unknown as Row[]);
});
afterAll(() => server.close());

// A server that has just started, with the matrix as another one counted it before.
beforeEach(async () => {
  counted = await look();
  await server.restart();
  await replaceKept(gzipSync(marked));
});
afterEach(async () => {
  await server.instance.database.deleteFrom('first_matrix').execute();
  expect(server.faults).toEqual([]);
});

it('is given by a server that has just started', async () => {
  await replaceKept(gzipSync(counted));
  const answer = await send('GET', '/matrix');
  expect(answer).toMatchObject({ status: 200, text: counted });
  const tag = { 'if-none-match': answer.headers.get('etag') ?? '' };
  expect((await send('GET', '/matrix', undefined, tag)).status).toBe(304);
  expect(answer.json.totals.all).toMatchObject({ claims: 1, documents: 1 });
});

it('is given for the whole matrix in the language in which it was counted, and for nothing else', async () => {
  expect(await look()).toBe(marked);
  for (const query of ['?stance=helps', '?columns=measure', '?rows=speaker', '?fold=the-decision', '?q=zaak'])
    expect(await look(query), query).not.toBe(marked);
  expect(await look('', 'en')).not.toBe(marked);
});

it('is counted after a change', async () => {
  const codings = [sampleCoding({ impact: 'cost' })];
  await send('POST', '/annotations', sampleAnnotation(document, { codings }));
  expect(JSON.parse(await look()).totals.all.claims).toBe(JSON.parse(counted).totals.all.claims + 1);
});

it('is counted where another change has the same number, as after a restored backup', async () => {
  const { database } = server.instance;
  await database.updateTable('revision').set({ at: '2020-01-01T00:00:00.000Z' }).execute();
  expect(await look()).toBe(counted);
});

it('is counted by another program', async () => {
  await server.instance.database.updateTable('first_matrix').set({ version: '"1-nl-older"' }).execute();
  expect(await look()).toBe(counted);
});

it('is counted where what was kept is damaged', async () => {
  await replaceKept(gzipSync(marked).subarray(0, 12));
  expect(await look()).toBe(counted);
});
