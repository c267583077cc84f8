import { measures } from '../annotation/index.ts';
import type { Fold } from './claims.ts';
import { differingPlaces } from './disagreements.ts';
import type { Facts } from './facts.ts';

/** Codes of the two measures that deny each other (the table numbers measures from 1). */
const [kept, notObserved] = [measures.indexOf('kept') + 1, measures.indexOf('not-observed') + 1];

/**
 * Whether speakers disagree on the fact itself: of one safeguard one says `kept`, another
 * `not-observed`, at the same stage. What reviewers read differently says nothing of the speakers.
 */
export function isDisputed(facts: Facts, fold: Fold, part: Uint32Array): boolean {
  const { measure, safeguard, stage, speaker } = facts.axes;
  const differing = differingPlaces(facts, fold, part);
  const sides = new Map<number, { kept: Set<number>; notObserved: Set<number> }>();
  for (const fact of part) {
    const said = measure.codes[fact];
    if (said !== kept && said !== notObserved) continue;
    if (differing?.has(fold.place.codes[fact] ?? 0)) continue;
    const about = (safeguard.codes[fact] ?? 0) * stage.values.length + (stage.codes[fact] ?? 0);
    const side = sides.get(about) ?? { kept: new Set(), notObserved: new Set() };
    sides.set(about, side);
    side[said === kept ? 'kept' : 'notObserved'].add(speaker.codes[fact] ?? 0);
  }
  return [...sides.values()].some((side) => areDifferent(side.kept, side.notObserved));
}

/** Whether somebody on one side is not the one on the other. */
function areDifferent(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  return [...some].some((one) => others.size > (others.has(one) ? 1 : 0));
}
