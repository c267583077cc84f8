import type { DisjointSets } from './disjoint-sets.ts';
import type { PassageWords, RangeWords } from './passage-words.ts';

/** A piece of one of the passages that are compared. */
export interface Piece {
  /** Index of its passage. */
  readonly passage: number;
  readonly words: PassageWords;
  readonly range: RangeWords;
}

/**
 * The text in which positions decide about a piece, and not that one quote resembles the other. Undefined: its quote
 * is compared with all.
 */
export function decidingText({ words, range }: Piece): string | undefined {
  return range.hasPosition ? words.text : undefined;
}

/**
 * Pieces with the same quote, which are one place but where positions of one text keep them apart. What is joined
 * with such a group is joined with all of it, so that it can be compared as one.
 */
export class QuoteGroup {
  /** The one text in which positions decide about all of them. Undefined: there is none, and the pieces are joined. */
  readonly text: string | undefined;
  readonly #passages: readonly number[];
  readonly #sets: DisjointSets;
  #isJoined = false;

  /** `isTelling`: whether the quote, perhaps with its surroundings, stands for one place in a text. */
  constructor(pieces: readonly Piece[], sets: DisjointSets, isTelling: boolean) {
    const texts = new Set(pieces.map(decidingText));
    this.text = texts.size === 1 ? [...texts][0] : undefined;
    this.#passages = pieces.map(({ passage }) => passage);
    this.#sets = sets;
    // Only a text that was kept is certainly the same: a page can have changed between two readings.
    const isSettled = this.text !== undefined && (!isTelling || pieces[0]?.words.isKept === true);
    if (!isSettled) this.#joinAll();
  }

  /** Whether words decide about a piece of that text (`decidingText`) and one of these. */
  isOpenTo(text: string | undefined): boolean {
    return this.text === undefined || this.text !== text;
  }

  /** Joins all of them with a passage. */
  joinWith(passage: number): void {
    this.#sets.join(this.#joinAll(), passage);
  }

  /** Joins all of both. */
  joinAllWith(other: QuoteGroup): void {
    this.joinWith(other.#joinAll());
  }

  #joinAll(): number {
    const [first = 0] = this.#passages;
    if (!this.#isJoined) for (const passage of this.#passages) this.#sets.join(first, passage);
    this.#isJoined = true;
    return first;
  }
}
