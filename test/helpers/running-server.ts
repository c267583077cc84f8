import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from '@waarborg/server/find-free-port';
import { programs } from '@waarborg/server/programs';
import { askAdministrator } from './ask-administrator.ts';

/** Bounds a hang: a start takes two seconds, and on a busy machine ten times as long. */
const startTimeoutMs = 90_000;
const pollMs = 50;

/** A token as `admin create-token` prints it. */
export interface PrintedToken {
  readonly token: string;
  /** Address of the W3C annotation container. */
  readonly container: string;
  /** Address of the REST API. */
  readonly api: string;
}

/** The server as `npm start` runs it, in a process of its own with a database of its own. */
export interface RunningServer {
  /** Without slash at the end. */
  readonly address: string;
  readonly dataDir: string;
  /** Id of the process that runs now. */
  pid(): number;
  /** What it has printed so far. */
  output(): string;
  /** Does what `npm run admin -- …` does, on its data; gives what it prints. */
  admin(...words: string[]): Promise<string>;
  createToken(user: string, dossier: string): Promise<PrintedToken>;
  /** Ends the process and keeps the data. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Sends signals one after the other; gives the code with which the process ends, null when a signal ended it. */
  stopWith(...signals: NodeJS.Signals[]): Promise<number | null>;
  /** Starts it again on the same data and port. */
  restart(): Promise<void>;
  /** Ends the process; removes the data when the folder was made for it. */
  close(): Promise<void>;
}

/** Resolves when the server says that its database is there; rejects when the process ends first. */
async function whenReady(child: ChildProcess, address: string, output: () => string): Promise<void> {
  const deadline = AbortSignal.timeout(startTimeoutMs);
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    if (deadline.aborted) throw new Error(`the server is not ready:\n${output()}`);
    const answer = await fetch(`${address}/readyz`, { signal: deadline }).catch(() => undefined);
    if (answer?.ok) return;
    await delay(pollMs);
  }
}

/**
 * Starts a server. `environment` overrides what it reads from there; without a port and a folder in it
 * the server gets a free one and a new one. `through` is a program that runs it, with its words.
 */
export async function startServer(
  environment: Record<string, string> = {},
  through: readonly string[] = [],
): Promise<RunningServer> {
  const ownDataDir = environment.DATA_DIR ? undefined : await mkdtemp(path.join(tmpdir(), 'server-data-'));
  const dataDir = environment.DATA_DIR ?? ownDataDir ?? '';
  const port = Number(environment.PORT ?? (await findFreePort()));
  const address = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, ...environment };
  let printed = '';
  let child: ChildProcess;

  const endWithUs = () => child.kill();

  const start = async () => {
    const [command = process.execPath, ...words] = [...through, process.execPath, programs.main];
    child = spawn(command, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    process.once('exit', endWithUs);
    child.stdout?.on('data', (text) => {
      printed += text;
    });
    child.stderr?.on('data', (text) => {
      printed += text;
    });
    await whenReady(child, address, () => printed);
  };
  const stopWith = async (...signals: NodeJS.Signals[]) => {
    process.off('exit', endWithUs);
    // Told to stop before, it may have ended meanwhile.
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    for (const signal of signals) child.kill(signal);
    return ((await ended) as [number | null])[0];
  };
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => void (await stopWith(signal));
  const runAdmin = (...words: string[]) => askAdministrator(words, env);

  await start();
  return {
    address,
    dataDir,
    pid: () => child.pid ?? 0,
    output: () => printed,
    admin: runAdmin,
    createToken: async (user, dossier) =>
      JSON.parse(await runAdmin('create-token', '--user', user, '--dossier', dossier)) as PrintedToken,
    stop,
    stopWith,
    restart: start,
    async close() {
      await stop();
      if (ownDataDir) await rm(ownDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
