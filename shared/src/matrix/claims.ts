/**
 * Folds codings into claims (domain.md, "The safeguard-impact matrix").
 *
 * Method: codings of one document with the same safeguard, impact and speaker whose passages
 * share words are one *reading of a place*; places whose passages are linked as repeats of
 * each other are one claim, for each safeguard and impact apart. Both folds are disjoint
 * sets (union by root). Cost: linear in the codings, quadratic only in the codings of one
 * document that agree in safeguard, impact and speaker.
 */
import type { PassageLink } from '../dossier/index.ts';
import type { Fact } from './facts.ts';
import { shareWords } from './same-words.ts';

/** The same words in one document, read for one safeguard, impact and speaker by one reviewer or more. */
export interface Place {
  readonly facts: readonly Fact[];
  /** Reviewers draw different stances from the same words; that is theirs, not the speaker's. */
  readonly reviewersDiffer: boolean;
}

/** One claim, wherever it is repeated. Invariant: all facts have the same safeguard and impact. */
export interface Claim {
  readonly places: readonly Place[];
}

/** Groups values whose indices were joined; groups in the order of their first member. */
class DisjointSets {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
  }

  #rootOf(index: number): number {
    let root = index;
    for (let parent = this.#parents[root]; parent !== undefined && parent !== root; ) {
      root = parent;
      parent = this.#parents[root];
    }
    this.#parents[index] = root;
    return root;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.#rootOf(a), this.#rootOf(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }

  groups<T>(values: readonly T[]): T[][] {
    const byRoot = Map.groupBy(values.keys(), (index) => this.#rootOf(index));
    return [...byRoot.values()].map((indices) => indices.map((index) => values[index] as T));
  }
}

/** What a coding says of the safeguard: its stance, or where it takes none the direction. */
function readingOf({ stance, coding }: Fact): string {
  return stance === 'none' ? `none ${coding.direction}` : stance;
}

function reviewersDiffer(facts: readonly Fact[]): boolean {
  const factsOfReviewers = Map.groupBy(facts, (fact) => fact.reviewer);
  const readings = new Set(
    [...factsOfReviewers.values()].map((own) => [...new Set(own.map(readingOf))].sort().join()),
  );
  return readings.size > 1;
}

function placesOf(facts: readonly Fact[]): Place[] {
  const alike = Map.groupBy(facts, (fact) =>
    JSON.stringify([fact.document, fact.safeguard, fact.impact, fact.speaker]),
  );
  return [...alike.values()].flatMap((group) => {
    const sets = new DisjointSets(group.length);
    for (const [index, fact] of group.entries()) {
      for (let earlier = 0; earlier < index; earlier++) {
        const other = group[earlier];
        if (other && shareWords(fact.annotation, other.annotation)) sets.join(earlier, index);
      }
    }
    return sets.groups(group).map((same) => ({ facts: same, reviewersDiffer: reviewersDiffer(same) }));
  });
}

/** Folds facts into claims. Only `repeats` among the links matters. */
export function claimsOf(facts: readonly Fact[], links: readonly PassageLink[]): Claim[] {
  const places = placesOf(facts);
  const sets = new DisjointSets(places.length);
  const placesOfAnnotation = new Map<string, number[]>();
  for (const [index, place] of places.entries()) {
    for (const { annotation } of place.facts) {
      placesOfAnnotation.set(annotation.id, [...(placesOfAnnotation.get(annotation.id) ?? []), index]);
    }
  }
  const subjectOf = (index: number) => {
    const fact = places[index]?.facts[0];
    return JSON.stringify([fact?.safeguard, fact?.impact]);
  };
  for (const link of links) {
    if (link.kind !== 'repeats') continue;
    for (const from of placesOfAnnotation.get(link.from) ?? []) {
      for (const to of placesOfAnnotation.get(link.to) ?? []) {
        if (subjectOf(from) === subjectOf(to)) sets.join(from, to);
      }
    }
  }
  return sets.groups(places).map((folded) => ({ places: folded }));
}

/** The facts of a claim that speak for their speaker: those of places that all reviewers read alike. */
export function agreedFacts(claim: Claim): Fact[] {
  return claim.places.filter((place) => !place.reviewersDiffer).flatMap((place) => [...place.facts]);
}
