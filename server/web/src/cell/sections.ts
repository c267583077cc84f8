/**
 * Lays the claims behind a number out for reading: by stance, within it by speaker, within
 * that by claim. A claim stands once under each of its speakers; what repeats it is folded.
 */
import type { CellResponse } from '@waarborg/shared/api';
import { type Stance, stances } from '@waarborg/shared/matrix';

type Claim = CellResponse['claims'][number];
type Place = Claim['places'][number];

/** A passage and the codings in it that make the claim. */
export interface ClaimPassage {
  /** Annotation id. */
  readonly annotation: string;
  /** Coding ids. */
  readonly codings: readonly string[];
}

/** One claim as one speaker makes it. */
export interface SpokenClaim {
  /** The first leads; the others repeat it. */
  readonly passages: readonly [ClaimPassage, ...ClaimPassage[]];
  /** Speaker id of who makes the same claim and stands before this one. */
  readonly echoes?: string;
}

/** What one speaker claims. */
export interface Voice {
  /** Speaker id. */
  readonly speaker: string;
  readonly claims: readonly SpokenClaim[];
}

/** The claims of one stance, by who makes them. */
export interface StanceSection {
  readonly stance: Stance;
  /** As many as the cell's count for this stance. */
  readonly claims: number;
  readonly voices: readonly Voice[];
}

function passagesOf(places: readonly Place[]): [ClaimPassage, ...ClaimPassage[]] | undefined {
  const byAnnotation = Map.groupBy(places, ({ annotation }) => annotation);
  const [first, ...others] = [...byAnnotation].map(([annotation, own]) => ({
    annotation,
    codings: own.map(({ coding }) => coding),
  }));
  return first && [first, ...others];
}

/** A claim under each speaker who makes it with this stance, the first to make it first. */
function speak(claim: Claim, stance: Stance): { speaker: string; spoken: SpokenClaim }[] {
  const agreed = claim.places.filter((place) => !place.reviewersDiffer && place.stance === stance);
  const bySpeaker = [...Map.groupBy(agreed, ({ speaker }) => speaker)];
  const lead = bySpeaker[0]?.[0];
  return bySpeaker.flatMap(([speaker, places]) => {
    const passages = passagesOf(places);
    if (!passages) return [];
    const echoes = speaker === lead || lead === undefined ? {} : { echoes: lead };
    return [{ speaker, spoken: { passages, ...echoes } }];
  });
}

/** The claims by stance, in the order helps, hurts, no effect, none; stances that nobody takes are left out. */
export function sectionsOf(claims: readonly Claim[]): StanceSection[] {
  return stances.flatMap((stance) => {
    const spoken = claims.map((claim) => speak(claim, stance)).filter((voices) => voices.length > 0);
    if (spoken.length === 0) return [];
    const bySpeaker = Map.groupBy(spoken.flat(), ({ speaker }) => speaker);
    const voices = [...bySpeaker]
      .map(([speaker, own]) => ({ speaker, claims: own.map((one) => one.spoken) }))
      .toSorted((a, b) => b.claims.length - a.claims.length);
    return [{ stance, claims: spoken.length, voices }];
  });
}

/** One reviewer's reading of words that others read differently. */
export interface DifferingReading {
  readonly passage: ClaimPassage;
  readonly stance: Stance;
}

/** Claims on whose stance reviewers differ, each with every reading of it. */
export function disagreementsOf(claims: readonly Claim[]): DifferingReading[][] {
  return claims.flatMap((claim) => {
    const readings = claim.places
      .filter((place) => place.reviewersDiffer)
      .map(({ annotation, coding, stance }) => ({ passage: { annotation, codings: [coding] }, stance }));
    return readings.length > 0 ? [readings] : [];
  });
}

/** The passages behind a number as they are put elsewhere together. */
export interface ShownPassages {
  /** Annotation ids in the order in which they are shown, each once: of what is folded, the passage that leads. */
  readonly shown: readonly string[];
  /** How many other passages stand folded behind these only. */
  readonly folded: number;
}

/** The passages of a cell as its panel shows them; those that quote nothing are not shown. */
export function shownPassages({
  claims,
  annotations,
}: Pick<CellResponse, 'claims' | 'annotations'>): ShownPassages {
  const quoting = new Set(annotations.filter(({ ranges }) => ranges.length > 0).map(({ id }) => id));
  const quotes = ({ annotation }: ClaimPassage) => quoting.has(annotation);
  const idsOf = (passages: readonly ClaimPassage[]) =>
    new Set(passages.filter(quotes).map(({ annotation }) => annotation));
  const spoken = sectionsOf(claims).flatMap(({ voices }) => voices.flatMap((voice) => voice.claims));
  const differing = disagreementsOf(claims).flat();
  const shown = idsOf([
    ...spoken.map(({ passages: [lead] }) => lead),
    ...differing.map(({ passage }) => passage),
  ]);
  const all = idsOf(spoken.flatMap(({ passages }) => passages));
  return { shown: [...shown], folded: [...all].filter((id) => !shown.has(id)).length };
}
