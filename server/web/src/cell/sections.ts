/**
 * What is read of the claims behind a number. A claim stands once under each of its speakers; what repeats it is folded.
 */
import type { CellResponse } from '@waarborg/shared/api';
import type { CellPart, Stance } from '@waarborg/shared/matrix';

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

function passagesOf(places: readonly Place[]): [ClaimPassage, ...ClaimPassage[]] | undefined {
  const byAnnotation = Map.groupBy(places, ({ annotation }) => annotation);
  const [first, ...others] = [...byAnnotation].map(([annotation, own]) => ({
    annotation,
    codings: own.map(({ coding }) => coding),
  }));
  return first && [first, ...others];
}

/** A claim as one speaker makes it with a stance; undefined where that speaker does not. */
export function speak(claim: Claim, stance: Stance, speaker: string): SpokenClaim | undefined {
  const agreed = claim.places.filter((place) => !place.reviewersDiffer && place.stance === stance);
  const passages = passagesOf(agreed.filter((place) => place.speaker === speaker));
  const lead = agreed[0]?.speaker;
  return passages && { passages, ...(lead === undefined || lead === speaker ? {} : { echoes: lead }) };
}

/** One reviewer's reading of words that others read differently. */
export interface DifferingReading {
  readonly passage: ClaimPassage;
  readonly stance: Stance;
}

/** Every reading of the words of a claim that reviewers read differently; none where they agree. */
export function readingsOf({ places }: Claim): DifferingReading[] {
  return places
    .filter((place) => place.reviewersDiffer)
    .map(({ annotation, coding, stance }) => ({ passage: { annotation, codings: [coding] }, stance }));
}

/** The passages behind a number as they are put elsewhere together. */
export interface ShownPassages {
  /** Annotation ids in the order in which they are shown, each once: of what is folded, the passage that leads. */
  readonly shown: readonly string[];
  /** How many other passages stand folded behind these only. */
  readonly folded: number;
}

/** The passages of a claim that are shown together, the one that leads first; none of those that differ is folded. */
function passageGroups(
  claim: Claim | undefined,
  part: CellPart,
  speaker: string,
): (readonly ClaimPassage[])[] {
  if (!claim) return [];
  if (part === 'differ') return readingsOf(claim).map(({ passage }) => [passage]);
  return [speak(claim, part, speaker)?.passages ?? []];
}

/** The passages of a cell as its panel shows all of them; those that quote nothing are not shown. */
export function shownPassages({
  sections = [],
  claims,
  annotations,
}: Pick<CellResponse, 'sections' | 'claims' | 'annotations'>): ShownPassages {
  const quoting = new Set(annotations.filter(({ ranges }) => ranges.length > 0).map(({ id }) => id));
  const quotes = ({ annotation }: ClaimPassage) => quoting.has(annotation);
  const idsOf = (passages: readonly ClaimPassage[]) =>
    new Set(passages.filter(quotes).map(({ annotation }) => annotation));
  const groups = sections.flatMap(({ part, voices }) =>
    voices.flatMap(({ speaker = '', first }) =>
      first.flatMap((place) => passageGroups(claims[place], part, speaker)),
    ),
  );
  const shown = idsOf(groups.flatMap((group) => group.slice(0, 1)));
  const all = idsOf(groups.flat());
  return { shown: [...shown], folded: [...all].filter((id) => !shown.has(id)).length };
}
