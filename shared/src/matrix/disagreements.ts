import type { Fold } from './claims.ts';
import type { Facts } from './facts.ts';
import { stances } from './stance.ts';

const noStance = stances.indexOf('none');

/** What a coding says of the safeguard, as a bit: its stance, or where it takes none the direction. */
function readingBit(stance: number, direction: number): number {
  return 1 << (stance === noStance ? noStance + direction : stance);
}

/**
 * The places in a part of the facts from which reviewers draw different stances (or, where they take none,
 * different directions). That is theirs: such a place never speaks for its speaker. Undefined where there is none.
 */
export function differingPlaces(
  { stance, direction, axes: { reviewer } }: Facts,
  { place, isShared }: Fold,
  part: Uint32Array,
): ReadonlySet<number> | undefined {
  if (!isShared) return undefined;
  const readings = new Map<number, Map<number, number>>();
  for (const fact of part) {
    if (isShared[fact] !== 1) continue;
    const code = place.codes[fact] ?? 0;
    const own = readings.get(code) ?? new Map<number, number>();
    readings.set(code, own);
    const who = reviewer.codes[fact] ?? 0;
    own.set(who, (own.get(who) ?? 0) | readingBit(stance[fact] ?? 0, direction[fact] ?? 0));
  }
  const differing = new Set(
    [...readings].flatMap(([code, byReviewer]) => (new Set(byReviewer.values()).size > 1 ? [code] : [])),
  );
  return differing.size > 0 ? differing : undefined;
}
