import { sql } from 'kysely';
import { type Executor, isPostgresql } from '../database/index.ts';

/** Bytes that the database takes. */
export async function measureDatabase(database: Executor): Promise<number> {
  const size = isPostgresql(database)
    ? sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`
    : sql<{
        bytes: number;
      }>`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`;
  const { rows } = await size.execute(database);
  return rows[0]?.bytes ?? 0;
}

/** How many codings there are in all dossiers together. */
export async function countCodings(database: Executor): Promise<number> {
  const { count } = await database
    .selectFrom('coding')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
