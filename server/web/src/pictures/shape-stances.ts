import type { MatrixResponse } from '@waarborg/shared/api';
import type { Member } from '../matrix-view/cell-words.ts';

type Total = MatrixResponse['totals']['rows'][string];

/** What is said about one safeguard. */
export interface StanceBar {
  readonly safeguard: Member;
  readonly total: Total;
}

/** Claims that take a stance; a claim with two counts for both. */
export function stanceClaims({ stances: { helps, hurts, noEffect } }: Pick<Total, 'stances'>): number {
  return helps + hurts + noEffect;
}

/**
 * The safeguards about which there are claims, from a matrix whose rows are safeguards: those with most
 * stances first, equal ones in the order of the codebook.
 */
export function shapeStances({ rows, totals }: Pick<MatrixResponse, 'rows' | 'totals'>): StanceBar[] {
  return rows
    .flatMap((safeguard) => {
      const total = totals.rows[safeguard.id];
      return total && total.claims > 0 ? [{ safeguard, total }] : [];
    })
    .toSorted((a, b) => stanceClaims(b.total) - stanceClaims(a.total) || b.total.claims - a.total.claims);
}
