import type { Status } from '@waarborg/shared/annotation';
import type { LocalAnnotation, PageReport, PassageState } from '../messaging/index.ts';
import { quoteName } from './quote-name.ts';

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

/** First words of a passage: they tell its buttons from those of others. */
export function nameOf({ annotation }: PassageInText): string {
  return quoteName(annotation.ranges[0]?.exact ?? '');
}

/** What a passage must have to be listed; what is absent leaves nothing out. */
export interface PassageFilter {
  /** Concept id. */
  readonly safeguard?: string | undefined;
  /** User id. */
  readonly reviewer?: string | undefined;
  /** Of a coding: of one to the safeguard, where that is chosen too. */
  readonly status?: Status | undefined;
  /** `gone`: confirmed not to be in the document any more, whatever its state in this copy. */
  readonly state?: PassageState | 'gone' | undefined;
}

/** How a coding stands with the curators; a coding that nobody has seen yet is a draft. */
export function statusOf({ status }: LocalAnnotation['codings'][number]): Status {
  return status ?? 'draft';
}

/** Whether a passage has all that the filter wants. */
export function isShown({ annotation, state }: PassageInText, filter: PassageFilter): boolean {
  const { safeguard, reviewer, status } = filter;
  if (reviewer && annotation.creator.id !== reviewer) return false;
  if (filter.state === 'gone' && annotation.gone === undefined) return false;
  if (filter.state && filter.state !== 'gone' && state !== filter.state) return false;
  if (!safeguard && !status) return true;
  return annotation.codings.some(
    (coding) => (!safeguard || coding.safeguard === safeguard) && (!status || statusOf(coding) === status),
  );
}
