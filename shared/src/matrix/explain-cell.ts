import type { Annotation } from '../annotation/index.ts';
import { type Claim, claimsOf } from './claims.ts';
import { type DossierContent, type Fact, factsOf } from './facts.ts';
import { layOut, type MatrixQuery } from './matrix.ts';
import type { Stance } from './stance.ts';

/** One place where a claim is made: the coding that says so and the passage that holds it. */
export interface ClaimPlace {
  /** Ids. */
  readonly annotation: string;
  readonly coding: string;
  readonly document: string;
  readonly speaker: string;
  readonly stance: Stance;
  /** Reviewers draw different stances from these words. */
  readonly reviewersDiffer: boolean;
}

/** One claim behind a number, with every place where it is made; the first place leads. */
export interface ExplainedClaim {
  readonly places: readonly ClaimPlace[];
}

export interface CellExplanation {
  readonly claims: readonly ExplainedClaim[];
  /** The passages behind the claims, whole, with all their codings. */
  readonly annotations: readonly Annotation[];
}

function toPlace(fact: Fact, reviewersDiffer: boolean): ClaimPlace {
  return {
    annotation: fact.annotation.id,
    coding: fact.coding.id,
    document: fact.document,
    speaker: fact.speaker,
    stance: fact.stance,
    reviewersDiffer,
  };
}

function toExplainedClaim(claim: Claim): ExplainedClaim {
  return {
    places: claim.places.flatMap((place) => place.facts.map((fact) => toPlace(fact, place.reviewersDiffer))),
  };
}

/**
 * The claims that a number of the matrix counts: those of a cell, of a row or column total
 * (only `row` or only `column`), or of the whole. As many as that number says.
 */
export function explainCell(
  content: DossierContent,
  query: MatrixQuery,
  { row, column }: { row?: string | undefined; column?: string | undefined },
): CellExplanation {
  const layout = layOut(factsOf(content), query);
  const facts = layout.facts.filter((fact) =>
    layout
      .placesOf(fact)
      .some(
        (place) =>
          (row === undefined || place.row === row) && (column === undefined || place.column === column),
      ),
  );
  return {
    claims: claimsOf(facts, content.links).map(toExplainedClaim),
    annotations: [...new Set(facts.map(({ annotation }) => annotation))],
  };
}
