import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type DialectAdapter,
  type QueryCompiler,
  type QueryResult,
  SingleConnectionProvider,
} from 'kysely';

/** Gives the connection of a transaction to whoever asks, without waiting for those before. */
class SharedConnectionProvider implements ConnectionProvider {
  readonly connection: Promise<DatabaseConnection>;

  constructor(provider: ConnectionProvider) {
    this.connection = provider.provideConnection(async (connection) => connection);
  }

  async provideConnection<T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    return consumer(await this.connection);
  }
}

/** Gives statements to the connection of a transaction, in the order in which they are given to it. */
class TransactionExecutor extends DefaultQueryExecutor {
  readonly #provider: SharedConnectionProvider;

  constructor(compiler: QueryCompiler, adapter: DialectAdapter, provider: SharedConnectionProvider) {
    super(compiler, adapter, provider);
    this.#provider = provider;
  }

  /** Every statement waits for the connection, so that they stay in their order. */
  override async executeQuery<R>(query: CompiledQuery<unknown>): Promise<QueryResult<R>> {
    return (await this.#provider.connection).executeQuery<R>(query as CompiledQuery<R>);
  }

  /** What Kysely lays around a transaction asks for a connection by itself, which leads here again. */
  override withConnectionProvider(): DefaultQueryExecutor {
    return this;
  }
}

/**
 * Lets the statements of a transaction go to the database in the order in which they are given, also those that are
 * given before the answers to others are there. Kysely holds each of them back until then, also for a driver that keeps
 * their order by itself, and goes a longer way to the connection of a transaction than most statements take.
 */
export class PipelinedExecutor extends DefaultQueryExecutor {
  readonly #compiler: QueryCompiler;

  constructor(compiler: QueryCompiler, adapter: DialectAdapter, provider: ConnectionProvider) {
    super(compiler, adapter, provider);
    this.#compiler = compiler;
  }

  override withConnectionProvider(provider: ConnectionProvider): DefaultQueryExecutor {
    if (!(provider instanceof SingleConnectionProvider)) return super.withConnectionProvider(provider);
    return new TransactionExecutor(this.#compiler, this.adapter, new SharedConnectionProvider(provider));
  }
}
