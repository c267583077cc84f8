/*
 * agent/: what works in a page on behalf of the reviewer. It stands between the entry points and
 * our viewer on one side, and page, highlighting, tagging and messaging on the other.
 */
import { anchorQuotes, type TextPosition } from '@waarborg/shared/anchoring';
import type { LocalAnnotation, PassageState } from '../messaging/index.ts';

/** An annotation with its place in the text of today. */
export interface AnchoredPassage {
  readonly annotation: LocalAnnotation;
  readonly state: PassageState;
  /** The pieces that were found, in the order of the annotation; none of an orphan. */
  readonly positions: readonly TextPosition[];
}

/** From best to worst: a passage is as good as the worst of its pieces. */
const states: readonly PassageState[] = ['exact', 'moved', 'changed', 'orphan'];

/**
 * Finds all passages of a document in its text, in the order of the text, orphans last.
 *
 * A passage of several pieces of which some are lost is `changed`: what is left is shown.
 */
export function anchorPassages(text: string, annotations: readonly LocalAnnotation[]): AnchoredPassage[] {
  const quotes = annotations.flatMap(({ ranges }) => ranges.map(toQuote));
  const anchorings = anchorQuotes(text, quotes);
  let next = 0;
  const passages = annotations.map((annotation): AnchoredPassage => {
    const own = anchorings.slice(next, next + annotation.ranges.length);
    next += annotation.ranges.length;
    const positions = own.flatMap((anchoring) => (anchoring.state === 'orphan' ? [] : [anchoring.position]));
    const worst = Math.max(...own.map(({ state }) => states.indexOf(state)));
    const state = positions.length > 0 && states[worst] === 'orphan' ? 'changed' : states[worst];
    return { annotation, state: state ?? 'orphan', positions };
  });
  return passages.sort((one, other) => startOf(one) - startOf(other));
}

function startOf({ positions }: AnchoredPassage): number {
  return Math.min(...positions.map(({ start }) => start));
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
