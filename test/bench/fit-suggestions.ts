import type { Features } from '../../shared/src/suggestions/evidence.ts';
import { scoreOf, type Weights } from '../../shared/src/suggestions/weights.ts';

/** A paragraph and a safeguard: what speaks for it, and whether the expert coded it. */
export interface Example {
  readonly features: Features;
  readonly isCoded: boolean;
}

/** How strongly weights are pulled to 0, and how often and how far they are moved. */
const [ridge, rounds, rate] = [1, 400, 0.3];

/**
 * Fits weights to examples by logistic regression with a ridge, in steps of Newton's method along each axis. The
 * threshold that it gives is 0: `withThreshold` chooses one.
 */
function fitWeights(examples: readonly Example[], names: readonly (keyof Features)[]): Weights {
  const rows = examples.map(({ features, isCoded }) => ({
    values: [...names.map((name) => features[name]), 1],
    target: isCoded ? 1 : 0,
  }));
  const weights = Array.from({ length: names.length + 1 }, () => 0);
  for (let round = 0; round < rounds; round++) {
    const slopes = weights.map((weight, index) => (index < names.length ? -ridge * weight : 0));
    const bends = weights.map((_, index) => (index < names.length ? ridge : 1e-6));
    for (const { values, target } of rows) {
      const sum = values.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-sum));
      for (const [index, value] of values.entries()) {
        slopes[index] = (slopes[index] ?? 0) + (target - chance) * value;
        bends[index] = (bends[index] ?? 0) + chance * (1 - chance) * value * value;
      }
    }
    for (const index of weights.keys()) {
      weights[index] = (weights[index] ?? 0) + (rate * (slopes[index] ?? 0)) / (bends[index] ?? 1);
    }
  }
  const features = Object.fromEntries(names.map((name, index) => [name, weights[index]]));
  return { features: features as unknown as Features, threshold: -(weights.at(-1) ?? 0) };
}

/** The weights with the threshold at which their F1 is best on all examples, each scored by weights of its own. */
function findThreshold(scored: readonly { readonly score: number; readonly isCoded: boolean }[]): number {
  const ordered = scored.toSorted((one, other) => other.score - one.score);
  const coded = ordered.filter(({ isCoded }) => isCoded).length;
  let [hits, best, threshold] = [0, 0, 0];
  for (const [index, { score, isCoded }] of ordered.entries()) {
    if (isCoded) hits += 1;
    const f1 = (2 * hits) / (index + 1 + coded);
    if (f1 > best) [best, threshold] = [f1, score];
  }
  return threshold;
}

/**
 * Weights for new documents, after those that are given: fitted to all of them together, with the threshold that
 * serves each of them best under weights fitted to the others, so that nothing is chosen on what it is fitted to.
 */
export function fitSuggestions(documents: readonly (readonly Example[])[]): Weights {
  const names = Object.keys(documents[0]?.[0]?.features ?? {}) as (keyof Features)[];
  const scored = documents.flatMap((examples, index) => {
    const others = fitWeights(documents.toSpliced(index, 1).flat(), names);
    return examples.map(({ features, isCoded }) => ({ score: scoreOf(features, others), isCoded }));
  });
  const all = fitWeights(documents.flat(), names);
  return { ...all, threshold: all.threshold + findThreshold(scored) };
}
