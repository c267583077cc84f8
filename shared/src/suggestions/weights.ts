import type { Features } from './evidence.ts';

/** What each number weighs, and what the sum must reach. */
export interface Weights {
  readonly features: Features;
  readonly threshold: number;
}

/** Fitted to the codings of an experienced reader in three documents (`npm run bench -- suggestions`). */
export const usualWeights: Weights = {
  features: {
    ...{ term: 2.9, moreTerms: 0.6, heading: 2.1 },
    ...{ learnt: 1.2, often: 0.6, length: 1.1 },
  },
  threshold: 4.4,
};

/** How much less is asked in a dossier without codings: there a term in a sentence is enough. */
const firstRelief = 2.3;
/** Coded passages after which about a third of that is left. */
const passagesToLearn = 20;

/** How far the weighed sum of some numbers is above what is asked; below 0 it is not reached. */
export function scoreOf(features: Features, { features: weights, threshold }: Weights): number {
  const names = Object.keys(weights) as (keyof Features)[];
  return names.reduce((sum, name) => sum + weights[name] * features[name], -threshold);
}

/** What is asked less of a sum in a dossier with so many coded passages. */
export function reliefFor(passages: number): number {
  return firstRelief * Math.exp(-passages / passagesToLearn);
}
