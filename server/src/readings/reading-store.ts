import type { Reading } from '@waarborg/shared/dossier';
import { type Selectable, sql } from 'kysely';
import { findMissingSafeguards } from '../codebooks/codebook-store.ts';
import {
  type Change,
  type Database,
  type Executor,
  type ItemStore,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
  type Versions,
  whereAny,
} from '../database/index.ts';
import { findMissingDocument } from '../documents/document-store.ts';

/** How "all safeguards" stands in a key column, which cannot be null. */
const allSafeguards = '';

/** Who read what: the document itself, and the reviewer's user id. */
export interface ReadingPlace {
  readonly document: string;
  readonly reviewer: string;
}

/** What one reviewer has read of one document, as the log keeps it: at least one reading. */
export interface LoggedReading extends ReadingPlace, Readonly<Record<string, unknown>> {
  readonly readings: readonly Reading[];
}

/** Name of what a reviewer has read of a document in the log. */
export function nameReading({ document, reviewer }: ReadingPlace): string {
  return `${document} ${reviewer}`;
}

function toReading(row: Selectable<Database['reading']>): Reading {
  return {
    document: row.document_id,
    reviewer: row.user_id,
    ...(row.safeguard === allSafeguards ? {} : { safeguard: row.safeguard }),
    at: row.at,
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
export function listReadingPage(
  database: Executor,
  dossier: string,
  { document, reviewer }: ReadingFilters,
  page: PageRequest,
): Promise<Page<Reading>> {
  const all = database.selectFrom('reading').selectAll().where('dossier_id', '=', dossier);
  const wanted = whereAny(whereAny(all, 'document_id', document), 'user_id', reviewer);
  return takePage(wanted, readingOrder, page, toReading);
}

/** What has been read in a dossier, by whom and for which safeguards; with `documents` only of these. */
export async function listReadings(
  database: Executor,
  dossier: string,
  documents?: readonly string[],
): Promise<Reading[]> {
  let query = database.selectFrom('reading').selectAll().where('dossier_id', '=', dossier);
  if (documents) query = query.where('document_id', 'in', [...documents]);
  const rows = await query.orderBy('document_id').orderBy('user_id').orderBy('safeguard').execute();
  return rows.map(toReading);
}

/** What one reviewer has read of one document itself; undefined for nothing. */
export async function findReading(
  database: Executor,
  dossier: string,
  { document, reviewer }: ReadingPlace,
): Promise<LoggedReading | undefined> {
  const readings = (await listReadings(database, dossier, [document])).filter(
    (reading) => reading.reviewer === reviewer,
  );
  return readings.length > 0 ? { document, reviewer, readings } : undefined;
}

/** Replaces what a reviewer has read of a document, and logs it. */
export async function saveReading(
  { transaction, dossier, record }: Change,
  { before, after }: Versions<LoggedReading>,
): Promise<void> {
  const item = after ?? before;
  if (!item) return;
  const { document, reviewer } = item;
  await transaction
    .deleteFrom('reading')
    .where('document_id', '=', document)
    .where('user_id', '=', reviewer)
    .execute();
  const rows = (after?.readings ?? []).map(({ safeguard, at }) => ({
    dossier_id: dossier,
    document_id: document,
    user_id: reviewer,
    safeguard: safeguard ?? allSafeguards,
    at,
  }));
  if (rows.length > 0) await transaction.insertInto('reading').values(rows).execute();
  record({ kind: 'reading', id: nameReading(item), before, after });
}

/** Readings by their names in the log. */
export const readingItems: ItemStore<LoggedReading> = {
  find(executor, dossier, item) {
    const [document = '', reviewer = ''] = item.split(' ');
    return findReading(executor, dossier, { document, reviewer });
  },
  save: (change, _id, versions) => saveReading(change, versions),
  async findHindrances(change, _id, { after }) {
    if (!after) return [];
    const safeguards = after.readings.flatMap(({ safeguard }) => safeguard ?? []);
    return [
      ...(await findMissingDocument(change, after.document)),
      ...(await findMissingSafeguards(change, 'readings', safeguards)),
    ];
  },
};
