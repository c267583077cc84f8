import type { Fact } from './facts.ts';

/** What rows and columns can be. */
export const axes = [
  'safeguard',
  'impact',
  'document',
  'speaker',
  'speakerKind',
  'sourceType',
  'measure',
  'stage',
  'provision',
  'month',
  'reviewer',
] as const;
export type Axis = (typeof axes)[number];

/** Member of an axis for codings that say nothing about it, such as the column of codings without impact. */
export const noValue = 'none';

const readValue: Readonly<Record<Axis, (fact: Fact) => string | undefined>> = {
  safeguard: (fact) => fact.safeguard,
  impact: (fact) => fact.impact,
  document: (fact) => fact.document,
  speaker: (fact) => fact.speaker,
  speakerKind: (fact) => fact.speakerKind,
  sourceType: (fact) => fact.sourceType,
  measure: (fact) => fact.coding.measure,
  stage: (fact) => fact.coding.stage,
  provision: (fact) => fact.coding.provision,
  /** `YYYY-MM` of the document, or `YYYY` where only the year is known. */
  month: (fact) => fact.date?.slice(0, 7),
  reviewer: (fact) => fact.reviewer,
};

/** The member of the axis to which a fact belongs. */
export function valueOnAxis(axis: Axis, fact: Fact): string {
  return readValue[axis](fact) ?? noValue;
}
