import type { Reading, SourceDocument } from '@waarborg/shared/dossier';

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

/** Without a safeguard: read for any at all. */
export function readingProgress(
  documents: readonly SourceDocument[],
  readings: readonly Reading[],
  safeguard: string | undefined,
): ReadingProgress {
  const read: ReadDocument[] = [];
  const unread: SourceDocument[] = [];
  for (const document of documents) {
    const ids = new Set([document.id, ...document.aliases]);
    const reviewers = new Set(
      readings
        .filter((reading) => ids.has(reading.document))
        .filter((reading) => !safeguard || !reading.safeguard || reading.safeguard === safeguard)
        .map(({ reviewer }) => reviewer),
    );
    if (reviewers.size > 0) read.push({ document, reviewers: [...reviewers] });
    else unread.push(document);
  }
  return { read, unread };
}
