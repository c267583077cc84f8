import type { DossierFrame } from './facts.ts';
import type { MatrixFilters } from './filters.ts';
import { documentResolver } from './merges.ts';
import { readingsWithin } from './readings-within.ts';

/** How far a bill was read for the safeguards that one asks about: for none, some or all of them, by anybody. */
export const billReadings = ['not-read', 'partly', 'read'] as const;
export type BillReading = (typeof billReadings)[number];

/**
 * How far a document was read, by the reviewers of the filters and for their safeguards; where they name none, by
 * anybody and for those of the codebook.
 */
export function readingOf(frame: DossierFrame, document: string, filters: MatrixFilters): BillReading {
  const documentNow = documentResolver(frame.documents);
  const own = readingsWithin(frame, filters).filter(({ document: read }) => documentNow(read) === document);
  if (own.some((reading) => reading.safeguard === undefined)) return 'read';
  const all = frame.codebook.concepts.flatMap(({ id, kind, mergedInto }) =>
    kind === 'safeguard' && mergedInto === undefined ? [id] : [],
  );
  const wanted = filters.safeguard?.length ? filters.safeguard : all;
  const read = wanted.filter((one) => own.some((reading) => reading.safeguard === one));
  if (read.length === 0) return 'not-read';
  return read.length < wanted.length ? 'partly' : 'read';
}
