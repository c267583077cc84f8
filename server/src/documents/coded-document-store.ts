import { type Executor, prepareQuery, type Reading } from '../database/index.ts';
import { findDocumentId } from './document-store.ts';

/** What coding a passage takes of its document: the id that it has now, and who speaks where nobody is named. */
export interface CodedDocument {
  readonly id: string;
  /** Speaker id. */
  readonly issuer: string | undefined;
}

const selectCoded = prepareQuery((database, dossier: string, id: string) =>
  database
    .selectFrom('document')
    .select(['id', 'issuer_id', 'merged_into'])
    .where('dossier_id', '=', dossier)
    .where('id', '=', id),
);

/** The document in which a passage is coded, by any id under which it or what was merged into it was proposed. */
export async function findCodedDocument(
  database: Executor,
  dossier: string,
  id: string,
): Promise<CodedDocument | undefined> {
  const [row] = await selectCoded(database, dossier, id);
  if (row && row.merged_into === null) return { id: row.id, issuer: row.issuer_id ?? undefined };
  const current = await findDocumentId(database, dossier, id);
  return current === undefined || current === id ? undefined : findCodedDocument(database, dossier, current);
}

/** The same for a change, which need not ask for what an earlier one of its transaction has read. */
export function recallCodedDocument(reading: Reading, id: string): Promise<CodedDocument | undefined> {
  const documents = reading.recall('document', () => new Map<string, Promise<CodedDocument | undefined>>());
  const known = documents.get(id) ?? findCodedDocument(reading.transaction, reading.dossier, id);
  documents.set(id, known);
  return known;
}
