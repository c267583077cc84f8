import { type Axis, noValue } from './axes.ts';
import type { Fold } from './claims.ts';
import { PartCounter } from './counts.ts';
import { differingPlaces } from './disagreements.ts';
import { type Dispute, disputesAmong } from './disputes.ts';
import { includesRejected } from './filters.ts';
import { valuesOfMember } from './folded-groups.ts';
import { layOut } from './layout.ts';
import type { MatrixQuery } from './matrix.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { type Stance, stances } from './stance.ts';
import type { Opposition } from './voices.ts';

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

/** Which number is asked about: a cell, a total of a row or a column (only one of both), or everything (neither). */
export interface NumberOfMatrix {
  /** Member ids. */
  readonly row?: string | undefined;
  readonly column?: string | undefined;
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

/**
 * The claims that a number of the matrix counts, as many as it says.
 */
export function explainCell(index: MatrixIndex, query: MatrixQuery, number: NumberOfMatrix): CellExplanation {
  const facts = factsBehind(index, query, number);
  const fold = index.fold(includesRejected(query.filters));
  const places = createPlaceReader(index, fold, facts);
  const claims = [...Map.groupBy(facts, (fact) => fold.claim.codes[fact] ?? 0).values()].map((own) => ({
    places: own.map(places).toSorted((a, b) => compare(a.annotation, b.annotation)),
  }));
  return {
    claims: claims.toSorted((a, b) => compare(a.places[0]?.annotation, b.places[0]?.annotation)),
    opposition: new PartCounter(index, fold).listOpposition(facts),
    disputes: [...disputesAmong(index.facts, fold, facts)].map((dispute) => explainDispute(index, dispute)),
  };
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

function compare(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function createPlaceReader({ table, facts }: MatrixIndex, fold: Fold, part: Uint32Array) {
  const differing = differingPlaces(facts, fold, part);
  const { document, speaker } = facts.axes;
  return (fact: number): ClaimPlace => ({
    annotation: table.ids[facts.passage[fact] ?? 0] ?? '',
    coding: table.codingIds[facts.coding[fact] ?? 0] ?? '',
    document: document.values[document.codes[fact] ?? 0] ?? '',
    speaker: speaker.values[speaker.codes[fact] ?? 0] ?? '',
    stance: stances[facts.stance[fact] ?? 0] ?? 'none',
    reviewersDiffer: differing?.has(fold.place.codes[fact] ?? 0) ?? false,
  });
}
