import type { DossierFrame } from './facts.ts';
import type { MatrixFilters } from './filters.ts';
import { currentReadings, documentResolver, mergeResolver } from './merges.ts';

/** How far a bill was read for the safeguards that one asks about: for none, some or all of them, by anybody. */
export const billReadings = ['not-read', 'partly', 'read'] as const;
export type BillReading = (typeof billReadings)[number];

/**
 * How far a document was read, by the reviewers of the filters and for their safeguards; where they name none, by
 * anybody and for those of the codebook.
 */
export function readingOf(
  { codebook, documents, readings }: DossierFrame,
  document: string,
  { safeguard, reviewer: by = [] }: MatrixFilters,
): BillReading {
  const documentNow = documentResolver(documents);
  const own = currentReadings(readings, mergeResolver(codebook.concepts)).filter(
    ({ document: read, reviewer }) =>
      documentNow(read) === document && (by.length === 0 || by.includes(reviewer)),
  );
  if (own.some((reading) => reading.safeguard === undefined)) return 'read';
  const all = codebook.concepts.flatMap(({ id, kind, mergedInto }) =>
    kind === 'safeguard' && mergedInto === undefined ? [id] : [],
  );
  const wanted = safeguard && safeguard.length > 0 ? safeguard : all;
  const read = wanted.filter((one) => own.some((reading) => reading.safeguard === one));
  if (read.length === 0) return 'not-read';
  return read.length < wanted.length ? 'partly' : 'read';
}
