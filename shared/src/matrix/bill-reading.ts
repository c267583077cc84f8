import type { DossierFrame } from './facts.ts';
import type { MatrixFilters } from './filters.ts';
import { documentResolver } from './merges.ts';

/** How far a bill was read for the safeguards that one asks about: for none, some or all of them, by anybody. */
export const billReadings = ['not-read', 'partly', 'read'] as const;
export type BillReading = (typeof billReadings)[number];

/** How far a document was read, for the safeguards of the filters or, where they name none, for those of the codebook. */
export function readingOf(
  { codebook, documents, readings }: DossierFrame,
  document: string,
  { safeguard }: MatrixFilters,
): BillReading {
  const documentNow = documentResolver(documents);
  const own = readings.filter((reading) => documentNow(reading.document) === document);
  if (own.some((reading) => reading.safeguard === undefined)) return 'read';
  const all = codebook.concepts.flatMap(({ id, kind, mergedInto }) =>
    kind === 'safeguard' && mergedInto === undefined ? [id] : [],
  );
  const wanted = safeguard && safeguard.length > 0 ? safeguard : all;
  const read = wanted.filter((one) => own.some((reading) => reading.safeguard === one));
  if (read.length === 0) return 'not-read';
  return read.length < wanted.length ? 'partly' : 'read';
}
