import type { MatrixFilters } from '@waarborg/shared/matrix';

/** The filters that a control shows and changes: those of the matrix, or of one side of a comparison. */
export interface FilterTarget {
  readonly filters: MatrixFilters;
  readonly onFilters: (filters: MatrixFilters) => void;
}
