import { wordsOf } from '../search/index.ts';

/** What one passage adds: the stems that it has, each once. */
type Stems = ReadonlySet<string>;

/** Shortest word that says what a passage is about, in letters. */
const minLength = 4;

/** How often something was seen among passages. */
class Tally {
  passages = 0;
  readonly #counts = new Map<string, number>();

  add(stems: Stems): void {
    this.passages += 1;
    for (const stem of stems) this.#counts.set(stem, this.countOf(stem) + 1);
  }

  countOf(stem: string): number {
    return this.#counts.get(stem) ?? 0;
  }
}

/**
 * What the reviewers of a dossier coded before, as the words that their passages have. It holds nobody's name and
 * no text: for each safeguard only in how many passages a word stands.
 */
export class Experience {
  #passages = 0;
  readonly #bySafeguard = new Map<string, Tally>();

  /** Adds a passage with the ids of the safeguards of its codings; the same one twice counts once. */
  add(words: string, safeguards: readonly string[]): void {
    if (safeguards.length === 0) return;
    const telling = [...wordsOf(words)].filter(({ folded }) => folded.length >= minLength);
    const stems = new Set(telling.map(({ stem }) => stem));
    this.#passages += 1;
    for (const safeguard of new Set(safeguards)) {
      const tally = this.#bySafeguard.get(safeguard) ?? new Tally();
      this.#bySafeguard.set(safeguard, tally);
      tally.add(stems);
    }
  }

  /** How many passages there are. */
  get passages(): number {
    return this.#passages;
  }

  /** How many passages are coded to a safeguard. */
  passagesOf(safeguard: string): number {
    return this.#bySafeguard.get(safeguard)?.passages ?? 0;
  }

  /** The safeguards of whose passages some have a word, by its stem, and how many. */
  safeguardsWith(stem: string): (readonly [safeguard: string, passages: number])[] {
    return [...this.#bySafeguard]
      .map(([safeguard, tally]) => [safeguard, tally.countOf(stem)] as const)
      .filter(([, count]) => count > 0);
  }
}
