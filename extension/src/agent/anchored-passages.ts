/*
 * agent/: what works in a page on behalf of the reviewer. It stands between the entry points and
 * our viewer on one side, and page, highlighting, tagging and messaging on the other.
 */
import type { Anchoring, TextPosition } from '@waarborg/shared/anchoring';
import type { LocalAnnotation, MarkedQuote, PassageState } from '../messaging/index.ts';
import type { DocumentText } from '../page/document-text.ts';

/** An annotation with its place in the text of today. */
export interface AnchoredPassage {
  readonly annotation: LocalAnnotation;
  readonly state: PassageState;
  /** Page of the PDF, from 1, on which a typed one was read. */
  readonly page?: number | undefined;
  /** Where each of its ranges stands, in the order of the annotation; undefined for one that is lost. */
  readonly pieces: readonly (TextPosition | undefined)[];
  /** The pieces that were found; none of an orphan. */
  readonly positions: readonly TextPosition[];
  /** Where it comes in the order of the text; absent: where its first piece stands. */
  readonly at?: number | undefined;
}

/** Finds quotes in a text, as `anchorQuotes` does, with the texts in which they were made. */
export type AnchorQuotes = (text: string, quotes: readonly MarkedQuote[]) => Promise<readonly Anchoring[]>;

/** From best to worst: a passage is as good as the worst of its pieces. */
const states: readonly PassageState[] = ['exact', 'moved', 'changed', 'orphan'];

/**
 * Finds all passages of a document in its text; in the order of the text, orphans last.
 *
 * Those that stand as they were marked need no other text, but are asked too: they help to place the others.
 * A passage of several pieces of which some are lost is `changed`: what is left is shown.
 */
export async function anchorPassages(
  anchor: AnchorQuotes,
  text: string,
  annotations: readonly LocalAnnotation[],
): Promise<readonly AnchoredPassage[]> {
  const asMarked = findAsMarked(text, annotations);
  if (asMarked.length === annotations.length) return asMarked;
  const anchorings = await anchor(
    text,
    annotations.flatMap((annotation) => toQuotes(text, annotation)),
  );
  let next = 0;
  const passages = annotations.map((annotation) => {
    const own = anchorings.slice(next, next + annotation.ranges.length);
    next += annotation.ranges.length;
    return toPassage(annotation, own);
  });
  return inOrder(passages);
}

/** The passages that stand as they were marked, in the order of the text: these need no search. */
export function findAsMarked(text: string, annotations: readonly LocalAnnotation[]): AnchoredPassage[] {
  const found = annotations
    .filter((annotation) => isAsMarked(text, annotation))
    .map((annotation): AnchoredPassage => {
      const pieces = annotation.ranges.map(({ exact, start = 0 }) => ({ start, end: start + exact.length }));
      return { annotation, state: 'exact', pieces, positions: pieces };
    });
  return inOrder(found);
}

/** What is asked of the text of a PDF about its pages. */
type Pages = Pick<DocumentText, 'hasTextOn' | 'startOf'>;

/**
 * The passage as it was typed out from a page that has no text; undefined for any other. The same words may
 * stand on other pages: those are not where it was read, so it is not searched for.
 */
export function findTyped(annotation: LocalAnnotation, pages: Pages): AnchoredPassage | undefined {
  const [first] = annotation.ranges;
  const isTyped = annotation.ranges.every(
    ({ start, page }) => start === undefined && page !== undefined && pages.hasTextOn?.(page) === false,
  );
  if (!isTyped || first?.page === undefined) return undefined;
  const at = pages.startOf?.(first.page);
  return { annotation, state: 'typed', pieces: [], positions: [], page: first.page, at };
}

function toPassage(annotation: LocalAnnotation, anchorings: readonly Anchoring[]): AnchoredPassage {
  const pieces = anchorings.map((anchoring) =>
    anchoring.state === 'orphan' ? undefined : anchoring.position,
  );
  const positions = pieces.filter((position) => position !== undefined);
  const worst = Math.max(...anchorings.map(({ state }) => states.indexOf(state)));
  const state = positions.length > 0 && states[worst] === 'orphan' ? 'changed' : states[worst];
  return { annotation, state: state ?? 'orphan', pieces, positions };
}

function toQuotes(text: string, annotation: LocalAnnotation): MarkedQuote[] {
  const { ranges, rendition } = annotation;
  const needsOriginal = rendition !== undefined && !isAsMarked(text, annotation);
  return ranges.map((range) => ({ ...toQuote(range), ...(needsOriginal && { rendition }) }));
}

function isAsMarked(text: string, { ranges }: LocalAnnotation): boolean {
  return ranges.every((range) => standsAsMarked(text, range));
}

/** In the order of the text; those that stand nowhere last. */
export function inOrder(passages: readonly AnchoredPassage[]): AnchoredPassage[] {
  return passages.toSorted((one, other) => startOf(one) - startOf(other));
}

/** Whether the quote stands where it stood, between the words that were there. */
function standsAsMarked(text: string, range: LocalAnnotation['ranges'][number]): boolean {
  const { exact, prefix = '', suffix = '', start } = range;
  return start !== undefined && text.startsWith(prefix + exact + suffix, start - prefix.length);
}

function startOf({ positions, at = Infinity }: AnchoredPassage): number {
  return Math.min(at, ...positions.map(({ start }) => start));
}

/** Without the parts that are not known: a selector has no undefined values. */
function toQuote({ exact, prefix, suffix, start, end }: LocalAnnotation['ranges'][number]) {
  return {
    exact,
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}
