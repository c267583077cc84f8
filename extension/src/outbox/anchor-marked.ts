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
  return anchorings.map((anchoring, at) => {
    if (anchoring.state === 'orphan') return findMoved(text, original, quotes[at]?.exact ?? '');
    return anchoring.state === 'moved' && areInPlace[at] ? { ...anchoring, state: 'exact' } : anchoring;
  });
}

/** From this many code units on, words that stand once in both texts are no coincidence. */
const leastMoved = 24;

/**
 * Words that are not where the alignment looks for them, but stand verbatim in one other place: somebody
 * moved them. Searching by likeness is more careful, since it may meet words that were there all along.
 */
function findMoved(text: string, original: string | undefined, exact: string): Anchoring {
  const start = original === undefined || exact.length < leastMoved ? -1 : text.indexOf(exact);
  const isOnlyOne = (whole: string) => whole.indexOf(exact) === whole.lastIndexOf(exact);
  if (original === undefined || start < 0 || !isOnlyOne(text) || !isOnlyOne(original))
    return { state: 'orphan' };
  return { state: 'moved', position: { start, end: start + exact.length }, similarity: 1 };
}
