import { wordsOf } from '../search/index.ts';
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

/**
 * What the reviewers of a dossier coded before, as the parts of words that their passages have. It holds nobody's
 * name and no text: for each safeguard only in how many passages a part stands.
 */
export class Experience {
  readonly #all: Tally = { passages: 0, counts: new Map() };
  readonly #bySafeguard = new Map<string, Tally>();

  /** Adds a passage with the ids of the safeguards of its codings; the same one twice counts once. */
  add(words: string, safeguards: readonly string[]): void {
    if (safeguards.length === 0) return;
    const parts = new Set([...wordsOf(words)].flatMap(partsOf));
    add(this.#all, parts, 1);
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

  /** How much each part of a word counts in the passages of a safeguard (`shareOf`). */
  weightsIn(safeguard: string): ReadonlyMap<string, number> {
    return this.#bySafeguard.get(safeguard)?.counts ?? new Map();
  }
}
