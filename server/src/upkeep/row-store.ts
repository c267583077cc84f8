import { type Kysely, sql } from 'kysely';
import { type Executor, isPostgresql } from '../database/index.ts';
import { clearSearch } from '../search/search-store.ts';
import {
  type Column,
  type PlainRow,
  sizeOf,
  type Table,
  toPlainRow,
  toStoredRow,
  type ValueKind,
} from './table.ts';

/** Any table of any database. */
type AnyTables = Record<string, Record<string, unknown>>;

/** Most values in one statement: SQLite binds 32,766. */
const valuesAtOnce = 30_000;
const rowsAtOnce = 500;
/** Most bytes in one statement: the texts of papers are large. */
const bytesAtOnce = 8 * 1024 * 1024;
/** Rows that PostgreSQL sends at once, and of a table with bytes in it. */
const rowsRead = 1_000;
const largeRowsRead = 8;

const kinds: Readonly<Record<string, ValueKind>> = {
  bool: 'truth',
  timestamp: 'instant',
  timestamptz: 'instant',
  bytea: 'bytes',
  blob: 'bytes',
};

function withAnyTables(database: Executor): Kysely<AnyTables> {
  return database as unknown as Kysely<AnyTables>;
}

/** Names of tables that SQLite keeps for itself, as an index of words does. */
async function listInnerTables(database: Executor): Promise<Set<string>> {
  if (isPostgresql(database)) return new Set();
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_list where type in ('shadow', 'virtual')
  `.execute(database);
  return new Set(rows.map(({ name }) => name));
}

/** The tables that hold what people made, with better-auth's, by name; what is searched is made of it again. */
export async function listTables(database: Executor): Promise<Table[]> {
  const inner = await listInnerTables(database);
  const tables = await database.introspection.getTables();
  return tables
    .filter(
      ({ name, isView, schema }) =>
        !isView && !inner.has(name) && !name.startsWith('search_') && (schema ?? 'public') === 'public',
    )
    .map(({ name, columns }) => ({
      name,
      columns: columns
        .map(
          (column): Column => ({
            name: column.name,
            kind: kinds[column.dataType.toLowerCase()] ?? 'plain',
          }),
        )
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every row of a table. On PostgreSQL within a transaction. */
export async function* readRows(database: Executor, { name, columns }: Table): AsyncGenerator<PlainRow> {
  if (!isPostgresql(database)) {
    const rows = withAnyTables(database).selectFrom(name).selectAll().stream();
    for await (const row of rows) yield toPlainRow(row);
    return;
  }
  const size = columns.some(({ kind }) => kind === 'bytes') ? largeRowsRead : rowsRead;
  await sql`declare copied no scroll cursor for select * from ${sql.table(name)}`.execute(database);
  try {
    for (;;) {
      const fetch = sql<Record<string, unknown>>`fetch ${sql.lit(size)} from copied`;
      const { rows } = await fetch.execute(database);
      for (const row of rows) yield toPlainRow(row);
      if (rows.length < size) return;
    }
  } finally {
    await sql`close copied`.execute(database);
  }
}

/** Writes rows, many in one statement; gives how many there were. */
export async function insertRows(
  database: Executor,
  table: Table,
  rows: AsyncIterable<PlainRow>,
): Promise<number> {
  const most = Math.min(rowsAtOnce, Math.floor(valuesAtOnce / table.columns.length));
  let waiting: Record<string, unknown>[] = [];
  let [bytes, count] = [0, 0];
  const write = async () => {
    if (waiting.length > 0) await withAnyTables(database).insertInto(table.name).values(waiting).execute();
    [waiting, bytes] = [[], 0];
  };
  for await (const row of rows) {
    waiting.push(toStoredRow(table, row));
    bytes += sizeOf(row);
    count++;
    if (waiting.length >= most || bytes >= bytesAtOnce) await write();
  }
  await write();
  return count;
}

/** Whether a table has any row. */
export async function hasRows(database: Executor, { name }: Table): Promise<boolean> {
  const query = withAnyTables(database).selectFrom(name).select(sql.lit(1).as('one')).limit(1);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Removes every row of these tables. */
export async function clearTables(database: Executor, tables: readonly Table[]): Promise<void> {
  await clearSearch(database);
  if (isPostgresql(database)) {
    const names = tables.map(({ name }) => sql.table(name));
    await sql`truncate ${sql.join(names)}`.execute(database);
    return;
  }
  for (const { name } of tables) await withAnyTables(database).deleteFrom(name).execute();
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
}

/**
 * Within a transaction: checks that what a row refers to is there only at the end of `write`, because tables are
 * written in the order of their names. PostgreSQL does so for constraints that say that they allow it.
 */
export async function withReferencesAtTheEnd(database: Executor, write: () => Promise<void>): Promise<void> {
  if (!isPostgresql(database)) {
    await sql`pragma defer_foreign_keys = on`.execute(database);
    return write();
  }
  const { rows } = await sql<ForeignKey>`
    select conrelid::regclass::text as table, conname as name from pg_constraint
    where contype = 'f' and connamespace = current_schema()::regnamespace and not condeferrable
  `.execute(database);
  const alter = async (mode: 'deferrable' | 'not deferrable') => {
    for (const { table, name } of rows) {
      // The name of the table is already quoted where it needs that.
      await sql`alter table ${sql.raw(table)} alter constraint ${sql.ref(name)} ${sql.raw(mode)}`.execute(
        database,
      );
    }
  };
  await alter('deferrable');
  await sql`set constraints all deferred`.execute(database);
  await write();
  await sql`set constraints all immediate`.execute(database);
  await alter('not deferrable');
}
