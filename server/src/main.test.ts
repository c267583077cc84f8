import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './database/index.ts';
import { databasePlace } from './start.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

/** Processes start slowly on a busy machine; this bounds a hang. */
const timeout = 30_000;
const commandOf = (name: string) => path.join(import.meta.dirname, `${name}.ts`);

let dataDir: string;
let database: TestDatabase;
let children: ChildProcess[];
beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'main-test-'));
  database = await createTestDatabase();
  children = [];
});
afterEach(async () => {
  for (const child of children.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await database.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

function begin(command: string, words: readonly string[], environment: Record<string, string> = {}) {
  const env = {
    ...process.env,
    LANG: 'nl_NL.UTF-8',
    DATA_DIR: dataDir,
    ...database.environment,
    ...environment,
  };
  const child = spawn(process.execPath, [commandOf(command), ...words], { env });
  children.push(child);
  const output = { out: '', error: '' };
  child.stdout.on('data', (text) => {
    output.out += text;
  });
  child.stderr.on('data', (text) => {
    output.error += text;
  });
  return { child, output };
}

async function run(command: string, words: readonly string[], environment: Record<string, string> = {}) {
  const { child, output } = begin(command, words, environment);
  const [code] = await once(child, 'close');
  return { code: code as number, ...output };
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Opens the database of the server, as another program would. */
function openBeside() {
  return openDatabase(databasePlace({ dataDir, databaseUrl: database.address }));
}

/** Starts the server and waits until it says where it is. */
async function start(environment: Record<string, string> = {}) {
  const port = await findFreePort();
  const { child, output } = begin('main', [], { PORT: String(port), ...environment });
  await once(child.stdout, 'data');
  return { port, address: `http://127.0.0.1:${port}`, child, output };
}

describe('npm start', () => {
  it(
    'says where to look and how to load the extension, and ends with what it was doing',
    async () => {
      const { address, child, output } = await start();
      expect(output.out).toContain(address);
      expect(output.out).toContain('extension/.output/chrome-mv3');
      expect(output.out).toContain('about:debugging');
      expect((await fetch(`${address}/readyz`)).status).toBe(200);
      const ended = once(child, 'exit');
      const last = fetch(`${address}/voorbeeld/uitspraak.html`).then((answer) => answer.text());
      expect(await last).toContain('</html>');
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
      expect(output.error).toBe('');
    },
    timeout,
  );

  it(
    'says in one line that the port is taken',
    async () => {
      const { port } = await start();
      const other = await run('main', [], { PORT: String(port), DATA_DIR: path.join(dataDir, 'other') });
      expect(other).toMatchObject({ code: 1, out: '' });
      expect(other.error).toMatch(new RegExp(`^Waarborg: poort ${port} is al in gebruik.*\\n$`));
    },
    timeout,
  );

  it.each([
    ['PORT', { PORT: 'x' }],
    ['PUBLIC_URL', { HOST: '0.0.0.0' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/waarborg' }],
    ['AUTH_SECRET', { DATABASE_URL: 'postgres://localhost/waarborg', AUTH_SECRET: '' }],
    ['HOST', { HOST: '203.0.113.1', PUBLIC_URL: 'http://203.0.113.1' }],
  ])(
    'says in one line that %s cannot be used',
    async (name, environment) => {
      const { code, error } = await run('main', [], environment);
      expect(code).toBe(1);
      expect(error).toMatch(new RegExp(`^Waarborg: .*${name}.*\\n$`));
    },
    timeout,
  );

  it(
    'refuses data of a newer version, and leaves them alone',
    async () => {
      const before = await openBeside();
      await before.schema.createTable('kysely_migration').addColumn('name', 'text').execute();
      await sql`insert into kysely_migration (name) values ('9999-later')`.execute(before);
      await before.destroy();
      const { code, error } = await run('main', [], { PORT: String(await findFreePort()) });
      expect(code).toBe(1);
      expect(error).toMatch(/^Waarborg: [^\n]*nieuwere versie[^\n]*9999-later[^\n]*\n$/);
      const after = await openBeside();
      expect(await after.introspection.getTables({ withInternalKyselyTables: true })).toHaveLength(1);
      await after.destroy();
    },
    timeout,
  );

  it(
    'says in one line that the file is no database',
    async () => {
      writeFileSync(
        path.join(dataDir, 'waarborg.sqlite'),
        'geen database, maar wel lang genoeg om te lezen'.repeat(9),
      );
      const environment = { PORT: String(await findFreePort()), DATABASE_URL: '' };
      const { code, error } = await run('main', [], environment);
      expect(code).toBe(1);
      expect(error).toMatch(/^Waarborg: de database [^\n]*waarborg\.sqlite[^\n]*\n$/);
    },
    timeout,
  );

  it(
    'says in one line that no PostgreSQL answers, without the password',
    async () => {
      const DATABASE_URL = `postgres://waarborg:geheim@127.0.0.1:${await findFreePort()}/waarborg`;
      const { code, error } = await run('main', [], { DATABASE_URL, AUTH_SECRET: 'x'.repeat(32) });
      expect(code).toBe(1);
      expect(error).toMatch(
        /^Waarborg: PostgreSQL op 127\.0\.0\.1:\d+\/waarborg [^\n]*ECONNREFUSED[^\n]*\n$/,
      );
      expect(error).not.toContain('geheim');
    },
    timeout,
  );

  it(
    'makes the example once when it is started twice at the same time',
    async () => {
      const [one, other] = await Promise.all([start(), start({ DATA_DIR: path.join(dataDir, 'other') })]);
      expect([one.output.error, other.output.error]).toEqual(['', '']);
      const beside = await openBeside();
      expect(await beside.selectFrom('dossier').select('slug').execute()).toEqual([{ slug: 'voorbeeld' }]);
      expect(await beside.selectFrom('user').select('email').execute()).toHaveLength(2);
      await beside.destroy();
    },
    timeout,
  );
});

describe('npm run admin', () => {
  it(
    'makes a token on an empty disk, with one line of JSON for a program',
    async () => {
      const words = ['create-token', '--user', 'Noor@example.nl', '--dossier', 'asielwetten'];
      const { code, out, error } = await run('admin', words);
      expect(code).toBe(0);
      expect(out.trim().split('\n')).toHaveLength(1);
      expect(JSON.parse(out)).toEqual({
        token: expect.stringMatching(/^wbg_/),
        container: 'http://127.0.0.1:8787/annotations/asielwetten/',
        api: 'http://127.0.0.1:8787/api/v1',
      });
      expect(error).toContain('Dossier asielwetten is aangemaakt.');
    },
    timeout,
  );

  it(
    'makes a token that works at the server that runs beside it',
    async () => {
      const { port, address } = await start();
      const environment = { PORT: String(port) };
      const words = ['create-token', '--user', 'noor@example.nl', '--dossier', 'voorbeeld'];
      const { token, api } = JSON.parse((await run('admin', words, environment)).out);
      expect(api).toBe(`${address}/api/v1`);
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${api}/dossiers/voorbeeld`, { headers });
      expect(await answer.json()).toMatchObject({ slug: 'voorbeeld', role: 'reviewer' });
      await run(
        'admin',
        ['set-role', '--user', 'noor@example.nl', '--dossier', 'voorbeeld', '--role', 'curator'],
        environment,
      );
      const after = await fetch(`${api}/dossiers/voorbeeld`, { headers });
      expect(await after.json()).toMatchObject({ role: 'curator' });
    },
    timeout,
  );

  it(
    'makes an account whose first password signs in',
    async () => {
      const port = await findFreePort();
      const environment = { PORT: String(port), PUBLIC_URL: `http://waarborg.example.nl:${port}` };
      const words = ['create-user', '--user', 'noor@example.nl', '--name', 'Noor de Wit'];
      const { password } = JSON.parse((await run('admin', words, environment)).out);
      const { child, output } = begin('main', [], environment);
      await once(child.stdout, 'data');
      expect(output.error).toContain('create-user');
      const answer = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: environment.PUBLIC_URL },
        body: JSON.stringify({ email: 'noor@example.nl', password }),
      });
      expect(await answer.json()).toMatchObject({ user: { name: 'Noor de Wit' } });
    },
    timeout,
  );

  it(
    'knows the address and the team of the server without being told, and who has no password yet',
    async () => {
      const environment = { HOST: '127.0.0.1', PUBLIC_URL: 'https://waarborg.example.nl' };
      await start(environment);
      const user = ['--user', 'noor@example.nl'];
      const token = await run('admin', ['create-token', ...user, '--dossier', 'asielwetten']);
      expect(JSON.parse(token.out)).toMatchObject({
        container: 'https://waarborg.example.nl/annotations/asielwetten/',
        api: 'https://waarborg.example.nl/api/v1',
      });
      const beside = await openBeside();
      const members = await beside
        .selectFrom('membership')
        .innerJoin('dossier', 'dossier.id', 'membership.dossier_id')
        .innerJoin('user', 'user.id', 'membership.user_id')
        .select('email')
        .where('slug', '=', 'asielwetten')
        .execute();
      await beside.destroy();
      expect(members).toEqual([{ email: 'noor@example.nl' }]);
      const first = await run('admin', ['create-user', ...user]);
      expect(JSON.parse(first.out)).toMatchObject({ email: 'noor@example.nl', password: expect.any(String) });
      expect(await run('admin', ['create-user', ...user])).toMatchObject({
        code: 1,
        out: '',
        error: expect.stringContaining('bestaat al'),
      });
    },
    timeout,
  );

  it.each([
    [[], /create-token --user/],
    [['fly'], /create-token --user/],
    [['create-token', '--user', 'noor'], /--user/],
    [['create-token', '--user', 'noor@example.nl', '--dossier', 'A B'], /--dossier/],
    [['create-token', '--wat'], /--wat/],
    [['set-role', '--user', 'a@example.nl', '--dossier', 'voorbeeld', '--role', 'baas'], /--role/],
    [['set-role', '--user', 'a@example.nl', '--dossier', 'voorbeeld', '--role', 'owner'], /geen account/],
  ])(
    'says what is wrong with %j',
    async (words, message) => {
      const { code, out, error } = await run('admin', words);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(error).toMatch(message);
      expect(error).not.toMatch(/\n {4}at /);
    },
    timeout,
  );
});
