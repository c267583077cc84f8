import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyChange } from '../database/index.ts';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { hasMoreCodings } from './latest-dossier-store.ts';
import { createMatrixIndexes } from './matrix-index-service.ts';
import { prepareIndexes } from './prepare-indexes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

it('lays out the dossiers in which somebody worked last, and none once the server stops', async () => {
  const { database } = server.instance;
  const dossiers = [];
  for (let number = 0; number < 4; number++) dossiers.push((await server.addDossier()).id);
  const [oldest = '', ...others] = dossiers;
  const changeAt = async (dossier: string, at: string) => {
    const number = await applyChange(database, { dossier, operation: 'rename' }, async (change) => {
      change.record({ kind: 'dossier', id: dossier, after: {} });
      return change.revision;
    });
    await database
      .updateTable('revision')
      .set({ at })
      .where('dossier_id', '=', dossier)
      .where('number', '=', number)
      .execute();
  };
  await changeAt(oldest, '2020-01-01T00:00:00.000Z');
  for (const [place, dossier] of others.entries()) await changeAt(dossier, `209${place}-01-01T00:00:00.000Z`);
  const indexes = createMatrixIndexes(database, 'test');
  const prepared: string[] = [];
  const watched: typeof indexes = {
    ...indexes,
    get: (dossier, revision) => {
      prepared.push(dossier);
      return indexes.get(dossier, revision);
    },
  };
  const preparing = { database, indexes: watched };
  const quiet = async () => {};
  await prepareIndexes(preparing, quiet, new AbortController().signal);
  expect(prepared).toEqual(others.toReversed());
  await prepareIndexes(preparing, quiet, AbortSignal.abort());
  expect(prepared).toHaveLength(3);
});

it('counts the codings of a dossier no further than it has to', async () => {
  const { id, slug, owner } = await server.addDossier();
  const send = (path: string, body: unknown) =>
    server.request('POST', `/api/v1/dossiers/${slug}${path}`, { token: owner.token, body });
  const document = (await send('/documents', sampleDocument())).json.id;
  await send('/annotations', sampleAnnotation(document));
  expect(await hasMoreCodings(server.instance.database, id, 0)).toBe(true);
  expect(await hasMoreCodings(server.instance.database, id, 1)).toBe(false);
});
