import { noValue } from './axes.ts';
import { type ClaimsBehind, type ExplainedClaim, findClaims, type NumberOfMatrix } from './claims-behind.ts';
import { PartCounter } from './counts.ts';
import { type Dispute, disputesAmong } from './disputes.ts';
import type { MatrixQuery } from './matrix.ts';
import type { MatrixIndex } from './matrix-index.ts';
import type { Opposition } from './voices.ts';

/** Speakers who disagree on the fact itself, at one stage of one safeguard. All are ids. */
export interface ExplainedDispute {
  readonly safeguard: string;
  /** Absent where nobody says at which stage. */
  readonly stage?: string;
  /** Who says that the safeguard is kept. */
  readonly kept: readonly string[];
  /** Who says that it is not observed. */
  readonly notObserved: readonly string[];
}

export interface CellExplanation {
  /** In the order of the identifiers of their passages, which is that in which they were made. */
  readonly claims: readonly ExplainedClaim[];
  /** Who opposes whom, all of them. */
  readonly opposition: readonly Opposition[];
  /** Who disagrees on the fact itself, as far as this number counts what they say. */
  readonly disputes: readonly ExplainedDispute[];
}

/**
 * The claims that a number of the matrix counts, as many as it says.
 */
export function explainCell(index: MatrixIndex, query: MatrixQuery, number: NumberOfMatrix): CellExplanation {
  const behind = findClaims(index, query, number);
  return {
    claims: behind.claims.map(behind.tell),
    opposition: listOpposition(index, behind),
    disputes: listDisputes(index, behind),
  };
}

/** Who opposes whom, all of them. */
export function listOpposition(index: MatrixIndex, { fold, facts, differing }: ClaimsBehind): Opposition[] {
  return new PartCounter(index, fold).apartFrom(differing).listOpposition(facts);
}

/** Who disagrees on the fact itself, as far as a number counts what they say. */
export function listDisputes(
  index: MatrixIndex,
  { fold, facts, differing }: ClaimsBehind,
): ExplainedDispute[] {
  return [...disputesAmong(index.facts, fold, facts, differing)].map((dispute) =>
    explainDispute(index, dispute),
  );
}

function explainDispute({ facts: { axes } }: MatrixIndex, dispute: Dispute): ExplainedDispute {
  const nameOf = (axis: 'safeguard' | 'stage' | 'speaker', code: number) => axes[axis].values[code] ?? '';
  const speakersOf = (codes: ReadonlySet<number>) => [...codes].map((code) => nameOf('speaker', code));
  const stage = nameOf('stage', dispute.stage);
  return {
    safeguard: nameOf('safeguard', dispute.safeguard),
    ...(stage === noValue ? {} : { stage }),
    kept: speakersOf(dispute.kept),
    notObserved: speakersOf(dispute.notObserved),
  };
}
