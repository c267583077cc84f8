import { randomUUIDv7 as uuid } from 'node:crypto';
import { axes, buildMatrix, type MatrixQuery } from '@waarborg/shared/matrix';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { getRevision } from '../dossiers/changed-item-store.ts';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { sendToDossier } from '../testing/send-to-dossier.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { createMatrixIndexes, type MatrixIndexes } from './matrix-index-service.ts';

let server: TestServer;
let dossier: { id: string; slug: string; owner: { token: string } };
let documents: string[];
let kept: MatrixIndexes;

const send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  sendToDossier(server, dossier, method, path, body, headers);
const latest = async (indexes: MatrixIndexes) => {
  const revision = await getRevision(server.instance.database, dossier.id);
  const indexed = await indexes.get(dossier.id, revision);
  expect(indexed.revision).toBe(revision);
  return indexed.index;
};
/** Every matrix of the dossier as it was kept up to date, and as one reads it anew. */
async function expectSameAsAnew() {
  const [current, anew] = [
    await latest(kept),
    await latest(createMatrixIndexes(server.instance.database, 'test')),
  ];
  for (const rows of axes) {
    for (const columns of axes) {
      const query: MatrixQuery = { rows, columns, filters: {}, language: 'nl' };
      expect(buildMatrix(current, query), `${rows} × ${columns}`).toEqual(buildMatrix(anew, query));
    }
  }
}

beforeAll(async () => {
  server = await createTestServer();
  dossier = await server.addDossier();
  documents = [];
  for (const issuer of ['IND', 'Rechtspraak']) {
    documents.push((await send('POST', '/documents', sampleDocument({ issuer }))).id);
  }
  kept = createMatrixIndexes(server.instance.database, 'test');
});
afterAll(() => server.close());
afterEach(() => expect(server.faults).toEqual([]));

describe('a dossier that is kept laid out', () => {
  let [first, second] = ['', ''];
  let codingId = '';

  it('is empty at first', async () => {
    await expectSameAsAnew();
  });

  it('stays as it was for whoever has it while it changes', async () => {
    const indexes = createMatrixIndexes(server.instance.database, 'test');
    const [before, same] = [await latest(indexes), await latest(indexes)];
    expect(same).toBe(before);
    const added = await send('POST', '/annotations', sampleAnnotation(documents[0] ?? ''));
    const after = await latest(indexes);
    const query = { rows: 'safeguard', columns: 'impact', filters: {}, language: 'nl' } as const;
    const count = (index: typeof before) => buildMatrix(index, query).totals.all.claims;
    expect([count(before), count(after)]).toEqual([0, 1]);
    await send('DELETE', `/annotations/${added.id}`, undefined, { 'if-match': '*' });
  });

  it('learns what is added', async () => {
    const [one = '', other = ''] = documents;
    const codings = [sampleCoding(), sampleCoding({ safeguard: 'interpreter', stage: 'proposed' })];
    const added = await send('POST', '/annotations', sampleAnnotation(one, { codings }));
    first = added.id;
    codingId = added.codings[0].id;
    second = (await send('POST', '/annotations', sampleAnnotation(other))).id;
    await expectSameAsAnew();
  });

  it('learns what is changed, and what repeats what', async () => {
    const codings = [sampleCoding({ id: codingId, measure: 'kept', provision: 'art. 39 Vw 2000' })];
    const { document: _, id: __, ...update } = sampleAnnotation('', { codings });
    await send('PUT', `/annotations/${first}`, update, { 'if-match': '*' });
    await send('POST', '/links', { id: uuid(), from: first, to: second, kind: 'repeats' });
    await expectSameAsAnew();
  });

  it('learns what is read, and what is known of a document', async () => {
    const [one = ''] = documents;
    await send('PUT', '/readings', { document: one, safeguards: 'all' });
    await send('PUT', `/documents/${one}`, { date: '2026-03', sourceType: 'press' }, { 'if-match': '*' });
    await expectSameAsAnew();
  });

  it('learns what is deleted', async () => {
    await send('DELETE', `/annotations/${second}`, undefined, { 'if-match': '*' });
    await expectSameAsAnew();
    expect((await latest(kept)).facts.size).toBe(1);
  });

  it('learns of many changes at once', async () => {
    for (let number = 0; number < 30; number++) {
      await send('POST', '/annotations', sampleAnnotation(documents[number % 2] ?? ''));
    }
    await expectSameAsAnew();
  });

  it('has the words of every passage at hand for a search', async () => {
    const { index } = await kept.getSearchable(dossier.id, 0);
    expect(index.table.isSearched).toBe(true);
    await expectSameAsAnew();
  });

  it('is read once by all who ask at the same time', async () => {
    const anew = createMatrixIndexes(server.instance.database, 'test');
    const asked = await Promise.all([latest(anew), latest(anew), latest(anew)]);
    expect(new Set(asked).size).toBe(1);
  });

  it('is read anew where memory was too short to keep it', async () => {
    const small = createMatrixIndexes(server.instance.database, 'test', 0);
    const before = await latest(small);
    const other = await server.addDossier();
    await small.get(other.id, await getRevision(server.instance.database, other.id));
    expect(await latest(small)).not.toBe(before);
    expect(await latest(kept)).toBe(await latest(kept));
  });
});

describe('an unchanged dossier', () => {
  it('is answered without a look at its codings', async () => {
    const { token } = dossier.owner;
    const ask = (headers: Record<string, string> = {}) =>
      server.request('GET', `/api/v1/dossiers/${dossier.slug}/matrix`, { token, headers });
    const etag = (await ask()).headers.get('etag') ?? '';
    const { schema } = server.instance.database;
    await schema.alterTable('coding').renameTo('coding_elsewhere').execute();
    try {
      expect((await ask({ 'if-none-match': etag })).status).toBe(304);
      // Another view of it is counted from what is laid out.
      expect((await ask()).status).toBe(200);
    } finally {
      await schema.alterTable('coding_elsewhere').renameTo('coding').execute();
    }
  });
});
