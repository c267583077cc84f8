import type { Fold } from './claims.ts';
import type { Facts } from './facts.ts';
import { includesRejected, type MatrixFilters, selectFacts } from './filters.ts';
import type { MatrixIndex } from './matrix-index.ts';
import { stances } from './stance.ts';

const noStance = stances.indexOf('none');

/** What a coding says of the safeguard, as a bit: its stance, or where it takes none the direction. */
function readingBit(stance: number, direction: number): number {
  return 1 << (stance === noStance ? noStance + direction : stance);
}

/** The places from which reviewers draw different stances; undefined where there is none. */
export type DifferingPlaces = ReadonlySet<number> | undefined;

/** The filters but those on what a coding says: these would leave one of several readings, as if all agreed on it. */
function withoutReadings(filters: MatrixFilters): MatrixFilters {
  const { measure, stage, provision, direction, stance, basis, q, ...others } = filters;
  return others;
}

/** By what the facts are folded, the places that were asked for last. */
const lastDiffering = new WeakMap<Fold, { readonly asked: string; readonly differing: DifferingPlaces }>();

/**
 * The places from which reviewers draw different stances (or, where they take none, different directions). That is
 * theirs: such a place never speaks for its speaker, in whichever cell it is and whatever of it the filters leave. Of
 * the reviewers and the status for which they ask, since what one of them reads, or a curator accepted, is one reading.
 */
export function findDiffering(index: MatrixIndex, filters: MatrixFilters): DifferingPlaces {
  const fold = index.fold(includesRejected(filters));
  if (!fold.isShared) return undefined;
  const considered = withoutReadings(filters);
  const asked = JSON.stringify(considered);
  const known = lastDiffering.get(fold);
  if (known?.asked === asked) return known.differing;
  const differing = differingPlaces(index.facts, fold, selectFacts(index, considered));
  lastDiffering.set(fold, { asked, differing });
  return differing;
}

function differingPlaces(
  { stance, direction, axes: { reviewer } }: Facts,
  { place, isShared }: Fold,
  part: Uint32Array,
): DifferingPlaces {
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
