import type { Compilable, CompiledQuery } from 'kysely';
import type { Executor } from './change.ts';
import { isPostgresql } from './open-postgresql.ts';

/** Stands for a value while a statement is written out; for one of a list of values it says which. */
class Parameter {
  readonly place: number;
  readonly index: number | undefined;

  constructor(place: number, index?: number) {
    this.place = place;
    this.index = index;
  }

  valueIn(values: readonly unknown[]): unknown {
    const value = values[this.place];
    return this.index === undefined ? value : (value as readonly unknown[])[this.index];
  }
}

function toParameters(values: readonly unknown[]): unknown[] {
  return values.map((value, place) =>
    Array.isArray(value) ? value.map((_, index) => new Parameter(place, index)) : new Parameter(place),
  );
}

/**
 * A statement that is asked for in every request, written out once for each kind of database, and for each length of
 * the lists in it: to build it takes longer than the database needs for it. `build` does nothing with its values but
 * hand them to the query, a list as a whole. Lists are short and not empty, or there would be too many statements.
 */
export function prepareQuery<Values extends readonly unknown[], Row>(
  build: (database: Executor, ...values: Values) => Compilable<Row>,
): (database: Executor, ...values: Values) => Promise<Row[]> {
  const statements = new Map<string, CompiledQuery<Row>>();
  return async (database, ...values) => {
    const lengths = values.map((value) => (Array.isArray(value) ? value.length : ''));
    const key = `${isPostgresql(database)} ${lengths.join()}`;
    const statement =
      statements.get(key) ?? build(database, ...(toParameters(values) as unknown as Values)).compile();
    statements.set(key, statement);
    const parameters = statement.parameters.map((parameter) =>
      parameter instanceof Parameter ? parameter.valueIn(values) : parameter,
    );
    return (await database.executeQuery<Row>({ ...statement, parameters })).rows;
  };
}
