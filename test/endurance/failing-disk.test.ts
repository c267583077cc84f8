import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../bench/random.ts';
import { compareWithConfirmed, readChanges } from '../helpers/confirmed-changes.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { askApi, makeDocument, SteadyWriter, type WritingPlace } from '../helpers/steady-writer.ts';

const run = promisify(execFile);
const writerCount = 4;
/** How many refusals show that the fault is there, and how many confirmations that it is gone. */
const enough = 8;

/** Writers on a server, and what they see together. */
async function createWriters(server: RunningServer) {
  const dossier = 'storing';
  const { token, api } = await server.createToken('noor@example.nl', dossier);
  const place: WritingPlace = { api, dossier, token, document: await makeDocument({ api, dossier, token }) };
  const random = createRandom(41);
  const writers = Array.from({ length: writerCount }, () => new SteadyWriter(place, random));
  const sum = (read: (writer: SteadyWriter) => number) =>
    writers.reduce((total, writer) => total + read(writer), 0);
  /** Lets all write until one of the counts has grown by enough. */
  const writeUntil = async (count: 'count' | 'refusals') => {
    const stop = new AbortController();
    const wanted = sum((writer) => writer[count]) + enough;
    const onAnswer = () => {
      if (sum((writer) => writer[count]) >= wanted) stop.abort();
    };
    await Promise.all(writers.map((writer) => writer.write({ signal: stop.signal, onAnswer })));
  };
  const before = (await readChanges(place)).length;
  return { place, writers, sum, writeUntil, before };
}

/** That everything which was confirmed is there once, and nothing else. */
async function expectWhole(server: RunningServer, work: Awaited<ReturnType<typeof createWriters>>) {
  for (const writer of work.writers) await writer.finish();
  const changes = await readChanges(work.place);
  expect(compareWithConfirmed(changes, work.writers)).toEqual([]);
  expect(changes.length - work.before).toBe(work.sum((writer) => writer.count));
  expect(await server.admin('verify')).toMatch(/^In orde: /u);
}

const faults = [
  ['writes fail because the disk is full', 'enable name=posix/io/rw/pwrite,failinfo=28'],
  ['writes fail', 'enable name=posix/io/rw/pwrite,failinfo=5'],
  ['every third write fails', 'enable_random name=posix/io/rw/pwrite,probability=0.33,failinfo=5'],
  ['syncs fail', 'enable name=posix/io/sync/fsync,failinfo=5'],
  ['every third sync fails', 'enable_random name=posix/io/sync/fsync,probability=0.33,failinfo=5'],
] as const;

const hasFiu = spawnSync('fiu-run', ['-h']).error === undefined;
if (!hasFiu) {
  console.log(
    'Failing writes and syncs are not tested: fiu-run is not there (Debian: fiu-utils, Linux only).',
  );
}

describe.runIf(hasFiu)('a server on a disk that fails', () => {
  it('confirms nothing that is not kept, says 503, and serves again afterwards', async () => {
    const server = await startServer({}, ['fiu-run', '-x']);
    try {
      const work = await createWriters(server);
      const control = (command: string) => run('fiu-ctrl', ['-c', command, String(server.pid())]);
      for (const [what, enable] of faults) {
        await work.writeUntil('count');
        const [refused, confirmed] = [work.sum((w) => w.refusals), work.sum((w) => w.count)];
        await control(enable);
        await work.writeUntil('refusals');
        await control(`disable name=${/name=([^,]+)/u.exec(enable)?.[1]}`);
        console.log(
          `${what}: ${work.sum((w) => w.refusals) - refused} refusals with 503, ${work.sum((w) => w.count) - confirmed} confirmed meanwhile`,
        );
        await work.writeUntil('count');
      }
      await expectWhole(server, work);
    } finally {
      await server.close();
    }
  });
});

/** A small disk in memory; undefined where this user may not make one. */
function mountSmallDisk(megabytes: number): { folder: string; remove(): void } | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  const remove = () => {
    if (mounted.status === 0) spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  if (mounted.status === 0) return { folder, remove };
  remove();
  return undefined;
}

const disk = mountSmallDisk(12);
if (!disk) console.log('A full disk is not tested: this user may not mount a small one.');

describe.runIf(disk !== undefined)('a server on a disk that is full', () => {
  it('confirms nothing that is not kept, says 503, lets people read, and writes again when there is room', async () => {
    const { folder, remove } = disk ?? { folder: '', remove: () => {} };
    const dataDir = path.join(folder, 'data');
    mkdirSync(dataDir);
    const server = await startServer({ DATA_DIR: dataDir });
    try {
      const work = await createWriters(server);
      await work.writeUntil('count');
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(path.join(folder, 'ballast'), Buffer.alloc(bavail * bsize));
      await work.writeUntil('refusals');
      const { api, dossier } = work.place;
      expect((await askApi(work.place, `${api}/dossiers/${dossier}`)).status).toBe(200);
      console.log(`a full disk: ${work.sum((w) => w.refusals)} refusals with 503`);
      rmSync(path.join(folder, 'ballast'));
      await work.writeUntil('count');
      await expectWhole(server, work);
    } finally {
      await server.close();
      remove();
    }
  });
});
