/**
 * Words that passages of a safeguard have and other text has not: log-odds with shrinkage.
 *
 * A word in `n` of a safeguard's `N` passages, and in a share `p` of the paragraphs of the text that is read, has the
 * weight `log((n + a·p) / (N + a) / p)`: as if `a` more passages had it as often as that text. A word of one passage
 * alone says nothing, nor does a word of every paragraph.
 */
import type { Experience } from './experience.ts';

/** How many passages of no safeguard are counted to each. */
const shrinkage = 2;
/** Passages of a safeguard in which a word must stand to speak for it. */
const minPassages = 2;
/** Weight from which a word counts for a safeguard: about twice as frequent there as elsewhere. */
const minWeight = 0.7;

/** A safeguard that a word speaks for. */
export interface Association {
  readonly safeguard: string;
  readonly weight: number;
}

/** What a text is made of: paragraphs, and in how many of them a word stands. */
interface Background {
  readonly paragraphs: readonly unknown[];
  readonly frequency: ReadonlyMap<string, number>;
}

/** The words that speak for safeguards in a text, after what was coded before. */
export class Associations {
  readonly #experience: Experience;
  readonly #background: Background;
  readonly #known = new Map<string, readonly Association[]>();

  constructor(experience: Experience, background: Background) {
    this.#experience = experience;
    this.#background = background;
  }

  /** The safeguards for which a word speaks, by its stem. */
  of(stem: string): readonly Association[] {
    const known = this.#known.get(stem);
    if (known) return known;
    const share = this.#shareOf(stem);
    const found = this.#experience.safeguardsWith(stem).flatMap(([safeguard, count]): Association[] => {
      const passages = this.#experience.passagesOf(safeguard);
      const weight = Math.log((count + shrinkage * share) / (passages + shrinkage) / share);
      return count < minPassages || weight < minWeight ? [] : [{ safeguard, weight }];
    });
    this.#known.set(stem, found);
    return found;
  }

  /** In which share of the paragraphs a word stands; never 0. */
  #shareOf(stem: string): number {
    const { paragraphs, frequency } = this.#background;
    return ((frequency.get(stem) ?? 0) + 0.5) / (paragraphs.length + 1);
  }
}
