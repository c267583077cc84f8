import SqliteDriver from 'better-sqlite3';
import pg from 'pg';

/** A value of a row, as both drivers bind it. */
export type Value = string | number | null;

/** Rows of one table for one insertion. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** A database by its driver alone: what measurements of the server are held against. SQL is written with `?`. */
export interface BareDriver {
  all<Row>(sql: string, values?: readonly Value[]): Promise<Row[]>;
  /** Inserts rows of several tables in one transaction, durable when it resolves, the way the driver does it fastest. */
  insert(tables: readonly TableRows[]): Promise<void>;
  close(): Promise<void>;
}

function insertion({ table, columns }: TableRows, rows: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  return `insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) values ${Array(rows).fill(row).join(', ')}`;
}

/** One prepared statement for each table, run for each row. */
function openSqlite(file: string): BareDriver {
  const driver = new SqliteDriver(file);
  driver.pragma('journal_mode = WAL');
  driver.pragma('synchronous = FULL');
  driver.pragma('foreign_keys = ON');
  driver.pragma('busy_timeout = 30000');
  const statements = new Map<string, SqliteDriver.Statement>();
  const prepare = (sql: string) => {
    const known = statements.get(sql) ?? driver.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    all: async <Row>(sql: string, values: readonly Value[] = []) =>
      driver.prepare(sql).all(...values) as Row[],
    insert: async (tables) => {
      driver.transaction(() => {
        for (const part of tables) {
          const statement = prepare(insertion(part, 1));
          for (const row of part.rows) statement.run(...row);
        }
      })();
    },
    close: async () => {
      driver.close();
    },
  };
}

/** Rows of one statement: a round trip costs more than they do. */
const rowsAtOnce = 500;

function numbered(sql: string): string {
  let number = 0;
  return sql.replaceAll('?', () => `$${++number}`);
}

function openPostgresql(address: string): BareDriver {
  const pool = new pg.Pool({ connectionString: address, max: 2 });
  const texts = new Map<string, string>();
  const insertionOf = (part: TableRows, rows: number) => {
    const key = `${part.table} ${rows}`;
    const text = texts.get(key) ?? numbered(insertion(part, rows));
    texts.set(key, text);
    return text;
  };
  return {
    all: async <Row>(sql: string, values: readonly Value[] = []) =>
      (await pool.query(numbered(sql), [...values])).rows as Row[],
    insert: async (tables) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        for (const part of tables) {
          for (let start = 0; start < part.rows.length; start += rowsAtOnce) {
            const rows = part.rows.slice(start, start + rowsAtOnce);
            await client.query(insertionOf(part, rows.length), rows.flat());
          }
        }
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

/** Opens a database of the server beside it: PostgreSQL by its address, SQLite by its file. */
export function openBareDriver(place: string): BareDriver {
  return place.startsWith('postgres') ? openPostgresql(place) : openSqlite(place);
}
