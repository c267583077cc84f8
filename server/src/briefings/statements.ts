/**
 * Lays the claims on one safeguard out for reading: by stance, within it by speaker, and every passage once with
 * all the impacts on which it says something. Claims on which reviewers differ belong to no speaker.
 */
import type { Annotation, Coding } from '@waarborg/shared/annotation';
import { type ClaimPlace, type ExplainedClaim, type Stance, stances } from '@waarborg/shared/matrix';

/** What one speaker says in one passage about one safeguard. */
export interface Statement {
  readonly speaker: string;
  readonly annotation: Annotation;
  /** Codings that say so, of one stance. */
  readonly codings: readonly Coding[];
  /** Passages that say the same elsewhere. */
  readonly repeats: readonly Annotation[];
}

/** Statements of one stance by one speaker. */
export interface StanceGroup {
  readonly stance: Stance;
  readonly claims: number;
  readonly voices: readonly { readonly speaker: string; readonly statements: readonly Statement[] }[];
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

function toStatement(own: readonly PlacedCoding[], repeats: readonly Annotation[]): Statement | undefined {
  const [first] = own;
  if (!first) return undefined;
  const others = new Map(repeats.map((annotation) => [annotation.id, annotation]));
  others.delete(first.annotation.id);
  return {
    speaker: first.place.speaker,
    annotation: first.annotation,
    codings: own.map(({ coding }) => coding),
    repeats: [...others.values()],
  };
}

/** A claim as each of its speakers makes it: the first passage of a speaker leads, the others repeat it. */
function speakClaim(
  claim: ExplainedClaim,
  stance: Stance,
  annotations: ReadonlyMap<string, Annotation>,
): { lead: PlacedCoding; repeats: Annotation[] }[] {
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
    const voices = [...Map.groupBy(all, ({ lead }) => lead.place.speaker)].map(([speaker, own]) => {
      const byPassage = Map.groupBy(own, ({ lead }) => lead.annotation.id);
      const statements = [...byPassage.values()].flatMap(
        (same) =>
          toStatement(
            same.map(({ lead }) => lead),
            same.flatMap(({ repeats }) => repeats),
          ) ?? [],
      );
      return { speaker, statements };
    });
    return [
      {
        stance,
        claims: spoken.filter((voicesOfClaim) => voicesOfClaim.length > 0).length,
        voices: voices.toSorted((a, b) => b.statements.length - a.statements.length),
      },
    ];
  });
}
