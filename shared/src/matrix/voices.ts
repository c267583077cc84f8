/**
 * What speakers say in a part of the facts, and where they contradict each other. Only what is about the same
 * safeguard and the same impact does: "helps duration" is no answer to "hurts cost".
 *
 * Method: a *voice* is one speaker on one subject. Voices are gathered with a bit for each stance, then counted
 * by subject, so that contradictions are found from numbers of voices without looking at pairs. Cost: linear.
 */
import type { Speaker } from '../dossier/index.ts';
import type { Facts } from './facts.ts';
import { helps, helpsGround, hurts, hurtsGround, noEffect, normMeetsExpectation } from './voice-bits.ts';

/** One speaker who says that the safeguard helps, against another who says that it hurts. */
export interface Opposition {
  /** Names of the speakers. */
  readonly helps: string;
  readonly hurts: string;
  /** Their ids. */
  readonly helpsId: string;
  readonly hurtsId: string;
  /** One side says what the law requires, the other what it expects: no contradiction by itself. */
  readonly normMeetsExpectation: boolean;
}

/** How lopsided the opposition is: 17 to 1 is not 9 to 9. */
export interface Opposing {
  /** Speakers who say that it helps, or hurts, against somebody else. */
  readonly helps: number;
  readonly hurts: number;
  /** In every opposition one side states a norm and the other an expectation. False where there is none. */
  readonly normMeetsExpectation: boolean;
}

export interface Contradictions {
  /** One speaker says it helps, a different one says it hurts. */
  readonly contested: boolean;
  /** One speaker says helps or hurts, a different one says no effect. */
  readonly denied: boolean;
  /** The same speaker says both. */
  readonly mixed: boolean;
  readonly opposing: Opposing;
}

/** What the voices of a part amount to; speakers by their codes, each once. */
export interface JudgedVoices {
  /** How many pairs of speakers oppose each other, each subject apart, and in how many a norm meets an expectation. */
  readonly pairs: number;
  readonly normPairs: number;
  /** Who says that it helps, or hurts, against somebody else. */
  readonly helpers: ArrayLike<number>;
  readonly hurters: ArrayLike<number>;
  readonly isDenied: boolean;
  readonly isMixed: boolean;
}

/** What is said of voices in a matrix. */
export function toContradictions(voices: JudgedVoices): Contradictions {
  const { pairs, normPairs, helpers, hurters, isDenied, isMixed } = voices;
  return {
    contested: pairs > 0,
    denied: isDenied,
    mixed: isMixed,
    opposing: {
      helps: helpers.length,
      hurts: hurters.length,
      normMeetsExpectation: pairs > 0 && normPairs === pairs,
    },
  };
}

/** How many voices on one subject say what. */
class SubjectTally {
  helpers = 0;
  hurters = 0;
  deniers = 0;
  sayers = 0;
  helpersWhoHurt = 0;
  deniersWhoSay = 0;
  normHelpers = 0;
  normHurters = 0;
  expectingHelpers = 0;
  expectingHurters = 0;
  /** Voices that meet themselves, norm against expectation. */
  normMeetsOwn = 0;

  /** How many pairs of different voices oppose each other. */
  get pairs(): number {
    return this.helpers * this.hurters - this.helpersWhoHurt;
  }

  get normPairs(): number {
    return (
      this.normHelpers * this.expectingHurters + this.expectingHelpers * this.normHurters - this.normMeetsOwn
    );
  }

  get isDenied(): boolean {
    const isOneAlone = this.deniers === 1 && this.sayers === 1 && this.deniersWhoSay === 1;
    return this.deniers > 0 && this.sayers > 0 && !isOneAlone;
  }
}

/** The place of each name in their order; equal names have the same. */
function ranksOf(names: readonly string[]): number[] {
  const ordered = [...new Set(names)].sort((one, other) => one.localeCompare(other, 'nl'));
  const ranks = new Map(ordered.map((name, rank) => [name, rank]));
  return names.map((name) => ranks.get(name) ?? 0);
}

const noOpponents = { helpers: [], hurters: [] };

/** Gathers voices, part by part. */
export class Voices {
  readonly #facts: Facts;
  /** Number of the part in which a voice was last heard. */
  readonly #heard: Uint32Array;
  #round = 0;
  readonly #says: Uint32Array;
  /** By speaker: number of the part in which it was last counted on a side. */
  readonly #helperSeen: Uint32Array;
  readonly #hurterSeen: Uint32Array;
  /** The voices of the part, as many as `#size`. */
  readonly #present: Uint32Array;
  #size = 0;

  constructor(facts: Facts) {
    const { size } = facts.voice;
    this.#facts = facts;
    this.#heard = new Uint32Array(size);
    this.#says = new Uint32Array(size);
    this.#present = new Uint32Array(size);
    this.#helperSeen = new Uint32Array(facts.axes.speaker.values.length);
    this.#hurterSeen = new Uint32Array(facts.axes.speaker.values.length);
  }

  /** Forgets the part before. */
  begin(): void {
    this.#round++;
    this.#size = 0;
  }

  /** Hears what a voice says in one coding (`voiceBits`). */
  hear(voice: number, bits: number): void {
    if (this.#heard[voice] !== this.#round) {
      this.#heard[voice] = this.#round;
      this.#present[this.#size++] = voice;
      this.#says[voice] = bits;
    } else {
      this.#says[voice] = (this.#says[voice] as number) | bits;
    }
  }

