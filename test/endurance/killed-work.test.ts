/** Work on a whole database that is killed while it is done: it was done, or it was not, and nothing between. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '@waarborg/server/database';
import { findFreePort } from '@waarborg/server/find-free-port';
import { programs } from '@waarborg/server/programs';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../bench/random.ts';
import { readChanges } from '../helpers/confirmed-changes.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { askApi, makeDocument } from '../helpers/steady-writer.ts';
import { databases, type EnduranceDatabase, rounds } from './databases.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'killed-work-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each kind of work is killed less often than writers are. */
const kills = Math.ceil(rounds / 10);
/** Texts that make the database large enough to be killed in the middle of it. */
const texts = { count: 24, bytes: 1_000_000 };
const timeout = 120_000 + kills * 30_000;
/** Annotations of a batch: enough to be killed in the middle of it. */
const batchSize = 150;

let names = 0;
const newPath = (name: string) => path.join(folder, `${name}-${++names}`);

interface Place {
  readonly server: RunningServer;
  readonly environment: Record<string, string>;
  readonly api: string;
  readonly dossier: string;
  readonly token: string;
}

/** A server with a large database. */
async function serveMuch(database: EnduranceDatabase): Promise<Place> {
  const server = await startServer(database.environment);
  const dossier = 'breuk';
  const { token, api } = await server.createToken('noor@example.nl', dossier);
  const kysely = await openDatabase(
    database.environment.DATABASE_URL ?? path.join(server.dataDir, 'waarborg.sqlite'),
  );
  for (let index = 0; index < texts.count; index++) {
    const row = { id: randomBytes(32).toString('hex'), compressed: randomBytes(texts.bytes) };
    await kysely.insertInto('rendition_text').values(row).execute();
  }
  await kysely.destroy();
  const environment = { DATA_DIR: server.dataDir, ...database.environment };
  return { server, environment, api, dossier, token };
}

function begin(name: keyof typeof programs, words: readonly string[], environment: Record<string, string>) {
  const env = { ...process.env, LANG: 'nl', ...environment };
  return spawn(process.execPath, [programs[name], ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a command to its end; gives its last line. */
async function finish(words: readonly string[], environment: Record<string, string>): Promise<string> {
  const child = begin('admin', words, environment);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
    });
  }
  await once(child, 'close');
  return said.trim().split('\n').at(-1) ?? '';
}

/** Kills a command after so many lines of progress and a moment more; says whether it had ended before. */
async function killWithin(child: ChildProcess, random: Random, { lines, ms }: { lines: number; ms: number }) {
  const ended = once(child, 'exit');
  const wanted = random.between(0, lines);
  let seen = 0;
  const reached = new Promise<void>((resolve) => {
    child.stderr?.on('data', (text) => {
      seen += String(text).split('\n').length - 1;
      if (seen >= wanted) resolve();
    });
  });
  if (wanted > 0) await Promise.race([reached, ended]);
  await delay(random.next() * ms);
  child.kill('SIGKILL');
  await ended;
  return child.exitCode !== null;
}

/** A batch of drafts that also brings a speaker whom the dossier does not know. */
function makeBatch(document: string, speaker: string): { readonly key: string; readonly drafts: unknown[] } {
  const drafts = Array.from({ length: batchSize }, (_, index) => ({
    ...{ id: uuid(), document, source: 'https://example.org/brief.html' },
    ranges: [
      { exact: `Voornemen ${index} vervalt.`, prefix: '', suffix: ' Dat', start: index, end: index },
    ].map((range) => ({ ...range, end: range.start + range.exact.length })),
    codings: [
      ...[{ safeguard: 'voornemen', measure: 'abolished', impact: 'court-workload', speaker }],
      ...[{ safeguard: 'legal-aid', measure: 'abolished', impact: 'court-workload' }],
    ].map((coding) => ({ ...coding, direction: 'unfavourable', basis: 'expectation' })),
  }));
  return { key: uuid(), drafts };
}

