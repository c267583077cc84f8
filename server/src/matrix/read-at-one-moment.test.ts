import { afterAll, beforeAll, expect, it } from 'vitest';
import { listAnnotations } from '../annotations/annotation-store.ts';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { createMatrixIndexes, type MatrixIndexes } from './matrix-index-service.ts';
import { readBetweenChanges } from './read-at-one-moment.ts';

let server: TestServer;
let indexes: MatrixIndexes;

beforeAll(async () => {
  server = await createTestServer();
  indexes = createMatrixIndexes(server.instance.database, 'test');
});
afterAll(async () => {
  await indexes.close();
  await server.close();
});

/** Reads how many passages are laid out and how many there are, while somebody codes as many times in between. */
async function readWhileCoding(times: number) {
  const { id, slug, owner } = await server.addDossier();
  const post = async (path: string, body: unknown) =>
    (await server.request('POST', `/api/v1/dossiers/${slug}${path}`, { token: owner.token, body })).json;
  const document = (await post('/documents', sampleDocument())).id;
  const sources = { database: server.instance.database, indexes, program: 'test' };
  let reads = 0;
  const found = await readBetweenChanges(sources, { id, slug, title: slug, revision: 0 }, async (moment) => {
    const { index } = await moment.indexes.get(id, moment.dossier.revision);
    if (reads++ < times) await post('/annotations', sampleAnnotation(document));
    const passages = await listAnnotations(moment.database, id);
    return { laidOut: index.table.ids.length, there: passages.length };
  });
  return { ...found, reads };
}

it('reads anew what somebody changed meanwhile', async () => {
  expect(await readWhileCoding(0)).toEqual({ laidOut: 0, there: 0, reads: 1 });
  expect(await readWhileCoding(2)).toEqual({ laidOut: 2, there: 2, reads: 3 });
});

it('reads as of one moment where somebody goes on changing it', async () => {
  expect(await readWhileCoding(3)).toEqual({ laidOut: 3, there: 3, reads: 4 });
});