  /** The voices of the part. */
  #voices(): Uint32Array {
    return this.#present.subarray(0, this.#size);
  }

  /** Where those who were heard contradict each other. */
  judge(): JudgedVoices {
    const tallies = this.#tally();
    let [pairs, normPairs, isDenied, isMixed] = [0, 0, false, false];
    for (const tally of tallies.values()) {
      pairs += tally.pairs;
      normPairs += tally.normPairs;
      isDenied ||= tally.isDenied;
      isMixed ||= tally.helpersWhoHurt > 0;
    }
    const opponents = pairs > 0 ? this.#listOpponents(tallies) : noOpponents;
    return { pairs, normPairs, ...opponents, isDenied, isMixed };
  }

  #tally(): Map<number, SubjectTally> {
    const tallies = new Map<number, SubjectTally>();
    for (const voice of this.#voices()) {
      const subject = this.#facts.subjectOfVoice[voice] ?? 0;
      let tally = tallies.get(subject);
      if (!tally) {
        tally = new SubjectTally();
        tallies.set(subject, tally);
      }
      this.#count(tally, voice);
    }
    return tallies;
  }

  #count(tally: SubjectTally, voice: number): void {
    const says = this.#says[voice] ?? 0;
    const isSayer = (says & (helps | hurts)) !== 0;
    if (isSayer) tally.sayers++;
    if (says & noEffect) tally.deniers++;
    if (isSayer && says & noEffect) tally.deniersWhoSay++;
    if (says & helps) tally.helpers++;
    if (says & hurts) tally.hurters++;
    if (says & helps && says & hurts) tally.helpersWhoHurt++;
    const [helpsBy, hurtsBy] = [helpsGround(says), hurtsGround(says)];
    if (helpsBy === 'norm') tally.normHelpers++;
    if (hurtsBy === 'norm') tally.normHurters++;
    if (helpsBy === 'expectation') tally.expectingHelpers++;
    if (hurtsBy === 'expectation') tally.expectingHurters++;
    if (normMeetsExpectation(says, says)) tally.normMeetsOwn++;
  }

  #listOpponents(tallies: ReadonlyMap<number, SubjectTally>): Pick<JudgedVoices, 'helpers' | 'hurters'> {
    const [helpers, hurters]: [number[], number[]] = [[], []];
    for (const voice of this.#voices()) {
      const says = this.#says[voice] ?? 0;
      const tally = tallies.get(this.#facts.subjectOfVoice[voice] ?? 0);
      const speaker = this.#facts.speakerOfVoice[voice] ?? 0;
      if (!tally) continue;
      const otherHurters = tally.hurters - (says & hurts ? 1 : 0);
      const otherHelpers = tally.helpers - (says & helps ? 1 : 0);
      if (says & helps && otherHurters > 0 && this.#helperSeen[speaker] !== this.#round) {
        this.#helperSeen[speaker] = this.#round;
        helpers.push(speaker);
      }
      if (says & hurts && otherHelpers > 0 && this.#hurterSeen[speaker] !== this.#round) {
        this.#hurterSeen[speaker] = this.#round;
        hurters.push(speaker);
      }
    }
    return { helpers, hurters };
  }

  /** Every pair of speakers who oppose each other among those who were heard, by their names. */
  list(speakers: readonly Speaker[]): Opposition[] {
    const { values: ids } = this.#facts.axes.speaker;
    const nameOfId = new Map(speakers.map(({ id, name }) => [id, name]));
    const names = ids.map((id) => nameOfId.get(id) ?? id);
    const ranks = ranksOf(names);
    /** By helper and hurter, as one number: whether a norm meets an expectation on each subject. */
    const found = new Map<number, boolean>();
    const bySubject = Map.groupBy(this.#voices(), (voice) => this.#facts.subjectOfVoice[voice] ?? 0);
    for (const voices of bySubject.values()) {
      for (const [helper, hurter, isNorm] of this.#pairsAmong(voices)) {
        const pair = helper * ids.length + hurter;
        found.set(pair, isNorm && (found.get(pair) ?? true));
      }
    }
    return [...found]
      .map(([pair, isNorm]) => [Math.floor(pair / ids.length), pair % ids.length, isNorm] as const)
      .toSorted(
        ([helper, hurter], [otherHelper, otherHurter]) =>
          (ranks[helper] ?? 0) - (ranks[otherHelper] ?? 0) ||
          (ranks[hurter] ?? 0) - (ranks[otherHurter] ?? 0),
      )
      .map(([helper, hurter, normMeetsExpectation]) => ({
        helps: names[helper] ?? '',
        hurts: names[hurter] ?? '',
        helpsId: ids[helper] ?? '',
        hurtsId: ids[hurter] ?? '',
        normMeetsExpectation,
      }));
  }

  /** Speakers of one subject who oppose each other, and whether a norm meets an expectation there. */
  *#pairsAmong(voices: readonly number[]): Generator<[helper: number, hurter: number, isNorm: boolean]> {
    const sayers = (stance: number) => voices.filter((voice) => (this.#says[voice] ?? 0) & stance);
    const hurters = sayers(hurts);
    for (const helper of sayers(helps)) {
      for (const hurter of hurters) {
        if (helper === hurter) continue;
        const isNorm = normMeetsExpectation(this.#says[helper] ?? 0, this.#says[hurter] ?? 0);
        yield [this.#facts.speakerOfVoice[helper] ?? 0, this.#facts.speakerOfVoice[hurter] ?? 0, isNorm];
      }
    }
  }
}
