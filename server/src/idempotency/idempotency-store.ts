import type { Executor } from '../database/index.ts';

/** An answer as it was given the first time. */
export interface KeptAnswer {
  /** SHA-256 of method, address and body of the request. */
  readonly request: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export async function findAnswer(
  database: Executor,
  user: string,
  key: string,
): Promise<KeptAnswer | undefined> {
  const row = await database
    .selectFrom('idempotency')
    .selectAll()
    .where('user_id', '=', user)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && { ...row, headers: JSON.parse(row.headers) as Record<string, string> };
}

export async function keepAnswer(
  database: Executor,
  user: string,
  key: string,
  answer: KeptAnswer,
): Promise<void> {
  await database
    .insertInto('idempotency')
    .values({
      user_id: user,
      key,
      request: answer.request,
      status: answer.status,
      headers: JSON.stringify(answer.headers),
      body: answer.body,
      at: new Date().toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
