import { randomUUIDv7 as uuid } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { eraseUser } from '../erasure/erasure-service.ts';
import { pseudonymOf } from '../erasure/pseudonym.ts';
import { databasePlace, openUpToDate } from '../open-up-to-date.ts';
import { readSettings } from '../settings.ts';
import { sampleAnnotation, sampleDocument } from '../testing/samples.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { backUp, copyPlace, restore, restoreKeeping, type Upkeep } from './backup-service.ts';
import type { Finding } from './finding.ts';
import { verifyDatabase } from './verify-service.ts';

/** Whole databases are written here, also while other tests want the same disk. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'upkeep-test-'));
const opened: TestServer[] = [];
afterAll(async () => {
  for (const server of opened) await server.close();
  rmSync(folder, { recursive: true });
});

let files = 0;
const newFile = () => path.join(folder, `file-${++files}.sqlite`);

/** Settings of a server, and how its upkeep is done. */
function upkeepOf(environment: Readonly<Record<string, string>>): { place: string; upkeep: Upkeep } {
  const settings = readSettings(environment);
  return {
    place: databasePlace(settings),
    upkeep: {
      openUpToDate: async (place) => (await openUpToDate(place, settings, () => {})).database,
      onPages: () => {},
      onTable: () => {},
    },
  };
}

/** A server with a little of everything in a dossier, names and texts of every script among it. */
async function serve(): Promise<{ server: TestServer; slug: string; token: string }> {
  const server = await createTestServer();
  opened.push(server);
  const { slug, owner } = await server.addDossier();
  const { token } = owner;
  const base = `/api/v1/dossiers/${slug}`;
  const draft = sampleDocument({ title: "Brief ‘Zürich’ 😀 — l'été\u2028" });
  const kept: string[] = [];
  await server.request('POST', `${base}/documents`, { token, body: draft });
  for (let round = 0; round < 5; round++) {
    const annotation = sampleAnnotation(draft.id, { note: `opmerking ${round} 😀` });
    await server.request('POST', `${base}/annotations`, { token, body: annotation });
    kept.push(annotation.id);
  }
  const [first = '', second = '', third = ''] = kept;
  await server.request('DELETE', `${base}/annotations/${third}`, { token, headers: { 'if-match': '*' } });
  await server.request('POST', `${base}/links`, {
    token,
    body: { id: uuid(), from: first, to: second, kind: 'supports' },
  });
  await server.request('POST', `${base}/documents/${draft.id}/renditions`, {
    token,
    body: {
      text: 'Het voornemen vervalt. '.repeat(500),
      source: draft.addresses[0]?.address,
      mediaType: 'text/html',
    },
  });
  const dismissal = { document: draft.id, safeguard: 'voornemen', quote: 'Niet hier 😀' };
  await server.request('PUT', `${base}/dismissals/${uuid()}`, { token, body: dismissal });
  await server.request('PUT', `${base}/readings`, { token, body: { document: draft.id, safeguards: 'all' } });
  return { server, slug, token };
}

const changesOf = async (server: TestServer, slug: string, token: string) =>
  (await server.request('GET', `/api/v1/dossiers/${slug}/changes`, { token })).json;

async function findingsOf(server: TestServer): Promise<Finding[]> {
  const findings: Finding[] = [];
  await verifyDatabase(server.instance.database, (finding) => findings.push(finding));
  return findings;
}

let home: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  home = await serve();
});

