import SqliteDriver from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomNumbers } from '../../testing/random-numbers.ts';
import { type Database, matchesWords, type WantedWord } from '../index.ts';
import { dossierWord } from '../search-entries.ts';
import { up as createFirstTables } from './0001-first-tables.ts';
import { up as addFullTextSearch } from './0008-full-text-search.ts';
import { up } from './0018-passages-indexed-together.ts';

const dossier = 'd1';
const vocabulary = ['voornemen', 'procedur', 'tolk', 'besluit', 'termijn', 'beroep', '1', 'é'];

let driver: SqliteDriver.Database;
let database: Kysely<Database>;
/** Words of each entry by its number, as they should be found. */
const entries = new Map<number, string[]>();
const random = randomNumbers(18);
const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;

beforeEach(async () => {
  driver = new SqliteDriver(':memory:');
  database = new Kysely<Database>({ dialect: new SqliteDialect({ database: driver }) });
  driver.exec('create table user (id text primary key, name text not null, email text not null)');
  await createFirstTables(database as Kysely<unknown>);
  await addFullTextSearch(database as Kysely<unknown>);
});
afterEach(() => database.destroy());

function add(): void {
  const words = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(vocabulary));
  const { lastInsertRowid } = driver
    .prepare("insert into search_entry values (null, ?, 'passage', 'x', '', 0, ?)")
    .run(dossier, [dossierWord(dossier), ...words].join(' '));
  entries.set(Number(lastInsertRowid), words);
}

function remove(): void {
  const number = pick([...entries.keys()]);
  driver.prepare('delete from search_entry where number = ?').run(number);
  entries.delete(number);
}

async function find(words: readonly WantedWord[]): Promise<number[]> {
  const rows = await database
    .selectFrom('search_entry')
    .select('number')
    .where(matchesWords(database, dossier, words))
    .orderBy('number')
    .execute();
  return rows.map(({ number }) => Number(number));
}

/** That what is found is what has the words, for words and alternatives by chance. */
async function expectFound(): Promise<void> {
  const way = () => Array.from({ length: 1 + Math.floor(random() * 2) }, () => pick(vocabulary));
  const wanted = Array.from({ length: 1 + Math.floor(random() * 2) }, () => [way(), way()]);
  const has = (words: readonly string[]) =>
    wanted.every((ways) => ways.some((stems) => stems.every((stem) => words.includes(stem))));
  const expected = [...entries].filter(([, words]) => has(words)).map(([number]) => number);
  expect(await find(wanted)).toEqual(expected);
}

it('every entry is found from its beginning to its end, whether the index has it or not', async () => {
  for (let count = 0; count < 100; count++) add();
  for (let count = 0; count < 20; count++) remove();
  await up(database as Kysely<unknown>);
  for (let step = 0; step < 300; step++) {
    if (random() < 0.6) add();
    else remove();
    await expectFound();
  }
  // A change that is taken back takes its number back too.
  driver.exec('begin');
  for (let count = 0; count < 70; count++) add();
  for (const number of [...entries.keys()].slice(-70)) entries.delete(number);
  driver.exec('rollback');
  await expectFound();
  const { last } = driver.prepare('select seq as last from sqlite_sequence').get() as { last: number };
  for (let count = last; count % 64 !== 0; count++) add();
  await expectFound();
  expect(() =>
    driver.exec("insert into search_index(search_index, rank) values ('integrity-check', 1)"),
  ).not.toThrow();
});

it('a word can be said in a thousand ways', async () => {
  await up(database as Kysely<unknown>);
  add();
  const ways = Array.from({ length: 1_000 }, (_, count) => [`w${count}`]);
  expect(await find([ways])).toEqual([]);
  expect(await find([[...ways, ...vocabulary.map((word) => [word])]])).toHaveLength(1);
});
