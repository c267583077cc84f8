import { CompiledQuery } from 'kysely';
import type { Executor } from './change.ts';
import { isPostgresql } from './open-postgresql.ts';
import type { Database } from './schema.ts';
import { sendTogether } from './send-together.ts';

/** Rows of one statement; SQLite binds at most 32,766 values. */
const rowsAtOnce = 250;
/** Rows of one thing that somebody saves, such as the codings of a passage. */
const fewRows = 4;

type Value = string | number | null | Uint8Array;

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
  // Only whole statements come again, and those of what people write one by one.
  if (rows === rowsAtOnce || rows <= fewRows) statements.set(key, statement);
  return statement;
}

/**
 * Inserts many rows of one table, all with the same fields in the same order as the first. What
 * a query builder adds to a statement of thousands of values is more than the insertion itself.
 */
export async function insertRows(
  executor: Executor,
  table: keyof Database,
  rows: readonly Readonly<Record<string, Value>>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const isNumbered = isPostgresql(executor);
  const sent: Promise<unknown>[] = [];
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const some = rows.slice(start, start + rowsAtOnce);
    const values: Value[] = [];
    for (const row of some) for (const column of columns) values.push(row[column] ?? null);
    const statement = statementFor(table, columns, some.length, isNumbered);
    sent.push(executor.executeQuery(CompiledQuery.raw(statement, values)));
  }
  await sendTogether(...sent);
}