describe.for(databases)('work on %s that is killed', ([name, createDatabase]) => {
  it(`leaves a first start, with its migrations, to the next one (${kills} kills)`, { timeout }, async () => {
    const random = createRandom(Date.now() % 1_000_000);
    let ended = 0;
    for (let round = 0; round < kills; round++) {
      const database = await createDatabase();
      const environment = { DATA_DIR: newPath('first'), ...database.environment };
      const child = begin('main', [], { ...environment, PORT: String(await findFreePort()) });
      if (await killWithin(child, random, { lines: 0, ms: 1_500 })) ended++;
      const server = await startServer(environment);
      expect(await server.admin('verify')).toMatch(/^In orde: /u);
      await server.close();
      await database.remove();
    }
    console.log(`${name}: ${kills} first starts killed, ${ended} of them had come to their end`);
  });

  let database: EnduranceDatabase;
  let place: Place;
  beforeAll(async () => {
    database = await createDatabase();
    place = await serveMuch(database);
  });
  afterAll(async () => {
    await place?.server.close();
    await database?.remove();
  });

  it(`leaves no backup, or a whole one (${kills} kills)`, { timeout }, async () => {
    const random = createRandom(Date.now() % 1_000_000);
    const { environment } = place;
    let whole = 0;
    for (let round = 0; round < kills; round++) {
      const file = newPath('backup');
      await killWithin(begin('admin', ['backup', file], environment), random, { lines: 10, ms: 20 });
      if (!existsSync(file)) expect(await finish(['backup', file], environment)).toMatch(/^Back-up gemaakt/u);
      else whole++;
      const copy = { DATA_DIR: newPath('restored') };
      expect(await finish(['restore', file], copy)).toMatch(/^Teruggezet/u);
      expect(await finish(['verify'], copy)).toMatch(/^In orde: /u);
    }
    console.log(`${name}: ${kills} backups killed, ${whole} of them had just ended`);
  });

  it(`leaves the old data where a backup is put back, or the new ones (${kills} kills)`, {
    timeout,
  }, async () => {
    const random = createRandom(Date.now() % 1_000_000);
    const { server, environment } = place;
    const file = newPath('backup');
    await finish(['backup', file], environment);
    const before = (await readChanges(place)).length;
    let replaced = 0;
    for (let round = 0; round < kills; round++) {
      await makeDocument(place);
      const after = (await readChanges(place)).length;
      await server.stop();
      await killWithin(begin('admin', ['restore', file, '--replace'], environment), random, {
        lines: 12,
        ms: 50,
      });
      await server.restart();
      const found = (await readChanges(place)).length;
      expect([before, after]).toContain(found);
      if (found === before) replaced++;
      expect(await server.admin('verify')).toMatch(/^In orde: /u);
    }
    console.log(`${name}: ${kills} restores killed, ${replaced} of them had been done`);
  });

  it(`leaves nothing in the other database, or everything (${kills} kills)`, { timeout }, async () => {
    const random = createRandom(Date.now() % 1_000_000);
    const { server, environment } = place;
    const from = database.environment.DATABASE_URL ?? path.join(server.dataDir, 'waarborg.sqlite');
    const [, [, createOther]] = databases as [(typeof databases)[0], (typeof databases)[0]];
    let arrived = 0;
    for (let round = 0; round < kills; round++) {
      const other = await createOther();
      const isThere = name === 'PostgreSQL';
      const to = isThere ? newPath('copy') : (other.environment.DATABASE_URL ?? '');
      await killWithin(begin('admin', ['copy', from, to], environment), random, { lines: 25, ms: 20 });
      const again = await finish(['copy', from, to], environment);
      if (/^er staan al gegevens/u.test(again)) arrived++;
      else expect(again).toMatch(/^Gekopieerd en rij voor rij vergeleken/u);
      await other.remove();
    }
    console.log(`${name}: ${kills} copies killed, ${arrived} of them had arrived`);
  });

  it(`has every merge that was confirmed, and none by half (${kills} kills)`, { timeout }, async () => {
    const random = createRandom(Date.now() % 1_000_000);
    const { server, api, dossier } = place;
    const [first, second] = [await makeDocument(place), await makeDocument(place)];
    const address = `${api}/dossiers/${dossier}/documents/${first}/merged-into`;
    let confirmed = 0;
    for (let round = 0; round < kills; round++) {
      const merging = (async () => {
        for (let isMerged = false; ; isMerged = !isMerged) {
          const request = isMerged ? { method: 'DELETE' } : { method: 'PUT', body: { into: second } };
          const answer = await askApi(place, address, request).catch(() => undefined);
          if (!answer) return;
          if (answer.ok) confirmed++;
        }
      })();
      await delay(random.between(20, 400));
      await server.stop('SIGKILL');
      await merging;
      await server.restart();
      expect(await server.admin('verify')).toMatch(/^In orde: /u);
      await askApi(place, address, { method: 'DELETE' });
    }
    console.log(`${name}: ${kills} kills while documents were merged and separated, ${confirmed} confirmed`);
    const merges = (await readChanges(place)).filter(({ operation }) => /merge|separate/u.test(operation));
    expect(merges.length).toBeGreaterThanOrEqual(confirmed);
  });

  it(`has every batch of an import that was confirmed, and none by half (${kills} kills)`, {
    timeout,
  }, async () => {
    const random = createRandom(Date.now() % 1_000_000);
    const { server, api, dossier } = place;
    const document = await makeDocument(place);
    let [sent, confirmed, kept] = [0, 0, 0];
    const newBatch = () => makeBatch(document, `Spreker ${++sent}`);
    const send = async ({ key, drafts }: ReturnType<typeof makeBatch>) => {
      const request = { method: 'POST', body: drafts, headers: { 'idempotency-key': key } };
      const answer = await askApi(place, `${api}/dossiers/${dossier}/imports`, request).catch(
        () => undefined,
      );
      if (!answer) return false;
      expect(await answer.json()).toMatchObject({ created: batchSize, unchanged: 0 });
      confirmed++;
      return true;
    };
    const readBatches = async () =>
      (await readChanges(place)).filter(({ operation }) => operation === 'import-annotations');
    for (let round = 0; round < kills; round++) {
      let batch = newBatch();
      const importing = (async () => {
        while (await send(batch)) batch = newBatch();
      })();
      await delay(random.between(20, 500));
      await server.stop('SIGKILL');
      await importing;
      await server.restart();
      const batches = await readBatches();
      expect([confirmed, confirmed + 1]).toContain(batches.length);
      kept += batches.length - confirmed;
      expect(await server.admin('verify')).toMatch(/^In orde: /u);
      expect(await send(batch)).toBe(true);
    }
    const batches = await readBatches();
    console.log(
      `${name}: ${kills} kills during an import, ${confirmed} batches confirmed, ${kept} kept without an answer`,
    );
    expect(batches.length).toBe(confirmed);
    for (const { items } of batches) expect(items.length).toBe(batchSize + 1);
    expect(await server.admin('verify')).toMatch(/^In orde: /u);
  });
});
