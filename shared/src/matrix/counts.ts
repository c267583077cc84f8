import { type Direction, directions, type Measure, measures } from '../annotation/index.ts';
import { type Fold, record } from './claims.ts';
import type { DifferingPlaces } from './disagreements.ts';
import { disputesAmong } from './disputes.ts';
import type { Facts } from './facts.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { type Stance, stances } from './stance.ts';
import {
  type Contradictions,
  type JudgedVoices,
  type Opposition,
  toContradictions,
  Voices,
} from './voices.ts';

/** What can be counted; it decides the number of a cell and its colour. */
export const countKinds = ['claims', 'documents', 'speakers'] as const;
export type CountKind = (typeof countKinds)[number];

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
  readonly voices: JudgedVoices;
  /** Codes, each once. */
  readonly documents: Uint32Array;
  readonly speakers: Uint32Array;
}

/** How many different bytes there are: what is said of a claim is one, and so is what it says happens. */
const bytes = 256;

/**
 * Counts parts of the facts of a dossier. Where a part is about several safeguards or impacts, as in a total,
 * contradictions are those within each. Cost: linear in the facts of the part, whatever else the dossier has.
 */
export class PartCounter {
  readonly #index: MatrixIndex;
  readonly #facts: Facts;
  readonly #fold: Fold;
  readonly #voices: Voices;
  #differing: DifferingPlaces;
  /** Number of the part that is counted. What was last seen in another part is new in this one. */
  #round = 0;
  readonly #claimSeen: Uint32Array;
  readonly #documentSeen: Uint32Array;
  readonly #speakerSeen: Uint32Array;
  readonly #differenceSeen: Uint32Array;
  /** By claim: a bit for each direction, then one for each stance, in which it is made; or one for each measure. */
  readonly #said: Uint8Array;
  /** By what is said, as a byte: how many claims say it. */
  readonly #byByte = new Uint32Array(bytes);
  /** The claims, documents and speakers of the part, as many as were counted. */
  readonly #present: Uint32Array;
  readonly #documents: Uint32Array;
  readonly #speakers: Uint32Array;

  constructor(index: MatrixIndex, fold: Fold) {
    const { facts } = index;
    const { size } = fold.claim;
    this.#index = index;
    this.#facts = facts;
    this.#fold = fold;
    this.#voices = new Voices(facts);
    this.#claimSeen = new Uint32Array(size);
    this.#differenceSeen = new Uint32Array(size);
    this.#said = new Uint8Array(size);
    this.#present = new Uint32Array(size);
    const { document, speaker } = facts.axes;
    this.#documentSeen = new Uint32Array(document.values.length);
    this.#documents = new Uint32Array(document.values.length);
    this.#speakerSeen = new Uint32Array(speaker.values.length);
    this.#speakers = new Uint32Array(speaker.values.length);
  }

  /** Counts from now on apart what reviewers read differently in these places. */
  apartFrom(differing: DifferingPlaces): this {
    this.#differing = differing;
    return this;
  }

