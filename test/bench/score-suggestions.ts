import type { TextPosition } from '@waarborg/shared/anchoring';
import type { ReadText } from '@waarborg/shared/suggestions';

/** Words that are about a safeguard, after somebody or something. */
export interface Claim extends TextPosition {
  readonly safeguard: string;
}

/** A text with what was coded in it. */
export interface ScoredText {
  readonly read: ReadText;
  readonly gold: readonly Claim[];
}

/** What suggestions are counted by. */
export const units = ['passage', 'sentence', 'paragraph'] as const;
export type Unit = (typeof units)[number];

/** What was suggested, rightly and in vain, and what was coded, found and missed. */
export interface Tally {
  right: number;
  vain: number;
  found: number;
  missed: number;
}

function isAbout(one: TextPosition, other: TextPosition): boolean {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared > Math.min(one.end - one.start, other.end - other.start) / 2;
}

/** The safeguards of those claims that are about the words of a place: they share more than half of the shorter. */
export function safeguardsAt(place: TextPosition, claims: readonly Claim[]): Set<string> {
  return new Set(claims.filter((claim) => isAbout(place, claim)).map(({ safeguard }) => safeguard));
}

/** Claims and what was coded, as they are counted for a unit. */
function countable(document: ScoredText, unit: Unit, claims: readonly Claim[]): Claim[] {
  if (unit === 'passage') return [...claims];
  const places = unit === 'sentence' ? document.read.sentences : document.read.paragraphs;
  return places.flatMap(({ position }) =>
    [...safeguardsAt(position, claims)].map((safeguard) => ({ ...position, safeguard })),
  );
}

/** Adds what is right, vain, found and missed in a document to the tallies of its safeguards. */
export function count(
  document: ScoredText,
  unit: Unit,
  claims: readonly Claim[],
  bySafeguard: Map<string, Tally>,
): void {
  const [suggested, coded] = [claims, document.gold].map((some) => countable(document, unit, some));
  const tallyOf = (safeguard: string) => {
    const tally = bySafeguard.get(safeguard) ?? { right: 0, vain: 0, found: 0, missed: 0 };
    bySafeguard.set(safeguard, tally);
    return tally;
  };
  for (const claim of suggested ?? []) {
    tallyOf(claim.safeguard)[safeguardsAt(claim, coded ?? []).has(claim.safeguard) ? 'right' : 'vain'] += 1;
  }
  for (const claim of coded ?? []) {
    tallyOf(claim.safeguard)[
      safeguardsAt(claim, suggested ?? []).has(claim.safeguard) ? 'found' : 'missed'
    ] += 1;
  }
}

/** From 0 to 1; 0 where nothing was suggested, or coded. */
export function scoresOf({ right, vain, found, missed }: Tally) {
  const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const [precision, recall] = [ratio(right, right + vain), ratio(found, found + missed)];
  return { precision, recall, f1: ratio(2 * precision * recall, precision + recall) };
}

/** A tally of no document. */
export const nothing: Tally = { right: 0, vain: 0, found: 0, missed: 0 };

/** Tallies of several safeguards as one. */
export function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = { ...nothing };
  for (const tally of tallies) {
    for (const name of Object.keys(sum) as (keyof Tally)[]) sum[name] += tally[name];
  }
  return sum;
}

/** The mean F1 of the safeguards that were coded. */
export function meanF1(bySafeguard: ReadonlyMap<string, Tally>): number {
  const coded = [...bySafeguard.values()].filter(({ found, missed }) => found + missed > 0);
  return coded.reduce((sum, tally) => sum + scoresOf(tally).f1, 0) / coded.length;
}
