import {
  CompiledQuery,
  type DatabaseConnection,
  DefaultConnectionProvider,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
} from 'kysely';
import { describe, expect, it } from 'vitest';
import { PipelinedExecutor } from './pipelined-executor.ts';

/** A connection that answers nothing before it was given so many statements, and remembers them. */
function createConnection(answersFrom: number): { connection: DatabaseConnection; given: string[] } {
  const given: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    given,
    connection: {
      async executeQuery({ sql }) {
        given.push(sql);
        if (given.length === answersFrom) resolve();
        await promise;
        return { rows: [] };
      },
      streamQuery() {
        throw new RangeError('nothing is streamed');
      },
    },
  };
}

describe('a transaction', () => {
  it('gives its statements to the driver in their order, without waiting for answers', async () => {
    const statements = ['first', 'second', 'third'];
    const { connection, given } = createConnection(statements.length);
    const driver = new (class extends DummyDriver {
      override async acquireConnection() {
        return connection;
      }
    })();
    const executor = new PipelinedExecutor(
      new PostgresQueryCompiler(),
      new PostgresAdapter(),
      new DefaultConnectionProvider(driver),
    );
    const dialect = new PostgresDialect({ pool: async () => Promise.reject(new RangeError('no pool')) });
    const database = new Kysely<object>({ config: { dialect }, dialect, driver, executor });
    await database
      .transaction()
      .execute((transaction) =>
        Promise.all(statements.map((text) => transaction.executeQuery(CompiledQuery.raw(text)))),
      );
    expect(given).toEqual(statements);
  });
});
