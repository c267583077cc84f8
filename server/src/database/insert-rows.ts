import { CompiledQuery } from 'kysely';
import type { Executor } from './change.ts';
import { isPostgresql } from './open-postgresql.ts';
import type { Database } from './schema.ts';
import { sendTogether } from './send-together.ts';

/**
 * Rows of one statement, most first; SQLite binds at most 32,766 values. There are few, so that statements come again
 * and are kept ready, whatever number of rows there is.
 */
const rowsAtOnce = [250, 64, 32, 16, 8, 4, 3, 2, 1];

/** A row as both drivers bind it, by the names of its columns. */
export type Row = Readonly<Record<string, string | number | null | Uint8Array>>;

/** Statements by table, columns and number of rows: writing one out takes longer than the database needs for it. */
const statements = new Map<string, string>();

function statementFor(table: string, columns: readonly string[], rows: number, isNumbered: boolean): string {
  const key = `${table} ${columns.join()} ${rows} ${isNumbered}`;
  const known = statements.get(key);
  if (known !== undefined) return known;
  let number = 0;
  const place = () => (isNumbered ? `$${++number}` : '?');
  const tuples = Array.from({ length: rows }, () => `(${columns.map(place).join(', ')})`);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const statement = `insert into "${table}" (${names}) values ${tuples.join(', ')}`;
  statements.set(key, statement);
  return statement;
}

/**
 * Inserts many rows of one table, all with the same fields as the first. What
 * a query builder adds to a statement of thousands of values is more than the insertion itself.
 */
export async function insertRows(
  executor: Executor,
  table: keyof Database,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const isNumbered = isPostgresql(executor);
  const sent: Promise<unknown>[] = [];
  for (let start = 0; start < rows.length; ) {
    const left = rows.length - start;
    const some = rows.slice(start, start + (rowsAtOnce.find((size) => size <= left) ?? 1));
    const values = some.flatMap((row) => columns.map((column) => row[column] ?? null));
    const statement = statementFor(table, columns, some.length, isNumbered);
    sent.push(executor.executeQuery(CompiledQuery.raw(statement, values)));
    start += some.length;
  }
  await sendTogether(...sent);
}
