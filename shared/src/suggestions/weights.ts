import type { Features } from './evidence.ts';

/** What is fitted to the codings of documents that were read. */
export interface Weights {
  /** What each number weighs. */
  readonly features: Features;
  /** What the weighed sum is where a sentence is as likely coded as not. */
  readonly even: number;
  /**
   * How many sentences are coded in a text, each counted for each of its safeguards, for the square root of its
   * sentences: a reader codes more in a long text, but not as much more as it is longer.
   */
  readonly density: number;
}

/** Fitted to the codings of an experienced reader in three documents (`npm run bench -- suggestions`). */
export const usualWeights: Weights = {
  features: {
    ...{ term: 2.2, participle: 3.1, near: 3.2, heading: 2 },
    ...{ alike: 18.2, often: 0.36 },
  },
  even: 5.95,
  density: 5.3,
};

/** The logarithm of the odds that a sentence is coded so, after some numbers. */
export function scoreOf(features: Features, { features: weights, even }: Weights): number {
  const names = Object.keys(weights) as (keyof Features)[];
  return names.reduce((sum, name) => sum + weights[name] * features[name], -even);
}
