import type { Concept, ConceptKind } from './concept.ts';

/** The concepts of a kind that a new coding may name, each once, in the order in which they are given: not retired, not merged. */
export function offeredConcepts<C extends Concept>(concepts: Iterable<C>, kind: ConceptKind): C[] {
  return [...new Set(concepts)].filter((one) => one.kind === kind && !one.retired && !one.mergedInto);
}
