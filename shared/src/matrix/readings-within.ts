import type { Reading } from '../dossier/index.ts';
import type { DossierFrame } from './facts.ts';
import type { MatrixFilters } from './filters.ts';
import { currentReadings, mergeResolver } from './merges.ts';

/** What the reviewers of the filters read, or everybody where they name none, for the safeguards that there are now. */
export function readingsWithin(
  { codebook, readings }: DossierFrame,
  { reviewer }: Pick<MatrixFilters, 'reviewer'>,
): Reading[] {
  return currentReadings(readings, mergeResolver(codebook.concepts)).filter(
    (reading) => !reviewer?.length || reviewer.includes(reading.reviewer),
  );
}