describe('a backup', () => {
  it('is one file that only its owner can read, made while others write', async () => {
    const { server, slug, token } = home;
    const { place, upkeep } = upkeepOf(server.environment);
    const file = newFile();
    const draft = sampleDocument();
    const [, answer] = await Promise.all([
      backUp(place, file, upkeep),
      server.request('POST', `/api/v1/dossiers/${slug}/documents`, { token, body: draft }),
    ]);
    expect(answer.status).toBe(201);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith(path.basename(file)))).toEqual([
      path.basename(file),
    ]);
  });

  it('overwrites no file, and says where a folder is missing', async () => {
    const { place, upkeep } = upkeepOf(home.server.environment);
    const file = newFile();
    writeFileSync(file, 'mine');
    await expect(backUp(place, file, upkeep)).rejects.toMatchObject({ problem: 'file-exists' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const nowhere = path.join(folder, 'nergens', 'b.sqlite');
    await expect(backUp(place, nowhere, upkeep)).rejects.toMatchObject({ problem: 'folder-unusable' });
  });

  it('gives everything back to another database, which is whole', async () => {
    const { server, slug, token } = home;
    const { place, upkeep } = upkeepOf(server.environment);
    const file = newFile();
    await backUp(place, file, upkeep);
    const database = await createTestDatabase();
    const dataDir = mkdtempSync(path.join(folder, 'data-'));
    const environment = { DATA_DIR: dataDir, ...database.environment };
    const target = upkeepOf(environment);
    await restore(file, target.place, { ...target.upkeep, replace: false });
    const other = await createTestServer(environment);
    expect(await changesOf(other, slug, token)).toEqual(await changesOf(server, slug, token));
    expect(await findingsOf(other)).toEqual([]);
    await expect(restore(file, target.place, { ...target.upkeep, replace: false })).rejects.toMatchObject({
      problem: expect.stringMatching(/^(?:server-runs|target-not-empty)$/),
    });
    await other.close();
    await database.remove();
  });
});

describe('restoring', () => {
  it('keeps what is there in a file first, unless it is told to replace it', async () => {
    const { server, slug, token } = await serve();
    const { place, upkeep } = upkeepOf(server.environment);
    const file = newFile();
    await backUp(place, file, upkeep);
    const before = await changesOf(server, slug, token);
    const base = `/api/v1/dossiers/${slug}`;
    await server.request('POST', `${base}/documents`, { token, body: sampleDocument() });
    const after = await changesOf(server, slug, token);
    let former: string | undefined;
    await server.restart({}, async () => {
      former = await restoreKeeping(file, place, { ...upkeep, folder });
    });
    expect(await changesOf(server, slug, token)).toEqual(before);
    expect(path.dirname(former ?? '')).toBe(folder);
    await server.restart({}, () => restore(former ?? '', place, { ...upkeep, replace: true }));
    expect(await changesOf(server, slug, token)).toEqual(after);
    expect(await findingsOf(server)).toEqual([]);
  });

  it('forgets again who was erased since the backup was made', async () => {
    const name = 'Willemijn Zoekgeraakt';
    const { server, slug, token } = await serve();
    const { id: dossier } = await server.instance.database
      .selectFrom('dossier')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow();
    const person = await server.addMember(dossier, 'reviewer', name);
    const base = `/api/v1/dossiers/${slug}`;
    const body = sampleDocument();
    await server.request('POST', `${base}/documents`, { token: person.token, body });
    const passage = sampleAnnotation(body.id);
    await server.request('POST', `${base}/annotations`, { token: person.token, body: passage });
    const { place, upkeep } = upkeepOf(server.environment);
    const file = newFile();
    await backUp(place, file, upkeep);
    expect(readFileSync(file).includes(name)).toBe(true);
    await eraseUser(server.instance.database, person.id);
    await server.restart({}, () => restore(file, place, { ...upkeep, replace: true }));
    const { creator } = (await server.request('GET', `${base}/annotations/${passage.id}`, { token })).json;
    expect(creator).toEqual({ id: person.id, name: pseudonymOf(person.id).name });
    expect(JSON.stringify(await changesOf(server, slug, token))).not.toContain(name);
    expect(await findingsOf(server)).toEqual([]);
  });

  it.each([
    ['a text', 'geen database, maar wel lang genoeg om te lezen'.repeat(30), /^(?:not-ours|damaged)$/],
    ['nothing', '', /^not-ours$/],
  ])('refuses %s, and leaves what is there', async (_what, content, problem) => {
    const { server, slug, token } = home;
    const { place, upkeep } = upkeepOf(server.environment);
    const file = newFile();
    writeFileSync(file, content);
    const before = await changesOf(server, slug, token);
    await expect(restore(file, place, { ...upkeep, replace: true })).rejects.toMatchObject({
      problem: expect.stringMatching(problem),
    });
    expect(await changesOf(server, slug, token)).toEqual(before);
    expect(existsSync(`${place}.unfinished`)).toBe(false);
  });

  it('refuses a file that is not there', async () => {
    const { place, upkeep } = upkeepOf(home.server.environment);
    await expect(restore(newFile(), place, { ...upkeep, replace: true })).rejects.toMatchObject({
      problem: 'no-database',
    });
  });
});

