import type { Reading, SourceDocument } from '@waarborg/shared/dossier';

/** What one reviewer read a document for. */
export interface ReviewerReading {
  /** User id. */
  readonly reviewer: string;
  /** How many safeguards, or all of them. */
  readonly safeguards: number | 'all';
}

/** Who has read a document and for how much of the codebook, in the order in which they began. */
export function summariseReadings(
  document: Pick<SourceDocument, 'id' | 'aliases'>,
  readings: readonly Reading[],
): ReviewerReading[] {
  const ids = new Set([document.id, ...document.aliases]);
  const own = readings.filter((reading) => ids.has(reading.document));
  return [...Map.groupBy(own, ({ reviewer }) => reviewer)].map(([reviewer, theirs]) => {
    const safeguards = new Set(theirs.map(({ safeguard }) => safeguard));
    return { reviewer, safeguards: safeguards.has(undefined) ? 'all' : safeguards.size };
  });
}
