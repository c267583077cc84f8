import { randomUUIDv7 as uuid } from 'node:crypto';
import { serialize } from 'node:v8';
import { gzipSync } from 'node:zlib';
import { statuses } from '@waarborg/shared/annotation';
import {
  axes,
  buildMatrix,
  explainCell,
  type MatrixFilters,
  type MatrixIndex,
} from '@waarborg/shared/matrix';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { insertRows, type Row } from '../database/insert-rows.ts';
import { getRevision } from '../dossiers/changed-item-store.ts';
import { closeDossier, removeDossier } from '../dossiers/deletion-store.ts';
import { readSettings } from '../settings.ts';
import { createInstance } from '../start.ts';
import { sampleAnnotation, sampleCoding, sampleDocument } from '../testing/samples.ts';
import { sendToDossier } from '../testing/send-to-dossier.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { nameCountingProgram } from './counting-program.ts';
import { createKeptLayouts } from './kept-layout-service.ts';
import { createMatrixIndexes } from './matrix-index-service.ts';

/** As many as a dossier has that is kept, beside the one that it has already. */
const addedCodings = 5_000;
const program = 'test';
let server: TestServer;
let dossier: { id: string; slug: string; owner: { token: string } };
let document: string;

const send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  sendToDossier(server, dossier, method, path, body, headers);
const addPassage = async (impact: string) =>
  (await send('POST', '/annotations', sampleAnnotation(document, { codings: [sampleCoding({ impact })] })))
    .id;

/** What was opened for a test: it keeps what it laid out some seconds later, and not in the next test. */
const opened: { close(): Promise<void> }[] = [];

/** A copy of the server that has just started: its layout, and whether it had to read the passages for it. */
async function layOut(named = program) {
  const { database } = server.instance;
  const indexes = createMatrixIndexes(database, named);
  opened.push(indexes);
  const { schema } = database;
  const revision = await getRevision(database, dossier.id);
  await schema.alterTable('coding').renameTo('coding_elsewhere').execute();
  const fromKept = await indexes.get(dossier.id, revision).catch(() => undefined);
  await schema.alterTable('coding_elsewhere').renameTo('coding').execute();
  const laidOut = await indexes.get(dossier.id, revision);
  expect(laidOut.revision).toBe(revision);
  return { index: laidOut.index, isKept: fromKept !== undefined, close: indexes.close };
}

/** Keeps the layout with what was counted of it, as a server does that stops after somebody looked. */
async function keepCounted(): Promise<void> {
  const { index, close } = await layOut();
  index.fold(false);
  await close();
}

/** Every number is the same as when all is read anew. */
async function expectSameAsAnew(index: MatrixIndex) {
  const anew = (await layOut(uuid())).index;
  const some: MatrixFilters[] = [{}, { q: 'rechter' }, { status: ['rejected', 'draft'] }];
  const count = (of: MatrixIndex) =>
    some.map((filters) => {
      const query = { rows: 'safeguard', columns: 'impact', filters, language: 'nl' } as const;
      const matrices = axes.map((rows) => buildMatrix(of, { ...query, rows }));
      return JSON.stringify([matrices, explainCell(of, query, {})]);
    });
  expect(count(index)).toEqual(count(anew));
}

beforeAll(async () => {
  server = await createTestServer();
  dossier = await server.addDossier();
  document = (await send('POST', '/documents', sampleDocument())).id;
  await addPassage('court-workload');
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
    impact: index % 2 === 0 ? 'cost' : 'duration',
    status: statuses[index % statuses.length],
  }));
  await insertRows(database, 'coding', rows as unknown as Row[]);
});
afterAll(() => server.close());

// What one server kept when it stopped.
beforeEach(async () => {
  await server.instance.database.deleteFrom('kept_layout').execute();
  await (await layOut()).close();
});
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
  expect(server.faults).toEqual([]);
});

it('is what another server starts from', async () => {
  const { index, isKept } = await layOut();
  expect(isKept).toBe(true);
  await expectSameAsAnew(index);
});

it('is brought up to date with whatever was changed since, however the server that kept it ended', async () => {
  const [first, second] = [await addPassage('cost'), await addPassage('duration')];
  await send('POST', '/links', { id: uuid(), from: first, to: second, kind: 'repeats' });
  await (await layOut()).close();
  await send('DELETE', `/annotations/${first}`, undefined, { 'if-match': '*' });
  await send('PUT', `/documents/${document}`, { date: '2026-03', sourceType: 'press' }, { 'if-match': '*' });
  const third = await addPassage('applicant');
  const { index, isKept } = await layOut();
  expect(isKept).toBe(true);
  expect([first, second, third].map((id) => index.table.numberOf(id) !== undefined)).toEqual([
    false,
    true,
    true,
  ]);
  await expectSameAsAnew(index);
});

it('holds what was counted, also where nothing was at first, and gives way to nothing of which nothing was', async () => {
  await keepCounted();
  const again = await layOut();
  expect([...(again.index.pack()?.folds.keys() ?? [])]).toEqual([false]);
  await again.close();
  const kept = () =>
    server.instance.database.selectFrom('kept_layout').select(['revision', 'content']).execute();
  const before = await kept();
  await addPassage('cost');
  await (await layOut()).close();
  expect(await kept()).toEqual(before);
});

