import type { Coding, PassageRange } from '../annotation/index.ts';
import { citationKey } from './place-citations.ts';
import { type Citation, readCitations } from './read-citations.ts';

/** What of a passage says what it cites. */
export interface CitingWords {
  readonly ranges: readonly Pick<PassageRange, 'exact' | 'prefix' | 'suffix'>[];
  readonly codings: readonly { readonly provision?: Coding['provision'] | null }[];
}

/**
 * What one piece of a passage cites. The words around it are read along, since who marks "artikel 28" in "artikel 28
 * van de Vw 2000" marks a citation of that law; what stands only around it is not cited by the passage.
 */
function citedInRange({ exact, prefix = '', suffix = '' }: CitingWords['ranges'][number]): Citation[] {
  const [start, end] = [prefix.length, prefix.length + exact.length];
  return readCitations(prefix + exact + suffix).filter((one) => one.start < end && one.end > start);
}

/** What a passage cites, in its words and by the provisions of its codings; each thing once. */
export function citedInPassage(
  { ranges, codings }: CitingWords,
  readProvision: (provision: string) => readonly Citation[] = readCitations,
): Citation[] {
  const provisions = new Set(codings.flatMap(({ provision }) => provision ?? []));
  const all = [...ranges.flatMap(citedInRange), ...[...provisions].flatMap(readProvision)];
  return distinctCitations(all);
}

/** Reads many passages, among whose codings are the same provisions over and over: each is read once. */
export function createPassageReader(): (passage: CitingWords) => Citation[] {
  const known = new Map<string, readonly Citation[]>();
  const readProvision = (provision: string) => {
    const citations = known.get(provision) ?? readCitations(provision);
    known.set(provision, citations);
    return citations;
  };
  return (passage) => citedInPassage(passage, readProvision);
}

/** Citations without those of a source and article that come before, and without their places' meaning. */
export function distinctCitations(citations: readonly Citation[]): Citation[] {
  const distinct = new Map<string, Citation>();
  for (const citation of citations) {
    const key = citationKey(citation);
    if (!distinct.has(key)) distinct.set(key, citation);
  }
  return [...distinct.values()];
}
