import type { Axis } from './axes.ts';
import type { Fold } from './claims.ts';
import { type DifferingPlaces, findDiffering } from './disagreements.ts';
import { includesRejected } from './filters.ts';
import { valuesOfMember } from './folded-groups.ts';
import { layOut } from './layout.ts';
import type { MatrixQuery } from './matrix.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { partition } from './partition.ts';
import { type Stance, stances } from './stance.ts';

/** Which number is asked about: a cell, a total of a row or a column (only one of both), or everything (neither). */
export interface NumberOfMatrix {
  /** Member ids. */
  readonly row?: string | undefined;
  readonly column?: string | undefined;
}

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

/** The claims that a number counts, as facts: to tell one costs more than to find it. */
export interface ClaimsBehind {
  /** All facts that the number counts, in the order in which they were coded. */
  readonly facts: Uint32Array;
  readonly fold: Fold;
  readonly differing: DifferingPlaces;
  /**
   * The facts of each claim. Claims and their facts are in the order of the identifiers of their passages, which is
   * that in which they were made.
   */
  readonly claims: readonly Uint32Array[];
  /** Whether reviewers draw different stances from the words of a fact. */
  readonly differs: (fact: number) => boolean;
  readonly tell: (claim: Uint32Array) => ExplainedClaim;
}

/** The facts that a number counts, in the order in which they were coded. */
function factsBehind(index: MatrixIndex, query: MatrixQuery, { row, column }: NumberOfMatrix): Uint32Array {
  const layout = layOut(index, query, query.filters);
  const codesOf = (axis: Axis, member: string | undefined) => {
    const { values } = index.facts.axes[axis];
    if (member === undefined) return values.map(() => true);
    const asked = valuesOfMember(index.frame.codebook, axis, member);
    return values.map((value) => asked.has(value));
  };
  const [rows, columns] = [codesOf(query.rows, row), codesOf(query.columns, column)];
  const isAsked = Array.from(layout.rows, (row, pair) => rows[row] && columns[layout.columns[pair] ?? 0]);
  const facts = layout.facts.filter((_, place) => isAsked[layout.pairs[place] ?? 0]);
  const { coding } = index.facts;
  return Uint32Array.from(new Set(facts)).sort((a, b) => (coding[a] ?? 0) - (coding[b] ?? 0));
}

/** Finds the claims that a number of the matrix counts, as many as it says. */
export function findClaims(index: MatrixIndex, query: MatrixQuery, number: NumberOfMatrix): ClaimsBehind {
  const { table, facts: all } = index;
  const facts = factsBehind(index, query, number);
  const fold = index.fold(includesRejected(query.filters));
  const differing = findDiffering(index, query.filters);
  const differs = (fact: number) => differing?.has(fold.place.codes[fact] ?? 0) ?? false;
  const passageOf = (fact: number) => table.ids[all.passage[fact] ?? 0] ?? '';
  const { document, speaker } = all.axes;
  const tellPlace = (fact: number): ClaimPlace => ({
    annotation: passageOf(fact),
    coding: table.codingIds[all.coding[fact] ?? 0] ?? '',
    document: document.values[document.codes[fact] ?? 0] ?? '',
    speaker: speaker.values[speaker.codes[fact] ?? 0] ?? '',
    stance: stances[all.stance[fact] ?? 0] ?? 'none',
    reviewersDiffer: differs(fact),
  });
  const byPassage = (a = 0, b = 0) =>
    compare(passageOf(a), passageOf(b)) || (all.coding[a] ?? 0) - (all.coding[b] ?? 0);
  const claimOf = facts.map((fact) => fold.claim.codes[fact] ?? 0);
  const parts = partition(fold.claim.size, facts, claimOf);
  const claims = [...new Set(claimOf)].map((claim) => parts.of(claim).sort(byPassage));
  return {
    ...{ facts, fold, differing, differs },
    claims: claims.sort(([a], [b]) => byPassage(a, b)),
    tell: (claim) => ({ places: Array.from(claim, tellPlace) }),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
