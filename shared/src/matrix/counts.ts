import { type Direction, directions } from '../annotation/index.ts';
import type { Fold } from './claims.ts';
import { differingPlaces } from './disagreements.ts';
import { isDisputed } from './disputes.ts';
import type { Facts } from './facts.ts';
import { Marks } from './marks.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { type Stance, stances } from './stance.ts';
import { type Contradictions, type Opposition, Voices } from './voices.ts';

/** What a set of claims amounts to. Every number counts distinct things. */
export interface Counts extends Contradictions {
  /** Repeats and several readings of the same words folded. */
  readonly claims: number;
  readonly documents: number;
  readonly speakers: number;
  /** Claims by direction; those on which reviewers differ are left to `disagreements`. */
  readonly directions: Readonly<Record<Direction, number>>;
  /** Claims by stance; those on which reviewers differ are left to `disagreements`. */
  readonly stances: Readonly<Record<Stance, number>>;
  /** Claims that reviewers read differently, at one place at least. */
  readonly disagreements: number;
}

/** A part of the facts, counted. */
export interface CountedPart {
  readonly counts: Counts;
  /** How many pairs of speakers oppose each other in it, each subject apart. */
  readonly pairs: number;
  /** Speakers disagree on the fact itself. */
  readonly isDisputed: boolean;
}

/** Numbers by the values of a vocabulary; `from` is the place of the first. */
function tally<T extends string>(vocabulary: readonly T[], numbers: Uint32Array, from: number) {
  return Object.fromEntries(vocabulary.map((value, index) => [value, numbers[from + index] ?? 0])) as Record<
    T,
    number
  >;
}

/**
 * Counts parts of the facts of a dossier. Where a part is about several safeguards or impacts, as in a total,
 * contradictions are those within each. Cost: linear in the facts of the part, whatever else the dossier has.
 */
export class PartCounter {
  readonly #index: MatrixIndex;
  readonly #facts: Facts;
  readonly #fold: Fold;
  readonly #voices: Voices;
  readonly #claims: Marks;
  readonly #documents: Marks;
  readonly #speakers: Marks;
  readonly #differing: Marks;
  /** By claim: a bit for each direction, then one for each stance, in which it is made. */
  readonly #said: Uint8Array;
  #present: number[] = [];

  constructor(index: MatrixIndex, fold: Fold) {
    const { facts } = index;
    this.#index = index;
    this.#facts = facts;
    this.#fold = fold;
    this.#voices = new Voices(facts);
    this.#claims = new Marks(fold.claim.size);
    this.#differing = new Marks(fold.claim.size);
    this.#said = new Uint8Array(fold.claim.size);
    this.#documents = new Marks(facts.axes.document.values.length);
    this.#speakers = new Marks(facts.axes.speaker.values.length);
  }

  /** `part` is a list of facts; a fact that is in it twice counts once. */
  count(part: Uint32Array): CountedPart {
    const differing = differingPlaces(this.#facts, this.#fold, part);
    const sizes = this.#gather(part, differing);
    const { pairs, ...contradictions } = this.#voices.judge();
    return {
      counts: { ...sizes, ...this.#tallyClaims(), ...contradictions },
      pairs,
      isDisputed: isDisputed(this.#facts, this.#fold, part, differing),
    };
  }

  /** Who opposes whom in a part. */
  listOpposition(part: Uint32Array): Opposition[] {
    this.#gather(part, differingPlaces(this.#facts, this.#fold, part));
    return this.#voices.list(this.#index.frame.speakers);
  }

  #gather(part: Uint32Array, differing: ReadonlySet<number>) {
    const { axes, direction, stance } = this.#facts;
    for (const marks of [this.#claims, this.#documents, this.#speakers, this.#differing, this.#voices])
      marks.begin();
    this.#present = [];
    let [documents, speakers, disagreements] = [0, 0, 0];
    for (const fact of part) {
      const claim = this.#fold.claim.codes[fact] ?? 0;
      if (this.#claims.mark(claim)) {
        this.#present.push(claim);
        this.#said[claim] = 0;
      }
      if (this.#documents.mark(axes.document.codes[fact] ?? 0)) documents++;
      if (this.#speakers.mark(axes.speaker.codes[fact] ?? 0)) speakers++;
      if (differing.size > 0 && differing.has(this.#fold.place.codes[fact] ?? 0)) {
        if (this.#differing.mark(claim)) disagreements++;
        continue;
      }
      const said = (1 << (direction[fact] ?? 0)) | (1 << (directions.length + (stance[fact] ?? 0)));
      this.#said[claim] = (this.#said[claim] ?? 0) | said;
      this.#voices.hear(fact);
    }
    return { claims: this.#present.length, documents, speakers, disagreements };
  }

  #tallyClaims(): Pick<Counts, 'directions' | 'stances'> {
    const numbers = new Uint32Array(directions.length + stances.length);
    for (const claim of this.#present) {
      const said = this.#said[claim] ?? 0;
      for (let bit = 0; bit < numbers.length; bit++) {
        if (said & (1 << bit)) numbers[bit] = (numbers[bit] ?? 0) + 1;
      }
    }
    return {
      directions: tally(directions, numbers, 0),
      stances: tally(stances, numbers, directions.length),
    };
  }
}
