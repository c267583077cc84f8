import type { Reading } from '@waarborg/shared/dossier';
import { type Selectable, sql } from 'kysely';
import {
  type Change,
  type Database,
  type Executor,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
  whereAny,
} from '../database/index.ts';

/** How "all safeguards" stands in a key column, which cannot be null. */
const allSafeguards = '';

function toReading({ document_id, user_id, safeguard, at }: Selectable<Database['reading']>): Reading {
  return {
    document: document_id,
    reviewer: user_id,
    at,
    ...(safeguard === allSafeguards ? {} : { safeguard }),
  };
}

/** How a list of readings can be ordered; a reading is known by its document, reviewer and safeguard. */
export const readingOrder = {
  keys: { document: textColumn('reading.document_id'), at: textColumn('reading.at') },
  id: sql<string>`reading.document_id || ' ' || reading.user_id || ' ' || reading.safeguard`,
};

/** Which readings are wanted: of any of the values, for each thing that is named. */
export interface ReadingFilters {
  readonly document?: readonly string[] | undefined;
  readonly reviewer?: readonly string[] | undefined;
}

/** A page of what has been read in a dossier. */
export async function listReadingPage(
  database: Executor,
  dossier: string,
  { document, reviewer }: ReadingFilters,
  page: PageRequest,
): Promise<Page<Reading>> {
  const all = database.selectFrom('reading').selectAll().where('dossier_id', '=', dossier);
  const wanted = whereAny(whereAny(all, 'document_id', document), 'user_id', reviewer);
  const { entries, ...rest } = await takePage(wanted, readingOrder, page);
  return { ...rest, entries: entries.map(toReading) };
}

/** What has been read in a dossier, by whom and for which safeguards. */
export async function listReadings(database: Executor, dossier: string): Promise<Reading[]> {
  const rows = await database
    .selectFrom('reading')
    .selectAll()
    .where('dossier_id', '=', dossier)
    .orderBy('document_id')
    .orderBy('user_id')
    .orderBy('safeguard')
    .execute();
  return rows.map(toReading);
}

/** Replaces what a reviewer has read of a document. An empty list takes the reading back. */
export async function saveReading(
  change: Change,
  reading: { document: string; reviewer: string; safeguards: 'all' | readonly string[] },
): Promise<void> {
  const { transaction, dossier, at, record } = change;
  const { document, reviewer } = reading;
  const safeguards = reading.safeguards === 'all' ? [allSafeguards] : [...new Set(reading.safeguards)];
  const former = await transaction
    .selectFrom('reading')
    .select(['safeguard', 'at'])
    .where('document_id', '=', document)
    .where('user_id', '=', reviewer)
    .execute();
  const since = new Map(former.map((row) => [row.safeguard, row.at]));
  if (former.length === safeguards.length && safeguards.every((safeguard) => since.has(safeguard))) return;
  await transaction
    .deleteFrom('reading')
    .where('document_id', '=', document)
    .where('user_id', '=', reviewer)
    .execute();
  const rows = safeguards.map((safeguard) => ({
    dossier_id: dossier,
    document_id: document,
    user_id: reviewer,
    safeguard,
    at: since.get(safeguard) ?? at,
  }));
  if (rows.length > 0) await transaction.insertInto('reading').values(rows).execute();
  const toValue = (list: readonly string[]) => ({
    document,
    reviewer,
    safeguards: list.includes(allSafeguards) ? 'all' : list,
  });
  record({
    kind: 'reading',
    id: `${document} ${reviewer}`,
    ...(former.length > 0 ? { before: toValue(former.map(({ safeguard }) => safeguard)) } : {}),
    after: toValue(safeguards),
  });
}
