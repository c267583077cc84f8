import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import SqliteDriver from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Commands, createCommands } from './testing/commands.ts';
import { findFreePort } from './testing/find-free-port.ts';

/** Processes start slowly on a busy machine, and a test starts up to five; this bounds a hang. */
const timeout = 120_000;

let commands: Commands;
beforeEach(() => {
  commands = createCommands({ DATABASE_URL: '' });
});
afterEach(() => commands.remove());

describe('npm start', () => {
  it.each([
    ['PORT', { PORT: 'x' }],
    ['HOST', { HOST: '203.0.113.1', PUBLIC_URL: 'http://203.0.113.1' }],
  ])(
    'says in one line that %s cannot be used',
    async (name, environment) => {
      const { code, error } = await commands.run('main', [], environment);
      expect(code).toBe(1);
      expect(error).toMatch(new RegExp(`^Waarborg: .*${name}.*\\n$`));
    },
    timeout,
  );

  it(
    'says it in English in an English terminal',
    async () => {
      const { error } = await commands.run('main', [], { PORT: 'x', LANG: 'en_GB.UTF-8' });
      expect(error).toMatch(/^Waarborg: PORT is no port number [^\n]*\n$/);
    },
    timeout,
  );

  it(
    'says in one line that the port is taken, before it touches the data of the server that runs there',
    async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      const { code, out, error } = await commands.run('main', [], { PORT: String(port) });
      other.close();
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(error).toMatch(new RegExp(`^Waarborg: poort ${port} is al in gebruik.*\\n$`));
      expect(readdirSync(commands.dataDir).filter((file) => file.includes('sqlite'))).toEqual([]);
    },
    timeout,
  );

  it(
    'says in one line that the file is no database',
    async () => {
      writeFileSync(
        path.join(commands.dataDir, 'waarborg.sqlite'),
        'geen database, maar wel lang genoeg om te lezen'.repeat(9),
      );
      const environment = { PORT: String(await findFreePort()) };
      const { code, error } = await commands.run('main', [], environment);
      expect(code).toBe(1);
      expect(error).toMatch(/^Waarborg: de database [^\n]*waarborg\.sqlite[^\n]*\n$/);
    },
    timeout,
  );

  it(
    'says in one line that no PostgreSQL answers, without the password',
    async () => {
      const DATABASE_URL = `postgres://waarborg:geheim@127.0.0.1:${await findFreePort()}/waarborg`;
      const { code, error } = await commands.run('main', [], {
        ...{ DATABASE_URL, AUTH_SECRET: 'x'.repeat(32) },
        PORT: String(await findFreePort()),
      });
      expect(code).toBe(1);
      expect(error).toMatch(
        /^Waarborg: PostgreSQL op 127\.0\.0\.1:\d+\/waarborg [^\n]*ECONNREFUSED[^\n]*\n$/,
      );
      expect(error).not.toContain('geheim');
    },
    timeout,
  );
});

describe('npm run admin', () => {
  it(
    'says in one line that something else writes to the database',
    async () => {
      const words = ['create-user', '--user', 'noor@example.nl', '--name', 'Noor'];
      expect(await commands.run('admin', words)).toMatchObject({ code: 0 });
      const other = new SqliteDriver(path.join(commands.dataDir, 'waarborg.sqlite'));
      other.exec('begin immediate');
      const { code, out, error } = await commands.run('admin', words);
      other.close();
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(error).toMatch(/^de database [^\n]*waarborg\.sqlite is bezet: [^\n]*\n$/);
    },
    timeout,
  );

  it.each([
    [['fly'], /create-token --user/],
    [['create-token', '--user', 'ik@localhost'], /--user klopt niet: .*een e-mailadres met een domein/],
    [['backup', 'b.sqlite'], /waarborg\.sqlite is er niet\.$/m],
    [
      ['copy', 'postgres://u:geheim@127.0.0.1:1/w', 'b.sqlite'],
      /^PostgreSQL op 127\.0\.0\.1:1\/w (?!.*geheim)/,
    ],
    [['set-role', '--user', 'a@example.nl', '--dossier', 'voorbeeld', '--role', 'owner'], /geen account/],
  ])(
    'says what is wrong with %j',
    async (words, message) => {
      const { code, out, error } = await commands.run('admin', words);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(error).toMatch(message);
      expect(error).not.toMatch(/\n {4}at /);
    },
    timeout,
  );
});
