import type { Reading } from '../dossier/index.ts';
import type { DossierFrame } from './facts.ts';
import type { MatrixFilters } from './filters.ts';
import { currentReadings, mergeResolver } from './merges.ts';

/** The readings of the reviewers of the filters, or everybody's where they name none. */
export function readingsBy(
  readings: readonly Reading[],
  { reviewer }: Pick<MatrixFilters, 'reviewer'>,
): Reading[] {
  return readings.filter((reading) => !reviewer?.length || reviewer.includes(reading.reviewer));
}

/** What the reviewers of the filters read, or everybody where they name none, for the safeguards that there are now. */
export function readingsWithin(
  { codebook, readings }: DossierFrame,
  filters: Pick<MatrixFilters, 'reviewer'>,
): Reading[] {
  return readingsBy(currentReadings(readings, mergeResolver(codebook.concepts)), filters);
}
