import { wordsOf } from '../search/index.ts';
import { conceptsOf, type TermFinder } from './find-terms.ts';
import { partsOf } from './word-parts.ts';

/** How often something was seen among passages. */
interface Tally {
  passages: number;
  readonly counts: Map<string, number>;
}

function add(tally: Tally, parts: ReadonlySet<string>, weight: number): void {
  tally.passages += 1;
  for (const part of parts) tally.counts.set(part, (tally.counts.get(part) ?? 0) + weight);
}

/** What each part counts for in words that have so many, so that long ones count no more than short ones. */
export function shareOf(parts: ReadonlySet<string>): number {
  return parts.size === 0 ? 0 : 1 / Math.sqrt(parts.size);
}

/** Coded passages with a term of a safeguard, and how many of them are coded to it. */
export interface TermTally {
  readonly passages: number;
  readonly coded: number;
}

const noTerms: TermTally = { passages: 0, coded: 0 };
/** For how many passages what is usual for terms counts, beside those that have a term of the safeguard. */
const usualPassages = 2;
/** The most that a term tells, where terms usually tell next to nothing. */
const maxTrust = 2;

function addTerm({ passages, coded }: TermTally, isCoded: boolean): TermTally {
  return { passages: passages + 1, coded: coded + Number(isCoded) };
}

/**
 * What the reviewers of a dossier coded before, as the parts of words and the terms that their passages have. It
 * holds nobody's name and no text: for each safeguard only in how many passages a part or a term stands.
 */
export class Experience {
  readonly #all: Tally = { passages: 0, counts: new Map() };
  readonly #bySafeguard = new Map<string, Tally>();
  readonly #terms: TermFinder;
  readonly #termsBySafeguard = new Map<string, TermTally>();
  #allTerms = noTerms;

  /** @param terms of the codebook, as they are found in the text at hand. */
  constructor(terms: TermFinder) {
    this.#terms = terms;
  }

  /** Adds a passage with the ids of the safeguards of its codings; the same one twice counts once. */
  add(words: string, safeguards: readonly string[]): void {
    if (safeguards.length === 0) return;
    const found = [...wordsOf(words)];
    const parts = new Set(found.flatMap(partsOf));
    add(this.#all, parts, 1);
    for (const safeguard of conceptsOf(this.#terms.find(words, found))) {
      const isCoded = safeguards.includes(safeguard);
      this.#termsBySafeguard.set(safeguard, addTerm(this.termsOf(safeguard), isCoded));
      this.#allTerms = addTerm(this.#allTerms, isCoded);
    }
    for (const safeguard of new Set(safeguards)) {
      const tally = this.#bySafeguard.get(safeguard) ?? { passages: 0, counts: new Map() };
      this.#bySafeguard.set(safeguard, tally);
      add(tally, parts, shareOf(parts));
    }
  }

  /** How many passages there are. */
  get passages(): number {
    return this.#all.passages;
  }

  /** In how many passages each part of a word stands. */
  get frequency(): ReadonlyMap<string, number> {
    return this.#all.counts;
  }

  /** How many passages are coded to a safeguard. */
  passagesOf(safeguard: string): number {
    return this.#bySafeguard.get(safeguard)?.passages ?? 0;
  }

  /** How many passages have a term of a safeguard, and how many of those are coded to it. */
  termsOf(safeguard: string): TermTally {
    return this.#termsBySafeguard.get(safeguard) ?? noTerms;
  }

  /**
   * What a term of a safeguard tells, against what terms usually tell (1): how often passages that have one were
   * coded to it. *Asielprocedure* may stand in many passages that are all coded to something else. From 0 to 2.
   */
  trustIn(safeguard: string): number {
    const usual = (this.#allTerms.coded + 1) / (this.#allTerms.passages + 2);
    const { passages, coded } = this.termsOf(safeguard);
    const own = (coded + usualPassages * usual) / (passages + usualPassages);
    return Math.min(maxTrust, own / usual);
  }

  /** How much each part of a word counts in the passages of a safeguard (`shareOf`). */
  weightsIn(safeguard: string): ReadonlyMap<string, number> {
    return this.#bySafeguard.get(safeguard)?.counts ?? new Map();
  }
}
