/**
 * Under which heading something that is cited is listed. `union`: law of the European Union and papers of its
 * Commission; `unnamed`: articles of which the text does not say the law, such as those of a bill in its own
 * explanation.
 */
export const sourceGroups = [
  'papers',
  'debates',
  'publications',
  'rulings',
  'laws',
  'union',
  'unnamed',
] as const;
export type SourceGroup = (typeof sourceGroups)[number];
