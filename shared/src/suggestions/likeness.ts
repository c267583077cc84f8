import { type Experience, shareOf } from './experience.ts';
import type { OfferedSafeguard, ReadText } from './read-text.ts';

/** What the terms of a safeguard count for beside its coded passages, in passages. */
const weightOfTerms = 0.5;

/** How many sentences a coded passage has, about. */
const sentencesPerPassage = 2;

/** What is needed of the text at hand. */
type Basis = Pick<ReadText, 'sentences' | 'frequency' | 'safeguards'>;

/** A safeguard that a part of a word speaks for, and how much. */
type Pull = readonly [safeguard: string, weight: number];

/**
 * How alike words are to what was coded to a safeguard: the cosine between the parts of words that they have and those
 * that its passages have, each weighed by how rare it is (inverse frequency in the text at hand and in all that was
 * coded). The codebook's terms count as a part of a passage, so that a safeguard that was never coded is like
 * something too.
 */
export class Likeness {
  readonly #pulls = new Map<string, Pull[]>();
  readonly #rarities = new Map<string, number>();
  readonly #experience: Experience;
  readonly #read: Basis;

  private constructor(experience: Experience, read: Basis) {
    this.#experience = experience;
    this.#read = read;
  }

  /** Learns what was coded, a safeguard at a step. */
  static *learn(experience: Experience, read: Basis): Generator<undefined, Likeness, undefined> {
    const likeness = new Likeness(experience, read);
    for (const safeguard of read.safeguards) {
      likeness.#add(safeguard);
      yield;
    }
    return likeness;
  }

  #add({ id, beginnings }: OfferedSafeguard): void {
    const shares = new Map(this.#experience.weightsIn(id));
    const ofTerms = weightOfTerms * shareOf(beginnings);
    for (const part of beginnings) shares.set(part, (shares.get(part) ?? 0) + ofTerms);
    const weighed = [...shares].map(([part, share]) => [part, share * this.#rarityOf(part)] as const);
    const length = lengthOf(weighed.map(([, weight]) => weight));
    for (const [part, weight] of weighed) {
      const pulls = this.#pulls.get(part) ?? [];
      this.#pulls.set(part, pulls);
      pulls.push([id, (weight * this.#rarityOf(part)) / length]);
    }
  }

  /** The safeguards that words are like, by how much each of their parts counts; from 0 (not at all) to 1. */
  of(parts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
    const sums = new Map<string, number>();
    for (const [part, share] of parts) {
      for (const [safeguard, weight] of this.#pulls.get(part) ?? []) {
        sums.set(safeguard, (sums.get(safeguard) ?? 0) + share * weight);
      }
    }
    const length = lengthOf([...parts].map(([part, share]) => share * this.#rarityOf(part)));
    return new Map([...sums].map(([safeguard, sum]) => [safeguard, sum / length]));
  }

  /** How much the parts of a word add to the likeness to a safeguard, to be compared with those of other words. */
  weightFor(safeguard: string, parts: readonly string[]): number {
    const weights = parts.map((part) => this.#pulls.get(part)?.find(([id]) => id === safeguard)?.[1] ?? 0);
    return weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** The inverse frequency of a part among sentences and coded passages; 0 where it stands in nearly all. */
  #rarityOf(part: string): number {
    const known = this.#rarities.get(part);
    if (known !== undefined) return known;
    const coded = this.#experience.frequency.get(part) ?? 0;
    const count = (this.#read.frequency.get(part) ?? 0) + sentencesPerPassage * coded;
    const all = this.#read.sentences.length + sentencesPerPassage * this.#experience.passages;
    const rarity = Math.max(0, Math.log((all + 1) / (count + 0.5)));
    this.#rarities.set(part, rarity);
    return rarity;
  }
}

/** The length of a vector; 1 where it would be 0, so that one can divide by it. */
function lengthOf(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
}
