import type { Features } from './evidence.ts';

/** What is fitted to the codings of documents that were read. */
export interface Weights {
  /** What each number weighs. */
  readonly features: Features;
  /** What the weighed sum is where a sentence is as likely coded as not. */
  readonly even: number;
  /**
   * How many sentences are suggested in a text, each counted for each of its safeguards, for the square root of its
   * sentences: a reader codes more in a long text, but not as much more as it is longer.
   */
  readonly density: number;
}

/** Fitted to the codings of an experienced reader in three documents (`npm run bench -- suggestions`). */
export const usualWeights: Weights = {
  features: {
    ...{ term: 1.48, participle: 1.89, near: 2.89, heading: 1.52 },
    ...{ elsewhere: 0.3, alike: 18.7, often: 0.26 },
  },
  even: 6.28,
  density: 5,
};

/** The logarithm of the odds that a sentence is coded so, after some numbers. */
export function scoreOf(
  features: Features,
  { features: weights, even }: Pick<Weights, 'features' | 'even'>,
): number {
  const names = Object.keys(weights) as (keyof Features)[];
  return names.reduce((sum, name) => sum + weights[name] * features[name], -even);
}
