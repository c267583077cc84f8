import {
  ColumnDefinitionNode,
  type DataTypeNode,
  type Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import pg from 'pg';
import { DatabaseError } from './database-error.ts';
import { openPipelined } from './open-pipelined.ts';
import type { Database } from './schema.ts';

/** How long opening a connection may take. */
const connectTimeoutMs = 10_000;
/** Most connections of one copy of the server: well below the hundred that PostgreSQL takes by itself. */
const maxConnections = 10;

/** Column types of our migrations as PostgreSQL has them: text is ordered by code point, as in SQLite. */
const columnTypes: Readonly<Record<string, string>> = { text: 'text collate "C"', blob: 'bytea' };

class QueryCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    const isColumn = this.parentNode !== undefined && ColumnDefinitionNode.is(this.parentNode);
    const type = isColumn ? columnTypes[node.dataType] : undefined;
    if (type === undefined) super.visitDataType(node);
    else this.append(type);
  }
}

class Dialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new QueryCompiler();
  }
}

/** Counts and sums, which PostgreSQL sends as text because they could be larger than a number holds. */
const numberTypes = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new RangeError(`too large for a number: ${text}`);
  return value;
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    numberTypes.has(id) && format !== 'binary' ? toSafeNumber : pg.types.getTypeParser(id, format),
};

/** Most statements that a connection keeps ready; the queries of our stores are fewer. */
const maxPrepared = 300;

/** Most values of a condition that is planned once for all its values. */
const maxPlannedValues = 30;

/**
 * Whether a statement is planned each time for its values. With `*` a kept one would break when another copy of the
 * server adds a column. One that looks for many ids would compare each row that it passes with all of them. One that
 * takes the first rows in an order would look for those of a small dossier among the rows of all others.
 */
function isPlannedAnew(text: string, values: number): boolean {
  if (text.includes('*')) return true;
  return !text.startsWith('insert') && (text.includes(' limit ') || values > maxPlannedValues);
}

/** A connection that keeps statements ready, because making one costs more than running it. */
class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();

  constructor(config?: pg.ClientConfig) {
    super(config);
    // One that breaks between two statements of a transaction: the next one fails, and says why.
    this.on('error', () => {});
  }

  // biome-ignore lint/suspicious/noExplicitAny: the driver's own signature has a dozen forms
  override query(text: any, values?: any, callback?: any): any {
    const isPlain = typeof text === 'string' && Array.isArray(values);
    const name = isPlain && !isPlannedAnew(text, values.length) ? this.#nameOf(text) : undefined;
    return name === undefined
      ? super.query(text, values, callback)
      : super.query({ name, text, values }, callback);
  }

  /** Undefined when so many are kept already. */
  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= maxPrepared) return known;
    const name = `w${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

function createPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    // A statement is sent without waiting for the answer to the one before.
    pipeline: true,
    connectionTimeoutMillis: connectTimeoutMs,
    max: maxConnections,
    application_name: 'waarborg',
    keepAlive: true,
    types,
  });
  // The pool drops a connection that breaks while nobody uses it; whoever asks next gets another.
  pool.on('error', () => {});
  return pool;
}

const addresses = new WeakMap<Kysely<Database>, string>();

/** Address of a PostgreSQL database; undefined for SQLite. */
export function addressOf(database: Kysely<Database>): string | undefined {
  return addresses.get(database);
}

/**
 * Opens a PostgreSQL database by its address, and reaches it. Another text encoding than UTF-8
 * could not hold every text, so that is refused.
 *
 * @throws DatabaseError for the encoding, and what the driver throws.
 */
export async function openPostgresql(url: string): Promise<Kysely<Database>> {
  const database = await openPipelined(new Dialect({ pool: createPool(url) }));
  addresses.set(database, url);
  try {
    const { rows } = await sql<{ encoding: string }>`
      select current_setting('server_encoding') as encoding
    `.execute(database);
    const encoding = rows[0]?.encoding;
    if (encoding !== 'UTF8') throw new DatabaseError('database-unusable', `encoding ${encoding}, not UTF8`);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** Whether this is PostgreSQL; else it is SQLite. */
export function isPostgresql(database: Kysely<never> | Kysely<Database>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter;
}

/** Taken by whoever brings a database up to date; any number that nobody else uses. */
const startLock = 7_202_611;

/** Lets one copy of the server at a time do what must be done once; on SQLite there is one copy. */
export async function whileAlone<T>(database: Kysely<Database>, work: () => Promise<T>): Promise<T> {
  if (!isPostgresql(database)) return work();
  return database.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(startLock)})`.execute(connection);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(startLock)})`.execute(connection);
    }
  });
}
