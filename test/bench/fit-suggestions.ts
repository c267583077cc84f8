import type { Features } from '../../shared/src/suggestions/evidence.ts';
import { scoreOf, type Weights } from '../../shared/src/suggestions/weights.ts';

/** A sentence and a safeguard: what speaks for it, and whether the expert coded it. */
interface Example {
  readonly features: Features;
  readonly isCoded: boolean;
}

/** A document that was read. */
export interface ReadDocument {
  /** How many it has. */
  readonly sentences: number;
  /** Each of them with each safeguard. */
  readonly examples: readonly Example[];
}

/** How strongly weights are pulled to 0, and how often they are moved. */
const [ridge, rounds] = [0.01, 40];
/** Farthest that a weight is moved at once. */
const maxStep = 2;
/** Weights of numbers without how many are suggested. */
type FittedWeights = Omit<Weights, 'density'>;

/** Fits weights to examples by logistic regression with a ridge, by Newton's method. */
function fitWeights(examples: readonly Example[]): FittedWeights {
  const names = Object.keys(examples[0]?.features ?? {}) as (keyof Features)[];
  const rows = examples.map(({ features, isCoded }) => ({
    values: [...names.map((name) => features[name]), 1],
    target: isCoded ? 1 : 0,
  }));
  const weights = [...names.map(() => 0), 0];
  for (let round = 0; round < rounds; round++) {
    // The last weight is of no feature, and is not pulled.
    const slopes = weights.map((weight, index) => (index < names.length ? -ridge * weight : 0));
    const bends = weights.map((_, row) => weights.map((__, column) => (row === column ? ridge : 0)));
    for (const { values, target } of rows) {
      const sum = values.reduce((total, value, index) => total + value * (weights[index] as number), 0);
      const chance = 1 / (1 + Math.exp(-sum));
      const bend = chance * (1 - chance);
      for (const [row, value] of values.entries()) {
        slopes[row] = (slopes[row] as number) + (target - chance) * value;
        const bendsOfRow = bends[row] as number[];
        for (const [column, other] of values.entries()) {
          bendsOfRow[column] = (bendsOfRow[column] as number) + bend * value * other;
        }
      }
    }
    for (const [index, step] of solve(bends, slopes).entries()) {
      weights[index] = (weights[index] as number) + Math.max(-maxStep, Math.min(maxStep, step));
    }
  }
  const features = Object.fromEntries(names.map((name, index) => [name, weights[index]]));
  return { features: features as unknown as Features, even: -(weights.at(-1) ?? 0) };
}

/** Solves linear equations with a positive definite matrix, by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] as number]);
  for (const [at, pivot] of rows.entries()) {
    for (const [index, row] of rows.entries()) {
      if (index === at) continue;
      const factor = (row[at] as number) / (pivot[at] as number);
      for (const column of row.keys()) {
        row[column] = (row[column] as number) - factor * (pivot[column] as number);
      }
    }
  }
  return rows.map((row, index) => (row.at(-1) as number) / (row[index] as number));
}

/** The densities of which the best is taken. */
const densities = Array.from({ length: 29 }, (_, step) => 1 + step / 4);

/** The density at which what is suggested in documents is most like what is coded in them, by its F1. */
function fitDensity(documents: readonly ReadDocument[], weights: FittedWeights): number {
  const ranked = documents.map(({ sentences, examples }) => ({
    root: Math.sqrt(sentences),
    isCoded: examples
      .map(({ features, isCoded }) => ({ score: scoreOf(features, weights), isCoded }))
      .sort((one, other) => other.score - one.score)
      .map(({ isCoded }) => isCoded),
  }));
  const coded = ranked.flatMap(({ isCoded }) => isCoded).filter(Boolean).length;
  const f1At = (density: number) => {
    const suggested = ranked.flatMap(({ root, isCoded }) => isCoded.slice(0, Math.ceil(density * root)));
    return (2 * suggested.filter(Boolean).length) / (suggested.length + coded);
  };
  return densities.reduce((best, density) => (f1At(density) > f1At(best) ? density : best));
}

/** Weights for new documents, after those that are given. */
export function fitSuggestions(documents: readonly ReadDocument[]): Weights {
  const weights = fitWeights(documents.flatMap(({ examples }) => examples));
  return { ...weights, density: fitDensity(documents, weights) };
}
