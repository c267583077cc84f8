/*
 * agent/: what works in a page on behalf of the reviewer. It stands between the entry points and
 * our viewer on one side, and page, highlighting, tagging and messaging on the other.
 */
import type { Anchoring, QuoteSelector, TextPosition } from '@waarborg/shared/anchoring';
import type { LocalAnnotation, PassageState } from '../messaging/index.ts';
import { areSameWords } from './same-words.ts';

/** An annotation with its place in the text of today. */
export interface AnchoredPassage {
  readonly annotation: LocalAnnotation;
  readonly state: PassageState;
  /** Where each of its ranges stands, in the order of the annotation; undefined for one that is lost. */
  readonly pieces: readonly (TextPosition | undefined)[];
  /** The pieces that were found; none of an orphan. */
  readonly positions: readonly TextPosition[];
}

/** The texts in which passages were marked, by their id; undefined for one that cannot be had. */
export type Originals = ReadonlyMap<string, string | undefined>;

/** Finds quotes in a text, as `anchorQuotes` does. */
export type AnchorQuotes = (
  text: string,
  quotes: readonly QuoteSelector[],
  options: { readonly original?: string },
) => Promise<readonly Anchoring[]>;

/** What became of the passages of a document. */
export interface AnchoredPassages {
  /** In the order of the text, orphans last. */
  readonly passages: readonly AnchoredPassage[];
  /** Ids of the texts without which the other passages cannot be told apart for sure. */
  readonly awaited: readonly string[];
}

/** From best to worst: a passage is as good as the worst of its pieces. */
const states: readonly PassageState[] = ['exact', 'moved', 'changed', 'orphan'];

/**
 * Finds all passages of a document in its text.
 *
 * A passage that stands as it was marked is found at once. The others of a text that was kept are carried
 * over from it, and wait until it is known; the rest is found by quote alone.
 * A passage of several pieces of which some are lost is `changed`: what is left is shown.
 */
export async function anchorPassages(
  anchor: AnchorQuotes,
  text: string,
  annotations: readonly LocalAnnotation[],
  originals: Originals = new Map(),
): Promise<AnchoredPassages> {
  const byQuote: LocalAnnotation[] = [];
  const byOriginal = new Map<string, LocalAnnotation[]>();
  for (const annotation of annotations) {
    const { rendition } = annotation;
    const isCarried = rendition !== undefined && !isAsMarked(text, annotation);
    if (!isCarried || (originals.has(rendition) && originals.get(rendition) === undefined)) {
      byQuote.push(annotation);
    } else byOriginal.set(rendition, [...(byOriginal.get(rendition) ?? []), annotation]);
  }
  const awaited = [...byOriginal.keys()].filter((id) => !originals.has(id));
  const passages = await anchorGroup(anchor, text, byQuote);
  for (const [id, group] of byOriginal) {
    const original = originals.get(id);
    if (original !== undefined) passages.push(...(await anchorGroup(anchor, text, group, { original })));
  }
  return { passages: inOrder(passages), awaited };
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

/** Those that stand as they were marked are asked too, since they help to place the others. */
async function anchorGroup(
  anchor: AnchorQuotes,
  text: string,
  annotations: readonly LocalAnnotation[],
  options: { readonly original?: string } = {},
): Promise<AnchoredPassage[]> {
  const asMarked = findAsMarked(text, annotations);
  if (asMarked.length === annotations.length) return asMarked;
  const quotes = annotations.flatMap(({ ranges }) => ranges.map(toQuote));
  const anchorings = await anchor(text, quotes, options);
  let next = 0;
  return annotations.map((annotation): AnchoredPassage => {
    const own = anchorings.slice(next, next + annotation.ranges.length);
    next += annotation.ranges.length;
    const pieces = own.map((anchoring) => (anchoring.state === 'orphan' ? undefined : anchoring.position));
    const positions = pieces.filter((position) => position !== undefined);
    const worst = Math.max(
      ...own.map((anchoring, index) => states.indexOf(stateOf(text, annotation.ranges[index], anchoring))),
    );
    const state = positions.length > 0 && states[worst] === 'orphan' ? 'changed' : states[worst];
    return { annotation, state: state ?? 'orphan', pieces, positions };
  });
}

function isAsMarked(text: string, { ranges }: LocalAnnotation): boolean {
  return ranges.every((range) => standsAsMarked(text, range));
}

function inOrder(passages: readonly AnchoredPassage[]): AnchoredPassage[] {
  return passages.toSorted((one, other) => startOf(one) - startOf(other));
}

/** Whether the quote stands where it stood, between the words that were there. */
function standsAsMarked(text: string, range: LocalAnnotation['ranges'][number]): boolean {
  const { exact, prefix = '', suffix = '', start } = range;
  return start !== undefined && text.startsWith(prefix + exact + suffix, start - prefix.length);
}

/** A passage that is found through words that came between is `changed`, since it says something else now. */
function stateOf(
  text: string,
  range: LocalAnnotation['ranges'][number] | undefined,
  anchoring: Anchoring,
): PassageState {
  if (anchoring.state === 'orphan' || !range) return 'orphan';
  const { start, end } = anchoring.position;
  return areSameWords(range.exact, text.slice(start, end)) ? anchoring.state : 'changed';
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
