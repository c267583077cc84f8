import type { Compilable, CompiledQuery } from 'kysely';
import type { Executor } from './change.ts';
import { isPostgresql } from './open-postgresql.ts';

/** Stands for a value while a statement is written out. */
class Parameter {
  readonly place: number;

  constructor(place: number) {
    this.place = place;
  }
}

/**
 * A statement that is asked for in every request, written out once for each kind of database: to build it takes
 * longer than the database needs for it. `build` does nothing with its values but hand them to the query, one by
 * one and never in a spread.
 */
export function prepareQuery<Values extends readonly unknown[], Row>(
  build: (database: Executor, ...values: Values) => Compilable<Row>,
): (database: Executor, ...values: Values) => Promise<Row[]> {
  const statements = new Map<boolean, CompiledQuery<Row>>();
  const write = (database: Executor) => {
    const parameters = Array.from({ length: build.length - 1 }, (_, place) => new Parameter(place));
    return build(database, ...(parameters as unknown as Values)).compile();
  };
  return async (database, ...values) => {
    const kind = isPostgresql(database);
    const statement = statements.get(kind) ?? write(database);
    statements.set(kind, statement);
    const parameters = statement.parameters.map((parameter) =>
      parameter instanceof Parameter ? values[parameter.place] : parameter,
    );
    return (await database.executeQuery<Row>({ ...statement, parameters })).rows;
  };
}
