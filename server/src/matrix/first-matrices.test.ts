import path from 'node:path';
import type { MatrixQuery } from '@waarborg/shared/matrix';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getRevision } from '../dossiers/changed-item-store.ts';
import { databasePlace } from '../start.ts';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { countFirstMatrices } from './first-matrices.ts';
import { matrixAsJson } from './kept-matrices.ts';
import { createMatrixIndexes } from './matrix-index-service.ts';
import { firstQueries } from './prepare-indexes.ts';

let server: TestServer;
let place: string;
beforeAll(async () => {
  server = await createTestServer();
  place = databasePlace({ dataDir: server.dataDir, databaseUrl: server.environment.DATABASE_URL });
});
afterAll(() => server.close());

it('counts what is looked at first in the dossier in which somebody worked last, as of its revision', async () => {
  const { id, slug, owner } = await server.addDossier();
  const send = (to: string, body: unknown) =>
    server.request('POST', `/api/v1/dossiers/${slug}${to}`, { token: owner.token, body });
  const document = (await send('/documents', sampleDocument())).json.id;
  await send('/annotations', sampleAnnotation(document));
  const { database } = server.instance;
  const revision = await getRevision(database, id);
  const first = countFirstMatrices(place, 2);
  const dossier = await createMatrixIndexes(database).get(id, revision);
  for (const query of firstQueries) {
    expect(await first.find(id, revision, query)).toMatchObject({
      revision,
      json: matrixAsJson(dossier, query),
    });
    expect(await first.find(id, revision + 1, query)).toBeUndefined();
    expect(await first.find('another', revision, query)).toBeUndefined();
  }
  const other: MatrixQuery = { rows: 'safeguard', columns: 'impact', filters: {}, language: 'en' };
  expect(await first.find(id, revision, other)).toBeUndefined();
});

it('leaves an empty disk, what it cannot read and a single processor to the server', async () => {
  const [query] = firstQueries;
  if (!query) throw new Error('nothing is looked at first');
  const nowhere = path.join(server.dataDir, 'none.sqlite');
  for (const first of [
    countFirstMatrices(nowhere, 2),
    countFirstMatrices(server.dataDir, 2),
    countFirstMatrices(place, 1),
  ]) {
    expect(await first.find('dossier', 1, query)).toBeUndefined();
    await first.whenDone;
    await first.stop();
  }
});
