import type { LocalAnnotation, PageReport, PassageState } from '../messaging/index.ts';

/** A passage of the document with its state in the copy that is open. */
export interface PassageInText {
  readonly annotation: LocalAnnotation;
  /** Absent until the page has looked for it. */
  readonly state?: PassageState | undefined;
}

/**
 * The passages of a document in the order of the text as the page reports it. What it has not
 * reported yet comes after what it found, in the order in which it was made; orphans come last.
 */
export function passagesInOrder(
  annotations: readonly LocalAnnotation[],
  report: Pick<PageReport, 'passages'> | undefined,
): PassageInText[] {
  const reported = new Map(report?.passages.map(({ id, state }, index) => [id, { state, index }]));
  const rank = ({ annotation, state }: PassageInText) => {
    if (state === 'orphan') return Number.MAX_SAFE_INTEGER;
    return reported.get(annotation.id)?.index ?? Number.MAX_SAFE_INTEGER - 1;
  };
  return annotations
    .map((annotation) => ({ annotation, state: reported.get(annotation.id)?.state }))
    .sort((a, b) => rank(a) - rank(b) || a.annotation.created.localeCompare(b.annotation.created));
}

export interface PassageFilter {
  /** Concept id. */
  readonly safeguard?: string | undefined;
  /** User id. */
  readonly reviewer?: string | undefined;
}

export function isShown({ annotation }: PassageInText, { safeguard, reviewer }: PassageFilter): boolean {
  if (safeguard && !annotation.codings.some((coding) => coding.safeguard === safeguard)) return false;
  return !reviewer || annotation.creator.id === reviewer;
}
