import {
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  SingleConnectionProvider,
} from 'kysely';

/** Gives the connection of a transaction to whoever asks, without waiting for those before. */
class SharedConnectionProvider implements ConnectionProvider {
  readonly #connection: Promise<DatabaseConnection>;

  constructor(provider: ConnectionProvider) {
    this.#connection = provider.provideConnection(async (connection) => connection);
  }

  async provideConnection<T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    return consumer(await this.#connection);
  }
}

/**
 * Lets the statements of a transaction go to the database in the order in which they are given, also those that are
 * given before the answers to others are there. Kysely holds each of them back until then, also for a driver that keeps
 * their order by itself.
 */
export class PipelinedExecutor extends DefaultQueryExecutor {
  override withConnectionProvider(provider: ConnectionProvider): DefaultQueryExecutor {
    const isOfTransaction = provider instanceof SingleConnectionProvider;
    return super.withConnectionProvider(isOfTransaction ? new SharedConnectionProvider(provider) : provider);
  }
}
