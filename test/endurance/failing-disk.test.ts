import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { mountSmallDisk } from '../helpers/mount-small-disk.ts';
import { startServer } from '../helpers/running-server.ts';
import { askApi } from '../helpers/steady-writer.ts';
import { createWriters, expectWhole } from './create-writers.ts';

const run = promisify(execFile);

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

describe.runIf(hasFiu)('a server with SQLite on a disk that fails', () => {
  it('confirms nothing that is not kept, says 503, and serves again afterwards', async () => {
    const server = await startServer({}, ['fiu-run', '-x']);
    try {
      const work = await createWriters(server);
      const control = (command: string) => run('fiu-ctrl', ['-c', command, String(server.pid())]);
      for (const [what, enable] of faults) {
        await work.writeUntil('count');
        const said = work.tell();
        await control(enable);
        await work.writeUntil('refusals');
        await control(`disable name=${/name=([^,]+)/u.exec(enable)?.[1]}`);
        console.log(`SQLite, ${what}: ${said()}`);
        await work.writeUntil('count');
      }
      await expectWhole(server, work);
      await work.follower.stop();
    } finally {
      await server.close();
    }
  });
});

const disk = mountSmallDisk(12);

describe.runIf(disk !== undefined)('a server with SQLite on a disk that is full', () => {
  it('confirms nothing that is not kept, says 503, lets people read, and writes again when there is room', async () => {
    const { folder = '', fill = () => () => {}, remove = () => {} } = disk ?? {};
    const dataDir = path.join(folder, 'data');
    mkdirSync(dataDir);
    const server = await startServer({ DATA_DIR: dataDir });
    try {
      const work = await createWriters(server);
      await work.writeUntil('count');
      const said = work.tell();
      const empty = fill();
      await work.writeUntil('refusals');
      const { api, dossier } = work.place;
      expect((await askApi(work.place, `${api}/dossiers/${dossier}`)).status).toBe(200);
      console.log(`SQLite, a full disk: ${said()}`);
      empty();
      await work.writeUntil('count');
      await expectWhole(server, work);
      await work.follower.stop();
    } finally {
      await server.close();
      remove();
    }
  });
});
