/**
 * PostgreSQL ends of itself when it cannot write or sync its log, for then it does not know any more what is kept. So
 * here it ends, and is started again when the disk does what it should. Its disk fails by strace: libfiu cannot be
 * loaded into it, because each of them has a function `hash_create`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startFailingPostgresql, whyNothingFails } from '@waarborg/server/failing-postgresql';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { mountSmallDisk } from '../helpers/mount-small-disk.ts';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import { createWriters, expectWhole } from './create-writers.ts';

const faults = [
  ['every third write fails', 'pwrite64,pwritev:error=EIO:when=1+3'],
  ['every third sync fails', 'fdatasync,fsync:error=EIO:when=1+3'],
] as const;

const hindrance = whyNothingFails();
if (hindrance) console.log(`Failing writes and syncs of PostgreSQL are not tested: ${hindrance}.`);
const disk = mountSmallDisk(128);
const folder = disk?.folder ?? mkdtempSync(path.join(tmpdir(), 'failing-postgresql-'));
const canRun = hindrance === undefined || disk !== undefined;

describe.runIf(canRun)('a server with PostgreSQL', () => {
  let postgresql: Awaited<ReturnType<typeof startFailingPostgresql>>;
  let server: RunningServer;
  let work: Awaited<ReturnType<typeof createWriters>>;
  beforeAll(async () => {
    postgresql = await startFailingPostgresql(path.join(folder, 'cluster'));
    const secret = 'geheim-van-de-tests-en-van-niets-anders';
    server = await startServer({ DATABASE_URL: postgresql.address, AUTH_SECRET: secret });
    work = await createWriters(server);
  }, 120_000);
  afterAll(async () => {
    await work?.follower.stop();
    await server?.close();
    await postgresql?.stop();
    disk?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it.runIf(hindrance === undefined)(
    'on a disk that fails confirms nothing that is not kept, says 503, and serves again afterwards',
    async () => {
      for (const [what, fault] of faults) {
        await work.writeUntil('count');
        const said = work.tell();
        const end = await postgresql.inject(fault);
        await work.writeUntil('refusals');
        await end();
        await postgresql.revive();
        console.log(`PostgreSQL, ${what}: ${said()}`);
        await work.writeUntil('count');
      }
      await expectWhole(server, work);
    },
  );

  it.runIf(disk)(
    'on a disk that is full confirms nothing that is not kept, says 503, and writes again when there is room',
    async () => {
      await work.writeUntil('count');
      const said = work.tell();
      const empty = disk?.fill();
      await work.writeUntil('refusals');
      console.log(`PostgreSQL, a full disk: ${said()}`);
      empty?.();
      await postgresql.revive();
      await work.writeUntil('count');
      await expectWhole(server, work);
    },
  );
});
