import { measures } from '../annotation/index.ts';
import type { Fold } from './claims.ts';
import type { DifferingPlaces } from './disagreements.ts';
import type { Facts } from './facts.ts';

/** Codes of the two measures that deny each other (the table numbers measures from 1). */
const [kept, notObserved] = [measures.indexOf('kept') + 1, measures.indexOf('not-observed') + 1];

/** Speakers who disagree on the fact itself, by their codes. */
export interface Dispute {
  readonly safeguard: number;
  readonly stage: number;
  /** Who says that it is kept, and who says that it is not observed; who says both is on both sides. */
  readonly kept: ReadonlySet<number>;
  readonly notObserved: ReadonlySet<number>;
}

/**
 * Where speakers disagree on the fact itself: of one safeguard one says `kept`, another `not-observed`, at the same
 * stage. What reviewers read differently says nothing of the speakers. Each comes as soon as it is found, and knows
 * all speakers when the last has come.
 */
export function* disputesAmong(
  facts: Facts,
  fold: Fold,
  part: Uint32Array,
  differing: DifferingPlaces,
): Generator<Dispute> {
  const { measure, safeguard, stage, speaker } = facts.axes;
  const sides = new Map<number, Dispute & { kept: Set<number>; notObserved: Set<number>; isTold: boolean }>();
  for (const fact of part) {
    const said = measure.codes[fact];
    if (said !== kept && said !== notObserved) continue;
    if (differing?.has(fold.place.codes[fact] ?? 0)) continue;
    const [about, at] = [safeguard.codes[fact] ?? 0, stage.codes[fact] ?? 0];
    const key = about * stage.values.length + at;
    let side = sides.get(key);
    if (!side) {
      side = { safeguard: about, stage: at, kept: new Set(), notObserved: new Set(), isTold: false };
      sides.set(key, side);
    }
    const [own, others] = said === kept ? [side.kept, side.notObserved] : [side.notObserved, side.kept];
    const who = speaker.codes[fact] ?? 0;
    own.add(who);
    // Somebody else is on the other side.
    if (side.isTold || others.size === (others.has(who) ? 1 : 0)) continue;
    side.isTold = true;
    yield side;
  }
}
