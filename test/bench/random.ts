import { randomNumbers } from '@waarborg/server/random-numbers';

/** A source of chance that gives the same numbers for the same seed. */
export interface Random {
  /** A number from 0 up to 1. */
  next(): number;
  /** A whole number from `low` up to `high`, both included. */
  between(low: number, high: number): number;
  /** Whether something of this probability happens. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** Makes a source of chance from a seed. */
export function createRandom(seed: number): Random {
  const next = randomNumbers(seed);
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('Nothing to pick from.');
      return items[Math.floor(next() * items.length)] as (typeof items)[number];
    },
  };
}