describe('copying', () => {
  it('there and back again changes nothing, and refuses a place that is taken', async () => {
    const { server, slug, token } = home;
    const { place, upkeep } = upkeepOf(server.environment);
    const [there, database] = [newFile(), await createTestDatabase()];
    const counted: [string, number][] = [];
    const watching: Upkeep = { ...upkeep, onTable: (name, rows) => counted.push([name, rows]) };
    const out = await copyPlace(place, there, watching);
    expect(out.rows).toBeGreaterThan(100);
    expect(counted.map(([name]) => name)).toEqual(
      expect.arrayContaining(['account', 'annotation', 'coding', 'revision_item', 'session', 'user']),
    );
    const environment = { DATA_DIR: mkdtempSync(path.join(folder, 'data-')), ...database.environment };
    const back = upkeepOf(environment).place;
    expect(await copyPlace(there, back, upkeep)).toEqual(out);
    await expect(copyPlace(place, there, upkeep)).rejects.toMatchObject({ problem: 'target-not-empty' });
    await expect(copyPlace(there, back, upkeep)).rejects.toMatchObject({ problem: 'target-not-empty' });
    const other = await createTestServer(environment);
    expect(await changesOf(other, slug, token)).toEqual(await changesOf(server, slug, token));
    expect(await findingsOf(other)).toEqual([]);
    await other.close();
    await database.remove();
  });
});

describe('verifying', () => {
  it('finds nothing in what the server wrote, the example included', async () => {
    const findings: Finding[] = [];
    const seen = await verifyDatabase(home.server.instance.database, (finding) => findings.push(finding));
    expect(findings).toEqual([]);
    expect(seen).toMatchObject({ dossiers: 2, findings: 0 });
    expect(seen.changes).toBeGreaterThan(70);
    expect(seen.things).toBeGreaterThan(60);
  });

  it('finds every kind of damage', async () => {
    const { server, slug } = await serve();
    const { database } = server.instance;
    const { id } = await database
      .selectFrom('dossier')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow();
    const annotations = await database
      .selectFrom('annotation')
      .select('id')
      .where('dossier_id', '=', id)
      .execute();
    const [first, second] = annotations.map((row) => row.id);
    // One wrong letter in the tables, one passage that is gone, one that nobody logged, and two holes in the log.
    await database
      .updateTable('annotation')
      .set({ note: 'anders' })
      .where('id', '=', first ?? '')
      .execute();
    await database.deleteFrom('link').where('dossier_id', '=', id).execute();
    await database
      .deleteFrom('coding')
      .where('annotation_id', '=', second ?? '')
      .execute();
    await database
      .deleteFrom('annotation')
      .where('id', '=', second ?? '')
      .execute();
    await database.updateTable('membership').set({ role: 'reader' }).where('dossier_id', '=', id).execute();
    const item = await database
      .selectFrom('revision_item')
      .select(['number'])
      .where('dossier_id', '=', id)
      .where('kind', '=', 'annotation')
      .orderBy('number')
      .executeTakeFirstOrThrow();
    await database
      .deleteFrom('revision_item')
      .where('dossier_id', '=', id)
      .where('number', '=', item.number)
      .execute();
    const last = await database
      .selectFrom('dossier')
      .select('revision')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await database
      .deleteFrom('revision_item')
      .where('dossier_id', '=', id)
      .where('number', '=', last.revision)
      .execute();
    await database
      .deleteFrom('revision')
      .where('dossier_id', '=', id)
      .where('number', '=', last.revision)
      .execute();
    const findings = await findingsOf(server);
    expect(findings).toContainEqual({
      kind: 'gap',
      dossier: slug,
      count: last.revision - 1,
      last: last.revision,
    });
    expect(findings).toContainEqual({ kind: 'items', dossier: slug, number: item.number });
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'other-than-logged', item: expect.stringMatching(/^membership /) }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'not-logged', item: `annotation ${first}` }),
    );
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'lost', item: `annotation ${second}` }));
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'not-logged', item: expect.stringMatching(/^reading /) }),
    );
    expect(new Set(findings.map((finding) => ('dossier' in finding ? finding.dossier : '')))).toEqual(
      new Set([slug]),
    );
  });
});
