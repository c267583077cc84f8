import { idsOfDocument, type Reading, type SourceDocument } from '@waarborg/shared/dossier';

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
