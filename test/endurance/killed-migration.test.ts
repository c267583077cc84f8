/** A database of an older form, in which people worked, and a start that is killed while it brings it up to date. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@waarborg/server/database';
import { findFreePort } from '@waarborg/server/find-free-port';
import { makeOldDatabase } from '@waarborg/server/old-database';
import { programs } from '@waarborg/server/programs';
import { afterAll, describe, expect, it } from 'vitest';
import { createRandom } from '../bench/random.ts';
import { startServer } from '../helpers/running-server.ts';
import { databases, type EnduranceDatabase, rounds } from './databases.ts';

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'killed-migration-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kills = Math.ceil(rounds / 10);
const timeout = 120_000 + kills * 30_000;
const size = { dossiers: 4, passages: 40 };

type Environment = Record<string, string>;
const placeOf = ({ DATABASE_URL, DATA_DIR = '' }: Environment) =>
  DATABASE_URL ?? path.join(DATA_DIR, 'waarborg.sqlite');

/** Runs a command of the server that counts its statements; gives the signal that ended it and what it said. */
async function runCounted(name: keyof typeof programs, words: readonly string[], environment: Environment) {
  const child = spawn(
    process.execPath,
    ['--import', fileOf('./end-at-statement.ts'), programs[name], ...words],
    {
      env: { ...process.env, LANG: 'nl', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
    });
  }
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { signal, said };
}

/** How many rows there are of what people made, and how many migrations were applied. */
async function countRows(place: string, dossiers: readonly string[]) {
  const database = await openDatabase(place);
  const count = async (table: 'annotation' | 'coding' | 'link' | 'reading' | 'speaker' | 'revision') => {
    const query = database.selectFrom(table).select(({ fn }) => fn.countAll().as('rows'));
    return Number((await query.where('dossier_id', 'in', dossiers).executeTakeFirstOrThrow()).rows);
  };
  const tables = ['annotation', 'coding', 'link', 'reading', 'speaker', 'revision'] as const;
  const rows: [string, number][] = [];
  for (const table of tables) rows.push([table, await count(table)]);
  const applied = await database
    .selectFrom('kysely_migration' as 'speaker')
    .select('name')
    .execute();
  await database.destroy();
  return { rows: Object.fromEntries(rows), migrations: applied.length };
}

/** What stays: of two passages one was deleted, with the link between them; texts become a change of each dossier. */
const expected = {
  annotation: size.dossiers * size.passages,
  coding: size.dossiers * size.passages,
  link: 0,
  reading: size.dossiers,
  speaker: size.dossiers,
  revision: size.dossiers * (5 + size.passages + 1),
};

async function makeOld(createDatabase: () => Promise<EnduranceDatabase>) {
  const database = await createDatabase();
  const dataDir = mkdtempSync(path.join(folder, 'data-'));
  const environment: Environment = { DATA_DIR: dataDir, ...database.environment };
  const dossiers = await makeOldDatabase(placeOf(environment), size);
  return { environment, dossiers, remove: database.remove };
}

describe.for(databases)('a filled %s database of an older form', ([name, createDatabase]) => {
  it(`is whole and up to date after the start that follows one that was killed in it (${kills} kills)`, {
    timeout,
  }, async () => {
    const random = createRandom(Date.now() % 1_000_000);
    const first = await makeOld(createDatabase);
    const { said } = await runCounted('admin', ['verify'], first.environment);
    expect(said).toMatch(/^In orde: /mu);
    const statements = Number(/^first commit: (\d+)$/mu.exec(said)?.[1]);
    const { migrations } = await countRows(placeOf(first.environment), first.dossiers);
    await first.remove();
    let done = 0;
    for (let round = 0; round < kills; round++) {
      const { environment, dossiers, remove } = await makeOld(createDatabase);
      const end = {
        // The last of them is the commit.
        END_AT_STATEMENT: String(random.chance(0.2) ? statements : random.between(1, statements)),
        END_AFTER: String(random.next() < 0.5),
      };
      const killed = await runCounted('main', [], {
        ...environment,
        ...end,
        PORT: String(await findFreePort()),
      });
      expect(killed.signal, killed.said).toBe('SIGKILL');
      const left = await countRows(placeOf(environment), dossiers);
      expect([3, migrations]).toContain(left.migrations);
      if (left.migrations === migrations) done++;
      const server = await startServer(environment);
      expect(await server.admin('verify')).toMatch(/^In orde: /u);
      await server.close();
      expect(await countRows(placeOf(environment), dossiers)).toEqual({ rows: expected, migrations });
      await remove();
    }
    console.log(
      `${name}: ${kills} starts killed at one of the ${statements} statements that bring an old database up to date; ${done} of them had been done`,
    );
  });
});
