import { createDossierWords, referenceTable, type Table } from '@waarborg/shared/exchange';
import { filtersCodings, passesDocument } from '@waarborg/shared/matrix';
import type { ReferenceIndexes } from '../references/reference-index-service.ts';
import { type ExportedDossier, isFiltered } from './export-service.ts';

/** What the passages and documents that were asked for cite. Texts cite for a document, not for a coding. */
export async function readReferenceTable(
  references: ReferenceIndexes,
  dossier: { readonly id: string; readonly revision: number },
  { index, annotations, query: { filters, language } }: ExportedDossier,
): Promise<Table> {
  const cited = (await references.get(dossier.id, dossier.revision)).index;
  const words = createDossierWords(index.frame, language);
  if (!isFiltered(filters)) return referenceTable(cited.listSources(), words);
  const passages = new Set(annotations.map(({ id }) => id));
  const hasTexts = !filtersCodings(filters);
  const isWantedDocument = (id: string) => {
    const document = words.document(id);
    return document !== undefined && passesDocument(document, filters);
  };
  const wanted = cited.select(({ kind, id, document }) =>
    kind === 'passage' ? passages.has(id) : hasTexts && isWantedDocument(document),
  );
  return referenceTable(wanted.listSources(), words);
}
