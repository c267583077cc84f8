/**
 * Lays the claims on one safeguard out for reading: by stance, within it by speaker, and every passage once with
 * all the impacts on which it says something and for all who say so in it. Claims on which reviewers differ belong to
 * no speaker.
 */
import type { Annotation, Coding } from '@waarborg/shared/annotation';
import { type ClaimPlace, type ExplainedClaim, type Stance, stances } from '@waarborg/shared/matrix';

/** What is said in one passage about one safeguard. */
export interface Statement {
  readonly annotation: Annotation;
  /** Who says so, and the codings by which they do, of one stance; at least one. */
  readonly sayings: readonly { readonly speaker: string; readonly codings: readonly Coding[] }[];
  /** Passages that say the same elsewhere. */
  readonly repeats: readonly Annotation[];
}

/** What one speaker says, or several in the same passages. */
interface Voice {
  readonly speakers: readonly string[];
  readonly statements: readonly Statement[];
}

/** Statements of one stance, by who makes them. */
export interface StanceGroup {
  readonly stance: Stance;
  readonly claims: number;
  readonly voices: readonly Voice[];
}

/** A coding with the passage that has it. */
export interface PlacedCoding {
  readonly place: ClaimPlace;
  readonly annotation: Annotation;
  readonly coding: Coding;
}

/** The codings behind claims; one that was deleted meanwhile is left out. */
export function codingsBehind(
  claims: readonly ExplainedClaim[],
  annotations: ReadonlyMap<string, Annotation>,
): PlacedCoding[] {
  return claims.flatMap(({ places }) =>
    places.flatMap((place) => {
      const annotation = annotations.get(place.annotation);
      const coding = annotation?.codings.find(({ id }) => id === place.coding);
      return annotation && coding ? [{ place, annotation, coding }] : [];
    }),
  );
}

/** A claim as one of its speakers makes it: the first passage leads, the others repeat it. */
interface SpokenClaim {
  readonly lead: PlacedCoding;
  readonly repeats: readonly Annotation[];
}

function toStatement(own: readonly SpokenClaim[]): Statement[] {
  const annotation = own[0]?.lead.annotation;
  if (!annotation) return [];
  const others = new Map(own.flatMap(({ repeats }) => repeats).map((other) => [other.id, other]));
  others.delete(annotation.id);
  const bySpeaker = Map.groupBy(own, ({ lead }) => lead.place.speaker);
  const sayings = [...bySpeaker].map(([speaker, said]) => ({
    speaker,
    codings: said.map(({ lead }) => lead.coding),
  }));
  return [{ annotation, sayings, repeats: [...others.values()] }];
}

/** A claim as each of its speakers makes it. */
function speakClaim(
  claim: ExplainedClaim,
  stance: Stance,
  annotations: ReadonlyMap<string, Annotation>,
): SpokenClaim[] {
  const agreed = codingsBehind([claim], annotations).filter(
    ({ place }) => !place.reviewersDiffer && place.stance === stance,
  );
  return [...Map.groupBy(agreed, ({ place }) => place.speaker).values()].flatMap((own) => {
    const [lead, ...rest] = own;
    return lead ? [{ lead, repeats: rest.map(({ annotation }) => annotation) }] : [];
  });
}

/** The claims on one safeguard by stance and speaker; stances that nobody takes are left out. */
export function statementsOf(
  claims: readonly ExplainedClaim[],
  annotations: ReadonlyMap<string, Annotation>,
): StanceGroup[] {
  return stances.flatMap((stance) => {
    const spoken = claims.map((claim) => speakClaim(claim, stance, annotations));
    const all = spoken.flat();
    if (all.length === 0) return [];
    const statements = [...Map.groupBy(all, ({ lead }) => lead.annotation.id).values()].flatMap(toStatement);
    const bySpeakers = Map.groupBy(statements, ({ sayings }) =>
      JSON.stringify(sayings.map(({ speaker }) => speaker).toSorted()),
    );
    const voices = [...bySpeakers.values()].map((own) => ({
      speakers: (own[0]?.sayings ?? []).map(({ speaker }) => speaker),
      statements: own,
    }));
    return [
      {
        stance,
        claims: spoken.filter((voicesOfClaim) => voicesOfClaim.length > 0).length,
        voices: voices.toSorted((a, b) => b.statements.length - a.statements.length),
      },
    ];
  });
}
