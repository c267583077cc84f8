import { type Kysely, sql } from 'kysely';

/** Forms of a word with a doubled consonant have one stem since: what was searched by the old ones is made again at the start. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`delete from search_entry`.execute(database);
  await sql`delete from search_word`.execute(database);
}
