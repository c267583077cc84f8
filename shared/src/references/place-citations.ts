import { type CitedSource, readCitations } from './read-citations.ts';

/** Where a text cites something, and in which words. Offsets as in a `Reference`. */
export interface CitedPlace {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A source, or an article of a law, with every place where a text cites it. */
export interface PlacedCitation {
  readonly source: CitedSource;
  readonly article?: string;
  /** Where it can be read; absent where no address is certain. */
  readonly link?: string;
  /** In the order of the text; at least one. */
  readonly places: readonly [CitedPlace, ...CitedPlace[]];
}

/** Equal for two citations of the same source and article. */
export function citationKey({
  source,
  article = '',
}: {
  readonly source: CitedSource;
  readonly article?: string | undefined;
}): string {
  return `${source.key} ${article}`;
}

/** What a text cites, each thing once, in the order in which the text first names it. Linear in the text. */
export function placeCitations(text: string): PlacedCitation[] {
  const citations = Map.groupBy(readCitations(text), citationKey);
  return [...citations.values()].flatMap((same) => {
    const [first, ...others] = same.map(({ start, end }) => ({ start, end, words: text.slice(start, end) }));
    const [cited] = same;
    if (!first || !cited) return [];
    const { source, article } = cited;
    const link = article === undefined ? source.link : cited.articleLink;
    return { source, ...(article ? { article } : {}), ...(link ? { link } : {}), places: [first, ...others] };
  });
}
