import type { Annotation, Coding } from '@waarborg/shared/annotation';

/** A coding about which a curator decides, with the passage that holds it. */
export interface QueuedCoding {
  readonly coding: Coding;
  readonly annotation: Annotation;
}

/** Which codings wait in a queue. */
export interface WantedCodings {
  readonly status: Coding['status'];
  /** Concept ids; without any: of all safeguards. */
  readonly safeguards?: readonly string[];
}

/** The codings of passages that wait for a decision, in the order of the passages. */
export function queueOf(
  annotations: readonly Annotation[],
  { status, safeguards = [] }: WantedCodings,
): QueuedCoding[] {
  return annotations.flatMap((annotation) =>
    annotation.codings
      .filter((coding) => coding.status === status)
      .filter(({ safeguard }) => safeguards.length === 0 || safeguards.includes(safeguard))
      .map((coding) => ({ coding, annotation })),
  );
}

/** Whose codings nobody has: where there are no others, none of theirs are wanted, and not everybody's. */
const nobody = 'nobody';

/**
 * The reviewers whose codings are wanted, as the API is asked for them; none: everybody's.
 *
 * @param asked an id, `me`, `others`, or empty for everybody's.
 */
export function wantedReviewers(
  asked: string,
  all: readonly { readonly id: string }[],
  me: string | undefined,
): string[] {
  if (asked !== 'others') return asked === '' ? [] : [asked];
  const others = all.map(({ id }) => id).filter((id) => id !== me);
  return others.length > 0 ? others : [nobody];
}

/** Reasons that were given before, the most frequent first, each once. */
export function earlierReasons(annotations: readonly Annotation[]): string[] {
  const reasons = annotations.flatMap(({ codings }) => codings.flatMap(({ reason }) => reason?.trim() || []));
  const counted = [...Map.groupBy(reasons, (reason) => reason)];
  return counted.sort(([, one], [, other]) => other.length - one.length).map(([reason]) => reason);
}

/** Whether two passages of one document share words: by position in the same text, else by quote. */
function sharesWords(one: Annotation, other: Annotation): boolean {
  const isSameText = one.rendition !== undefined && one.rendition === other.rendition;
  return one.ranges.some((a) =>
    other.ranges.some((b) => {
      if (
        isSameText &&
        a.start !== undefined &&
        a.end !== undefined &&
        b.start !== undefined &&
        b.end !== undefined
      )
        return a.start < b.end && b.start < a.end;
      return a.exact.includes(b.exact) || b.exact.includes(a.exact);
    }),
  );
}

/** What other reviewers coded at the same words of the document. */
export function codedBeside(annotation: Annotation, ofDocument: readonly Annotation[]): Annotation[] {
  return ofDocument.filter(
    (other) =>
      other.id !== annotation.id &&
      other.creator.id !== annotation.creator.id &&
      other.codings.length > 0 &&
      sharesWords(annotation, other),
  );
}
