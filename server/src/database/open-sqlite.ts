import { chmodSync, existsSync } from 'node:fs';
import SqliteDriver from 'better-sqlite3';
import {
  type BinaryOperationNode,
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type Kysely,
  SqliteDriver as KyselyDriver,
  OperatorNode,
  type QueryCompiler,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteQueryCompiler,
  type SqliteStatement,
  type TransactionSettings,
  ValueNode,
} from 'kysely';
import { openPipelined } from './open-pipelined.ts';
import type { Database } from './schema.ts';

/** How long a statement waits for another process, such as the `admin` command. */
const busyTimeoutMs = 5_000;
/** Most that is kept of the file in memory: what a large dossier is written to and read from, again and again. */
const cacheKibibytes = 64 * 1024;

function openDriver(file: string): SqliteDriver.Database {
  const isNew = !existsSync(file);
  const driver = new SqliteDriver(file);
  try {
    // Names, hashes and texts stand in it, whoever may look into its folder. What SQLite puts beside it is as this file.
    if (isNew && !driver.memory) chmodSync(file, 0o600);
    // First, so that two processes that start together wait for each other.
    driver.pragma(`busy_timeout = ${busyTimeoutMs}`);
    driver.pragma('journal_mode = WAL');
    driver.pragma('synchronous = FULL');
    driver.pragma('foreign_keys = ON');
    // What a savepoint may give back is copied for each of them: in memory instead of into a file.
    driver.pragma('temp_store = MEMORY');
    driver.pragma(`cache_size = -${cacheKibibytes}`);
    return driver;
  } catch (error) {
    driver.close();
    throw error;
  }
}

const [beginReading, beginWriting] = [CompiledQuery.raw('begin'), CompiledQuery.raw('begin immediate')];

/** Most statements that are kept ready; the queries of our stores are fewer. */
const maxPrepared = 300;

/** A driver that keeps statements ready by their text, because making one costs more than running it. */
function withPreparedStatements(driver: SqliteDriver.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteDriver.Statement>();
  return {
    prepare(text) {
      const known = prepared.get(text);
      // One that is still being read from cannot be begun again.
      if (known && !known.busy) return known as SqliteStatement;
      const statement = driver.prepare(text);
      if (prepared.size >= maxPrepared) prepared.delete(prepared.keys().next().value ?? '');
      prepared.set(text, statement);
      return statement as SqliteStatement;
    },
    close: () => driver.close(),
  };
}

/**
 * Says of each value that a column is compared with that it is compared byte by byte, as it is anyway. SQLite would
 * otherwise plan the statement again for every new value, to see whether it is a small integer
 * (`sqlite3ExprIsInteger`), which costs ten times as much as finding a row.
 */
class Compiler extends SqliteQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    super.visitBinaryOperation(node);
    const { operator, rightOperand } = node;
    if (OperatorNode.is(operator) && operator.operator === '=' && ValueNode.is(rightOperand)) {
      this.append(' collate binary');
    }
  }
}

/** Tables are made in transactions too, so that a start that is killed leaves none by half. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class Dialect extends SqliteDialect {
  readonly #driver: SqliteDriver.Database;
  readonly #database: SqliteDatabase;

  constructor(driver: SqliteDriver.Database) {
    const database = withPreparedStatements(driver);
    super({ database });
    this.#driver = driver;
    this.#database = database;
  }

  override createQueryCompiler(): QueryCompiler {
    return new Compiler();
  }

  override createAdapter(): SqliteAdapter {
    return new Adapter();
  }

  override createDriver(): Driver {
    const driver = this.#driver;
    return new (class extends KyselyDriver {
      #turn = Promise.resolve();
      #end = () => {};

      /** There is one connection: who asks for it waits for those before. */
      override async acquireConnection(): Promise<DatabaseConnection> {
        const before = this.#turn;
        const { promise, resolve } = Promise.withResolvers<void>();
        this.#turn = promise;
        await before;
        this.#end = resolve;
        return super.acquireConnection();
      }

      override async releaseConnection(): Promise<void> {
        this.#end();
      }

      /** Whoever may write waits for other writers now: one that has read already would be refused instead. */
      override async beginTransaction(
        connection: DatabaseConnection,
        { accessMode }: TransactionSettings = {},
      ): Promise<void> {
        await connection.executeQuery(accessMode === 'read only' ? beginReading : beginWriting);
      }

      /** SQLite ends a transaction by itself when the disk fails: then there is nothing left to roll back. */
      override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
        if (driver.inTransaction) await super.rollbackTransaction(connection);
      }
    })({ database: this.#database });
  }
}

/**
 * Opens a SQLite file: write-ahead log, foreign keys, and durable before a write is answered
 * (`synchronous=FULL`).
 */
export function openSqlite(file: string): Promise<Kysely<Database>> {
  return openPipelined(new Dialect(openDriver(file)));
}
