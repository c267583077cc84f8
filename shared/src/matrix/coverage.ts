import type { Reading, SourceDocument } from '../dossier/index.ts';
import { documentResolver } from './facts.ts';

/** How far the reading got: "3 of 20 read". */
export interface Coverage {
  readonly documents: number;
  readonly of: number;
}

/**
 * A function that tells how many of the documents have been read for a safeguard, by anybody;
 * without a safeguard, for any at all.
 */
export function createCoverage(
  documents: readonly SourceDocument[],
  readings: readonly Reading[],
): (safeguard: string | undefined, isConsidered: (document: SourceDocument) => boolean) => Coverage {
  const resolveDocument = documentResolver(documents);
  const readFor = new Map<string, Set<string | undefined>>();
  for (const { document, safeguard } of readings) {
    const id = resolveDocument(document);
    readFor.set(id, (readFor.get(id) ?? new Set()).add(safeguard));
  }
  return (safeguard, isConsidered) => {
    const considered = documents.filter(isConsidered);
    const read = considered.filter(({ id }) => {
      const safeguards = readFor.get(id);
      return (
        safeguards && (safeguard === undefined || safeguards.has(undefined) || safeguards.has(safeguard))
      );
    });
    return { documents: read.length, of: considered.length };
  };
}
