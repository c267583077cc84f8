/** What promises become. */
type Settled<T extends readonly Promise<unknown>[]> = { [K in keyof T]: Awaited<T[K]> };

/**
 * Lets statements of one transaction go to the database without waiting for each other's answers, which on
 * PostgreSQL is most of what a small statement costs. They are done in this order, so a row may refer to one that is
 * written before it. Waits for all of them, so that none runs after a rollback, and then throws what the first that
 * failed threw.
 */
export async function sendTogether<const T extends readonly Promise<unknown>[]>(
  ...statements: T
): Promise<Settled<T>> {
  await Promise.allSettled(statements);
  return Promise.all(statements) as Promise<Settled<T>>;
}
