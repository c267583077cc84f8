import type { Annotation } from '@waarborg/shared/annotation';
import type { BillOfArticles } from '@waarborg/shared/api';
import type { PassageLink, Reading } from '@waarborg/shared/dossier';
import type { Cell, ExplainedClaim, ExplainedDispute, Matrix } from '@waarborg/shared/matrix';
import type { FilteredSource } from '../papers/within-filters.ts';

/** All that a briefing is made of. */
export interface BriefingSource extends FilteredSource {
  /** Title of the dossier. */
  readonly title: string;
  /** ISO 8601 day. */
  readonly day: string;
  /** Safeguards by impacts. */
  readonly matrix: Matrix;
  /** By safeguard, of those that have any. */
  readonly claims: ReadonlyMap<string, readonly ExplainedClaim[]>;
  /** Claims of the cells in which one speaker denies what another says. */
  readonly denied: ReadonlyMap<Cell, readonly ExplainedClaim[]>;
  /** Who disagrees on the fact itself, in the order of the matrix. */
  readonly disputes: readonly ExplainedDispute[];
  /** Every passage behind the claims, by id. */
  readonly annotations: ReadonlyMap<string, Annotation>;
  /** Links between passages of the dossier. */
  readonly links: readonly PassageLink[];
  /** The passages behind the claims and those that links lead to from them, by id. */
  readonly linked: ReadonlyMap<string, Annotation>;
  readonly readings: readonly Reading[];
  /** The bill, with the articles that no coding names; absent where none is known, or certain articles are asked for. */
  readonly bill?: BillOfArticles | undefined;
}
