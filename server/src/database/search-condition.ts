import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isPostgresql } from './open-postgresql.ts';
import type { Database } from './schema.ts';
import { dossierWord } from './search-entries.ts';

/** One wanted word: any of these, each of which is words that must all be there. Stems, letters and digits only. */
export type WantedWord = readonly (readonly string[])[];

function join(
  words: readonly WantedWord[],
  and: string,
  or: string,
  quote: (stem: string) => string,
): string {
  const ways = (way: readonly string[]) => `(${way.map(quote).join(and)})`;
  return words.map((alternatives) => `(${alternatives.map(ways).join(or)})`).join(and);
}

/**
 * Numbers of the few entries that the index of SQLite has not taken in yet: of those in which every wanted word has a
 * way of which every stem is there. However many words there are, it is one short statement.
 */
function matchInTail(wanted: readonly WantedWord[]): RawBuilder<unknown> {
  return sql`select number from search_tail where not exists (
    select 1 from json_each(${JSON.stringify(wanted)}) as word where not exists (
      select 1 from json_each(word.value) as way where not exists (
        select 1 from json_each(way.value) as stem
          where instr(' ' || search_tail.words || ' ', ' ' || stem.value || ' ') = 0)))`;
}

/** A condition on `search_entry`: those of the dossier that have every wanted word. */
export function matchesWords(
  database: Kysely<Database>,
  dossier: string,
  words: readonly WantedWord[],
): RawBuilder<boolean> {
  const wanted = [[[dossierWord(dossier)]], ...words];
  if (isPostgresql(database)) {
    const query = join(wanted, ' & ', ' | ', (stem) => `'${stem}'`);
    return sql<boolean>`search_entry.lexemes @@ ${query}::tsquery`;
  }
  const query = join(wanted, ' AND ', ' OR ', (stem) => `"${stem}"`);
  return sql<boolean>`search_entry.number in (
    select rowid from search_index where search_index match ${query} union all ${matchInTail(wanted)})`;
}
