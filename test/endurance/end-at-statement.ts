/**
 * Loaded before a server (`node --import`): ends its process with SIGKILL at the statement of this number
 * (`END_AT_STATEMENT`) that it sends to a database, before or after the database has it (`END_AFTER`). Without a number
 * it says how many there were up to the first commit.
 */
import SqliteDriver from 'better-sqlite3';
import pg from 'pg';

const last = Number(process.env.END_AT_STATEMENT ?? 0);
const isAfter = process.env.END_AFTER === 'true';
let count = 0;

function counted<T>(text: string, send: () => T): T {
  count++;
  const isLast = count === last;
  if (isLast && !isAfter) process.kill(process.pid, 'SIGKILL');
  const result = send();
  if (isLast) process.kill(process.pid, 'SIGKILL');
  if (last === 0 && text.startsWith('commit')) process.stderr.write(`first commit: ${count}\n`);
  return result;
}

type Method = (this: { readonly source?: string }, ...values: unknown[]) => unknown;

const memory = new SqliteDriver(':memory:');
const statements = Object.getPrototypeOf(memory.prepare('select 1')) as Record<string, Method>;
for (const name of ['run', 'all', 'get', 'iterate']) {
  const original = statements[name] as Method;
  statements[name] = function (...values) {
    return counted(this.source ?? '', () => original.apply(this, values));
  };
}
memory.close();

const clients = pg.Client.prototype as unknown as Record<'query', Method>;
const { query } = clients;
clients.query = function (...values) {
  const [asked] = values as [string | { readonly text?: string }];
  const text = typeof asked === 'string' ? asked : (asked.text ?? '');
  return counted(text, () => query.apply(this, values));
};