it('misses nothing that is changed while it is read', async () => {
  const indexes = createMatrixIndexes(server.instance.database, program);
  opened.push(indexes);
  const revision = await getRevision(server.instance.database, dossier.id);
  await Promise.all([indexes.get(dossier.id, revision), addPassage('cost'), addPassage('applicant')]);
  const { index } = await indexes.get(dossier.id, await getRevision(server.instance.database, dossier.id));
  await expectSameAsAnew(index);
});

it('is not that of another program, nor of a change that a restored backup does not have', async () => {
  expect((await layOut('another')).isKept).toBe(false);
  const { database } = server.instance;
  await database
    .updateTable('revision')
    .set({ at: '2020-01-01T00:00:00.000Z' })
    .where('dossier_id', '=', dossier.id)
    .execute();
  expect((await layOut()).isKept).toBe(false);
});

/** Another copy of the server on the same database, and what it is asked. */
async function openCopy() {
  const copy = await createInstance(readSettings(server.environment), (error) => server.faults.push(error));
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await copy.app.request(`/api/v1/dossiers/${dossier.slug}${path}`, {
      method,
      headers: {
        host: '127.0.0.1:8787',
        authorization: `Bearer ${dossier.owner.token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(answer.status).toBeLessThan(300);
    return answer.text();
  };
  const count = () => ask('GET', '/matrix?rows=safeguard&columns=impact');
  const code = () => ask('POST', '/annotations', sampleAnnotation(document, { codings: [sampleCoding()] }));
  return { count, code, close: copy.close };
}

const keptRevisions = () =>
  server.instance.database.selectFrom('kept_layout').select(['program', 'revision']).execute();

// Several on one SQLite would wait for each other in this one process.
const hasServer = inject('postgresql') !== undefined;

it.runIf(hasServer)(
  'is whole where several servers on one database write it at once',
  async () => {
    const copies = await Promise.all([openCopy(), openCopy(), openCopy()]);
    const [first, ...others] = copies;
    // Each has seen another state, and two write what they laid out while the third goes on.
    for (const { count, code } of copies) {
      await code();
      await count();
    }
    await Promise.all([first.code().then(first.count), ...others.map(({ close }) => close())]);
    await first.close();
    const latest = await getRevision(server.instance.database, dossier.id);
    expect(await keptRevisions()).toEqual([{ program: nameCountingProgram(), revision: latest }]);
    const { index, isKept } = await layOut(nameCountingProgram());
    expect(isKept).toBe(true);
    await expectSameAsAnew(index);
  },
  30_000,
);

it('is not taken back by a server that stops later and has seen less', async () => {
  const [behind, ahead] = [await openCopy(), await openCopy()];
  await behind.count();
  await ahead.code();
  await ahead.count();
  await ahead.close();
  const kept = await keptRevisions();
  await behind.close();
  expect(kept[0]?.program).toBe(nameCountingProgram());
  expect(await keptRevisions()).toEqual(kept);
});

it('is written over one of a change that a restored backup does not have', async () => {
  const lost = { revision: 1_000_000, at: '2020-01-01T00:00:00.000Z' };
  await server.instance.database.updateTable('kept_layout').set(lost).execute();
  await (await layOut()).close();
  expect((await layOut()).isKept).toBe(true);
});

it('is laid out anew where what was kept is damaged', async () => {
  const { database } = server.instance;
  const kept = await database
    .selectFrom('kept_layout')
    .select(['content', 'texts'])
    .executeTakeFirstOrThrow();
  const other = gzipSync(serialize('kept'));
  for (const damaged of [
    { ...kept, content: kept.content.subarray(0, 200) },
    { ...kept, content: other },
    { ...kept, texts: kept.texts.subarray(1) },
    { ...kept, texts: other },
  ]) {
    await database.updateTable('kept_layout').set(damaged).execute();
    const { index, isKept } = await layOut();
    expect(isKept).toBe(false);
    expect(index.facts.size).toBeGreaterThan(addedCodings);
  }
});

it('is kept again only after many changes, or when the server stops', async () => {
  await keepCounted();
  const kept = () => server.instance.database.selectFrom('kept_layout').select('revision').executeTakeFirst();
  const before = await kept();
  const layouts = createKeptLayouts(server.instance.database, program);
  const { frame } = (await layOut()).index;
  await layouts.find(dossier.id, async () => frame);
  const revision = before?.revision ?? 0;
  await addPassage('cost');
  const later = (await layOut()).index;
  later.fold(false);
  await layouts.put(dossier.id, { revision: revision + 1, index: later });
  expect(await kept()).toEqual(before);
  await layouts.put(dossier.id, { revision: revision + 1, index: later }, 1);
  expect(await kept()).toEqual({ revision: revision + 1 });
});

it('is written of no deleted dossier, and goes with it', async () => {
  const { database } = server.instance;
  const kept = () => database.selectFrom('kept_layout').select('program').execute();
  const { close } = await layOut('another');
  const deleted = new Date().toISOString();
  await database.updateTable('dossier').set({ deleted }).where('id', '=', dossier.id).execute();
  await close();
  expect(await kept()).toEqual([{ program }]);
  await closeDossier(database, dossier.id);
  for await (const _ of removeDossier(database, dossier.id)) await close();
  expect(await kept()).toEqual([]);
});
