import { idsOfDocument, type Reading, type SourceDocument } from '@waarborg/shared/dossier';
import { compareText } from '@waarborg/shared/text';

/** What one reviewer read a document for. */
export interface ReviewerReading {
  /** User id. */
  readonly reviewer: string;
  /** How many safeguards, or all of them. */
  readonly safeguards: number | 'all';
}

/** Who has read a document for one safeguard. */
export interface SafeguardReading {
  /** Concept id. */
  readonly safeguard: string;
  /** User ids; empty where nobody did. */
  readonly reviewers: readonly string[];
}

/** What was read of a document, by any id that it has had, earliest first: lists of readings go by ids. */
function readingsOf(
  document: Pick<SourceDocument, 'id' | 'aliases'>,
  readings: readonly Reading[],
): Reading[] {
  const ids = new Set(idsOfDocument(document));
  return readings
    .filter((reading) => ids.has(reading.document))
    .toSorted((one, other) => compareText(one.at, other.at));
}

/** Who has read a document and for how much of the codebook, in the order in which they began. */
export function summariseReadings(
  document: Pick<SourceDocument, 'id' | 'aliases'>,
  readings: readonly Reading[],
): ReviewerReading[] {
  const own = readingsOf(document, readings);
  return [...Map.groupBy(own, ({ reviewer }) => reviewer)].map(([reviewer, theirs]) => {
    const safeguards = new Set(theirs.map(({ safeguard }) => safeguard));
    return { reviewer, safeguards: safeguards.has(undefined) ? 'all' : safeguards.size };
  });
}

/** Who has read a document for each safeguard; who read it for all has read it for each. */
export function readingsBySafeguard(
  document: Pick<SourceDocument, 'id' | 'aliases'>,
  readings: readonly Reading[],
  safeguards: readonly string[],
): SafeguardReading[] {
  const own = readingsOf(document, readings);
  return safeguards.map((safeguard) => ({
    safeguard,
    reviewers: [
      ...new Set(
        own
          .filter((reading) => reading.safeguard === undefined || reading.safeguard === safeguard)
          .map(({ reviewer }) => reviewer),
      ),
    ],
  }));
}
