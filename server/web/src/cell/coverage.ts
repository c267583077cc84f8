import { idsOfDocument, type Reading, type SourceDocument } from '@waarborg/shared/dossier';
import { passesDocument } from '@waarborg/shared/matrix';
import type { MatrixView, Selection } from '../matrix-view/view.ts';

/** A document that has been read, and by whom. */
interface ReadDocument {
  readonly document: SourceDocument;
  /** User ids, each once. */
  readonly reviewers: readonly string[];
}

/** Which documents have been read for a safeguard and which have not. */
export interface ReadingProgress {
  readonly read: readonly ReadDocument[];
  readonly unread: readonly SourceDocument[];
}

/** The documents of a number, as the matrix counts them: those that the filters leave, in its row and in its column. */
export function documentsBehind(
  documents: readonly SourceDocument[],
  { rows, columns, filters }: Pick<MatrixView, 'rows' | 'columns' | 'filters'>,
  { row, column }: Selection,
): SourceDocument[] {
  // Of axes that say nothing of a document any passes.
  const conditions = [
    filters,
    ...(row === undefined ? [] : [{ [rows]: [row] }]),
    ...(column === undefined ? [] : [{ [columns]: [column] }]),
  ];
  return documents.filter((document) => conditions.every((condition) => passesDocument(document, condition)));
}

/** Read for each of the safeguards; without any: for whatever safeguard. */
export function readingProgress(
  documents: readonly SourceDocument[],
  readings: readonly Reading[],
  safeguards: readonly string[],
): ReadingProgress {
  const read: ReadDocument[] = [];
  const unread: SourceDocument[] = [];
  for (const document of documents) {
    const ids = new Set(idsOfDocument(document));
    const own = readings
      .filter((reading) => ids.has(reading.document))
      .filter(({ safeguard }) => !safeguard || safeguards.length === 0 || safeguards.includes(safeguard));
    const isReadFor = (id: string) => own.some(({ safeguard }) => !safeguard || safeguard === id);
    const isRead = own.length > 0 && safeguards.every(isReadFor);
    if (isRead) read.push({ document, reviewers: [...new Set(own.map(({ reviewer }) => reviewer))] });
    else unread.push(document);
  }
  return { read, unread };
}
