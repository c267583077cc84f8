import { once } from 'node:events';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './database/index.ts';
import { databasePlace } from './open-up-to-date.ts';
import { type Commands, createCommands } from './testing/commands.ts';
import { findFreePort } from './testing/find-free-port.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

/** Processes start slowly on a busy machine, and a test starts up to five; this bounds a hang. */
const timeout = 120_000;

let database: TestDatabase;
let commands: Commands;
beforeEach(async () => {
  database = await createTestDatabase();
  commands = createCommands(database.environment);
});
afterEach(async () => {
  await commands.remove();
  await database.remove();
});

/** Opens the database of the server, as another program would. */
function openBeside() {
  return openDatabase(databasePlace({ dataDir: commands.dataDir, databaseUrl: database.address }));
}

/** Starts the server and waits until it says where it is. */
async function start(environment: Record<string, string> = {}) {
  const port = await findFreePort();
  const { child, output } = commands.begin('main', [], { PORT: String(port), ...environment });
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
    'refuses data of a newer version, and leaves them alone',
    async () => {
      const before = await openBeside();
      await before.schema.createTable('kysely_migration').addColumn('name', 'text').execute();
      await sql`insert into kysely_migration (name) values ('9999-later')`.execute(before);
      await before.destroy();
      const { code, error } = await commands.run('main', [], { PORT: String(await findFreePort()) });
      expect(code).toBe(1);
      expect(error).toMatch(/^Waarborg: [^\n]*nieuwere versie[^\n]*9999-later[^\n]*\n$/);
      const after = await openBeside();
      expect(await after.introspection.getTables({ withInternalKyselyTables: true })).toHaveLength(1);
      await after.destroy();
    },
    timeout,
  );

  it(
    'makes the example once when it is started twice at the same time',
    async () => {
      const [one, other] = await Promise.all([start(), start()]);
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
      const { code, out, error } = await commands.run('admin', words);
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
      const { token, api } = JSON.parse((await commands.run('admin', words, environment)).out);
      expect(api).toBe(`${address}/api/v1`);
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${api}/dossiers/voorbeeld`, { headers });
      expect(await answer.json()).toMatchObject({ slug: 'voorbeeld', role: 'reviewer' });
      await commands.run(
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
    'makes an account whose link sets the first password, with which one signs in until all are signed out',
    async () => {
      const port = await findFreePort();
      const environment = { PORT: String(port), PUBLIC_URL: `http://waarborg.example.nl:${port}` };
      const words = ['create-user', '--user', 'noor@example.nl', '--name', 'Noor de Wit'];
      const { link } = JSON.parse((await commands.run('admin', words, environment)).out);
      const password = 'een-zin-van-woorden';
      const { child, output } = commands.begin('main', [], environment);
      await once(child.stdout, 'data');
      await expect.poll(() => output.error).toContain('create-user');
      const post = (path: string, body: object) =>
        fetch(`http://127.0.0.1:${port}/api/auth${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: environment.PUBLIC_URL },
          body: JSON.stringify(body),
        });
      await post('/reset-password', { token: new URL(link).hash.slice(1), newPassword: password });
      const answer = await post('/sign-in/email', { email: 'noor@example.nl', password });
      expect(await answer.json()).toMatchObject({ user: { name: 'Noor de Wit' } });
      const me = async () => {
        const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
        return (await fetch(`http://127.0.0.1:${port}/api/v1/me`, { headers: { cookie } })).status;
      };
      expect(await me()).toBe(200);
      expect(await commands.run('admin', words, environment)).toMatchObject({
        ...{ code: 1, out: '', error: expect.stringContaining('bestaat al') },
      });
      for (const whom of [['--user', 'noor@example.nl'], ['--everybody']])
        expect(await commands.run('admin', ['sign-out', ...whom], environment)).toMatchObject({ code: 0 });
      expect(await me()).toBe(401);
    },
    timeout,
  );

  it(
    'knows the address and the team of the server without being told, and who has no password yet',
    async () => {
      const environment = { HOST: '127.0.0.1', PUBLIC_URL: 'https://waarborg.example.nl' };
      await start(environment);
      const user = ['--user', 'noor@example.nl'];
      const token = await commands.run('admin', ['create-token', ...user, '--dossier', 'asielwetten']);
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
      const first = await commands.run('admin', ['create-user', ...user]);
      expect(JSON.parse(first.out)).toMatchObject({
        email: 'noor@example.nl',
        link: expect.stringMatching(/^https:\/\/waarborg\.example\.nl\/wachtwoord#wbr_/u),
      });
    },
    timeout,
  );
});
