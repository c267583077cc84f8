import { contextOf, findExpectedStart } from './quote-pattern.ts';
import type { Anchoring, QuoteSelector } from './selectors.ts';

/** How many quotes are searched for in the whole text to learn by how much it shifted. */
const PROBES = 4;
/** A probe has at least this many code units, context included. */
const PROBE_LENGTH = 80;

/**
 * Finds the unchanged quotes of a text in which something was inserted or removed far from them, a banner
 * at the top for instance: all of them moved by the same number of code units.
 *
 * Method: a few quotes that stand once in the text, spread over all, tell the shifts; a quote is found when
 * it stands at one of them between all the context that it had.
 * Cost: two searches of the text per probe, and constant per quote.
 */
export function findShifted(
  text: string,
  quotes: readonly QuoteSelector[],
  results: (Anchoring | undefined)[],
): void {
  const left = quotes.flatMap((quote, at) =>
    results[at] === undefined && findExpectedStart(quote) !== undefined ? [at] : [],
  );
  const shifts = new Set<number>();
  for (let probe = 0; probe < PROBES; probe += 1) {
    const at = left[Math.floor(((left.length - 1) * probe) / (PROBES - 1))];
    const shift = at === undefined ? undefined : findShift(text, quotes[at] as QuoteSelector);
    if (shift !== undefined) shifts.add(shift);
  }
  for (const at of left) {
    const quote = quotes[at] as QuoteSelector;
    const { prefix, suffix } = contextOf(quote);
    if (prefix === '' || suffix === '') continue;
    for (const shift of shifts) {
      const start = (quote.start as number) + shift;
      const end = start + quote.exact.length;
      if (
        !text.startsWith(quote.exact, start) ||
        !text.startsWith(suffix, end) ||
        !text.endsWith(prefix, start)
      ) {
        continue;
      }
      results[at] = { state: shift === 0 ? 'exact' : 'moved', position: { start, end }, similarity: 1 };
      break;
    }
  }
}

/** By how much a quote moved that stands once in the text with its context. */
function findShift(text: string, quote: QuoteSelector): number | undefined {
  const { prefix, suffix } = contextOf(quote);
  const words = prefix + quote.exact + suffix;
  if (words.length < PROBE_LENGTH) return undefined;
  const found = text.indexOf(words);
  if (found < 0 || text.indexOf(words, found + 1) >= 0) return undefined;
  return found + prefix.length - (quote.start as number);
}
