import type { MatrixIndex } from '@waarborg/shared/matrix';

/** A dossier as of a revision. */
export interface IndexedDossier {
  readonly revision: number;
  readonly index: MatrixIndex;
}
