import { measures } from '../annotation/index.ts';
import type { Fold } from './claims.ts';
import type { Facts } from './facts.ts';

/** Codes of the two measures that deny each other (the table numbers measures from 1). */
const [kept, notObserved] = [measures.indexOf('kept') + 1, measures.indexOf('not-observed') + 1];

/**
 * Whether speakers disagree on the fact itself: of one safeguard one says `kept`, another
 * `not-observed`, at the same stage. What reviewers read differently says nothing of the speakers.
 */
export function isDisputed(
  { axes }: Facts,
  { place }: Fold,
  part: Uint32Array,
  differing: ReadonlySet<number>,
): boolean {
  const sides = new Map<number, { kept: Set<number>; notObserved: Set<number> }>();
  for (const fact of part) {
    const measure = axes.measure.codes[fact];
    if (measure !== kept && measure !== notObserved) continue;
    if (differing.has(place.codes[fact] ?? 0)) continue;
    const about =
      (axes.safeguard.codes[fact] ?? 0) * axes.stage.values.length + (axes.stage.codes[fact] ?? 0);
    const side = sides.get(about) ?? { kept: new Set(), notObserved: new Set() };
    sides.set(about, side);
    side[measure === kept ? 'kept' : 'notObserved'].add(axes.speaker.codes[fact] ?? 0);
  }
  return [...sides.values()].some((side) => areDifferent(side.kept, side.notObserved));
}

/** Whether somebody on one side is not the one on the other. */
function areDifferent(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  return [...some].some((one) => others.size > (others.has(one) ? 1 : 0));
}
