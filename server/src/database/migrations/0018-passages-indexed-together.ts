import { type Kysely, sql } from 'kysely';
import { isPostgresql } from '../open-postgresql.ts';

/**
 * In SQLite the index of words takes entries in by 64: one at a time costs more than all else that a passage writes.
 * `search_tail` are those that it does not have yet, and that are looked at one by one. Numbers of entries are given
 * out without gap and never twice, so the last of every 64 finds those before it.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  if (isPostgresql(database)) return;
  await sql`drop trigger search_entry_added`.execute(database);
  await sql`drop trigger search_entry_removed`.execute(database);
  await sql`
    create view search_tail as select number, words from search_entry
      where number > (select seq - seq % 64 from sqlite_sequence where name = 'search_entry')
  `.execute(database);
  await sql`
    insert into search_index(search_index, rowid, words) select 'delete', number, words from search_tail
  `.execute(database);
  await sql`
    create trigger search_entry_added after insert on search_entry when new.number % 64 = 0 begin
      insert into search_index(rowid, words) select number, words from search_entry
        where number > new.number - 64 and number <= new.number;
    end
  `.execute(database);
  await sql`
    create trigger search_entry_removed after delete on search_entry
      when old.number <= (select seq - seq % 64 from sqlite_sequence where name = 'search_entry') begin
      insert into search_index(search_index, rowid, words) values ('delete', old.number, old.words);
    end
  `.execute(database);
}
