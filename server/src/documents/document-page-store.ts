import type { SourceDocument } from '@waarborg/shared/dossier';
import type { SelectQueryBuilder } from 'kysely';
import {
  type Database,
  type Executor,
  optionalTextColumn,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
  whereAny,
} from '../database/index.ts';
import { listMergedIds, listOwnDocuments, type OwnDocument, showDocuments } from './document-store.ts';

/** How a list of documents can be ordered. One without date comes before every date. */
export const documentOrder = {
  keys: { date: optionalTextColumn('document.date'), title: textColumn('document.title') },
  id: textColumn('document.id'),
};

/** Which documents are wanted: of any of the values, for each thing that is named. */
export interface DocumentFilters {
  readonly sourceType?: readonly string[] | undefined;
  /** Speaker ids. */
  readonly issuer?: readonly string[] | undefined;
}

function whereWanted(
  query: SelectQueryBuilder<Database, 'document', { id: string }>,
  { sourceType, issuer }: DocumentFilters,
) {
  return whereAny(whereAny(query, 'source_type', sourceType), 'issuer_id', issuer);
}

/** The documents of a page in its order. */
function inOrder<T extends { readonly id: string }>(
  entries: readonly { id: string }[],
  found: readonly T[],
): T[] {
  const byId = new Map(found.map((document) => [document.id, document]));
  return entries.flatMap(({ id }) => byId.get(id) ?? []);
}

/** A page of a dossier's documents, each with what was merged into it. */
export async function listDocumentPage(
  database: Executor,
  dossier: string,
  filters: DocumentFilters,
  page: PageRequest,
): Promise<Page<SourceDocument>> {
  const all = database
    .selectFrom('document')
    .select('id')
    .where('dossier_id', '=', dossier)
    .where('merged_into', 'is', null);
  const { entries, ...rest } = await takePage(whereWanted(all, filters), documentOrder, page);
  const ids = await listMergedIds(
    database,
    entries.map(({ id }) => id),
  );
  const shown = showDocuments(await listOwnDocuments(database, dossier, ids));
  return { ...rest, entries: inOrder(entries, shown) };
}

/** A page of the documents that were merged into one, directly or by way of another, each by itself. */
export async function listMergedPage(
  database: Executor,
  dossier: string,
  id: string,
  filters: DocumentFilters,
  page: PageRequest,
): Promise<Page<OwnDocument>> {
  const merged = database
    .selectFrom('document')
    .select('id')
    .where('id', 'in', await listMergedIds(database, [id]))
    .where('id', '!=', id);
  const { entries, ...rest } = await takePage(whereWanted(merged, filters), documentOrder, page);
  const own = await listOwnDocuments(
    database,
    dossier,
    entries.map((entry) => entry.id),
  );
  return { ...rest, entries: inOrder(entries, own) };
}
