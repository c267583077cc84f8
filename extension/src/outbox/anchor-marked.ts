import { type Anchoring, anchorQuotes, standInPlace } from '@waarborg/shared/anchoring';
import type { MarkedQuote } from '../messaging/index.ts';

/**
 * Finds quotes in a text. Those of a text that was kept are carried over from it; all others are placed
 * together by their words. Results in the order of `quotes`.
 *
 * Seen as a reader does: `moved` is what stands elsewhere in the document, and not what stands further down because
 * something was put in above it.
 *
 * @param findOriginal gives a text by its SHA-256; undefined when it cannot be had.
 */
export async function anchorMarked(
  text: string,
  quotes: readonly MarkedQuote[],
  findOriginal: (rendition: string) => Promise<string | undefined>,
): Promise<Anchoring[]> {
  const renditions = [...new Set(quotes.flatMap(({ rendition }) => rendition ?? []))];
  const found = await Promise.all(renditions.map(async (id) => [id, await findOriginal(id)] as const));
  const originals = new Map(found);
  const results: Anchoring[] = new Array(quotes.length);
  const groups = Map.groupBy(quotes.keys(), (index) => {
    const rendition = quotes[index]?.rendition;
    return rendition === undefined ? undefined : originals.get(rendition);
  });
  for (const [original, indices] of groups) {
    const group = indices.map((index) => quotes[index] as MarkedQuote);
    const anchorings = anchorGroup(text, group, original);
    for (const [place, index] of indices.entries()) results[index] = anchorings[place] as Anchoring;
  }
  return results;
}

/** Finds quotes of one text. */
function anchorGroup(
  text: string,
  quotes: readonly MarkedQuote[],
  original: string | undefined,
): Anchoring[] {
  const anchorings = anchorQuotes(text, quotes, original === undefined ? {} : { original });
  const hasMoved = anchorings.some(({ state }) => state === 'moved');
  const areInPlace = hasMoved ? standInPlace(text, quotes, anchorings, original) : [];
  return anchorings.map((anchoring, at) =>
    anchoring.state === 'moved' && areInPlace[at] ? { ...anchoring, state: 'exact' } : anchoring,
  );
}