  /** `part` is a list of facts; a fact that is in it twice counts once. */
  count(part: Uint32Array): CountedPart {
    const sizes = this.#gather(part);
    const voices = this.#voices.judge();
    return {
      counts: { ...sizes, ...this.#tallyClaims(sizes.claims), ...toContradictions(voices) },
      voices,
      documents: this.#documents.slice(0, sizes.documents),
      speakers: this.#speakers.slice(0, sizes.speakers),
    };
  }

  /**
   * Claims of a part by what they say happens to a safeguard; a claim that says two things counts for each, and what
   * reviewers read differently for none.
   */
  countMeasures(part: Uint32Array): Record<Measure, number> {
    const round = ++this.#round;
    const [claimSeen, said, present] = [this.#claimSeen, this.#said, this.#present];
    const happens = this.#facts.axes.measure.codes;
    const claimOf = this.#fold.claim.codes;
    let claims = 0;
    const placeOf = this.#fold.place.codes;
    for (let place = 0; place < part.length; place++) {
      const fact = part[place] as number;
      if (this.#differing?.has(placeOf[fact] as number)) continue;
      const claim = claimOf[fact] as number;
      if (claimSeen[claim] !== round) {
        claimSeen[claim] = round;
        present[claims++] = claim;
        said[claim] = 0;
      }
      // The table numbers measures from 1; 0 says that nothing is said to happen.
      said[claim] = (said[claim] as number) | ((1 << (happens[fact] as number)) >> 1);
    }
    const numbers = this.#tallyBits(claims, measures.length);
    return Object.fromEntries(measures.map((measure, bit) => [measure, numbers[bit] ?? 0])) as Record<
      Measure,
      number
    >;
  }

  /** Who opposes whom in a part. */
  listOpposition(part: Uint32Array): Opposition[] {
    this.#gather(part);
    return this.#voices.list(this.#index.frame.speakers);
  }

  /** Whether speakers disagree on the fact itself in a part. */
  isDisputed(part: Uint32Array): boolean {
    return !disputesAmong(this.#facts, this.#fold, part, this.#differing).next().done;
  }

  /** The hottest loop of the matrix: every fact of every number goes through it. */
  #gather(part: Uint32Array) {
    const round = ++this.#round;
    const { records } = this.#fold;
    const [voices, said, present] = [this.#voices, this.#said, this.#present];
    const [claimSeen, documentSeen, speakerSeen] = [this.#claimSeen, this.#documentSeen, this.#speakerSeen];
    const differing = this.#differing;
    let [claims, documents, speakers, disagreements] = [0, 0, 0, 0];
    voices.begin();
    for (let place = 0; place < part.length; place++) {
      const at = (part[place] as number) * record.size;
      const claim = records[at + record.claim] as number;
      if (claimSeen[claim] !== round) {
        claimSeen[claim] = round;
        present[claims++] = claim;
        said[claim] = 0;
      }
      const document = records[at + record.document] as number;
      if (documentSeen[document] !== round) {
        documentSeen[document] = round;
        this.#documents[documents++] = document;
      }
      const speaker = records[at + record.speaker] as number;
      if (speakerSeen[speaker] !== round) {
        speakerSeen[speaker] = round;
        this.#speakers[speakers++] = speaker;
      }
      if (differing?.has(records[at + record.place] as number)) {
        if (this.#differenceSeen[claim] !== round) disagreements++;
        this.#differenceSeen[claim] = round;
        continue;
      }
      said[claim] = (said[claim] as number) | (records[at + record.said] as number);
      voices.hear(records[at + record.voice] as number, records[at + record.voiceBits] as number);
    }
    return { claims, documents, speakers, disagreements };
  }

  #tallyClaims(claims: number): Pick<Counts, 'directions' | 'stances'> {
    const numbers = this.#tallyBits(claims, directions.length + stances.length);
    const [favourable = 0, unfavourable = 0, neutral = 0, unclear = 0, ...byStance] = numbers;
    const [helps = 0, hurts = 0, noEffect = 0, none = 0] = byStance;
    return {
      directions: { favourable, unfavourable, neutral, unclear },
      stances: { helps, hurts, noEffect, none },
    };
  }

  /** Of the claims that were gathered last, how many have each bit. */
  #tallyBits(claims: number, bits: number): Uint32Array {
    const byByte = this.#byByte.fill(0);
    for (let place = 0; place < claims; place++) {
      const said = this.#said[this.#present[place] as number] as number;
      byByte[said] = (byByte[said] as number) + 1;
    }
    const numbers = new Uint32Array(bits);
    for (let said = 1; said < bytes; said++) {
      const times = byByte[said] as number;
      if (times === 0) continue;
      for (let bit = 0; bit < bits; bit++) {
        if (said & (1 << bit)) numbers[bit] = (numbers[bit] as number) + times;
      }
    }
    return numbers;
  }
}
