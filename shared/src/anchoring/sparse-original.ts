import { firstIndex } from './first-index.ts';
import { contextOf, findExpectedStart } from './quote-pattern.ts';
import type { QuoteSelector, TextPosition } from './selectors.ts';

/** What the quotes of a document tell about the text in which they were made. */
export interface SparseOriginal {
  /** The known stretches in order, apart. */
  readonly text: string;
  /** For each quote its place in `text`; undefined when it has none. */
  readonly places: readonly (TextPosition | undefined)[];
  /** Where each stretch starts in `text`, and where it started in the old text; both rise. */
  readonly stretches: readonly Stretch[];
}

interface Stretch {
  readonly at: number;
  readonly start: number;
}

/** Where an offset of a sparse original stood in the old text. */
export function placeInOld({ stretches }: SparseOriginal, offset: number): number {
  const next = firstIndex(stretches.length, (at) => (stretches[at] as Stretch).at > offset);
  const stretch = stretches[next - 1];
  return stretch === undefined ? 0 : stretch.start + offset - stretch.at;
}

/** Between two stretches that are not known to touch; a noncharacter, so that no text has it. */
const APART = '\n\uffff\n';
/** The code unit that is left of it in a skeleton. */
export const APART_CODE = 0xffff;

/** Whether what is not known lies just before or behind a place of a skeleton. */
export function isBesideUnknown(codes: Uint16Array, at: number): boolean {
  return codes[at] === APART_CODE || codes[at - 1] === APART_CODE;
}

interface Fragment {
  readonly quote: number;
  readonly start: number;
  readonly text: string;
  readonly prefix: number;
  readonly length: number;
}

/**
 * Lays out the quotes of a document as they stood: each with its context at its place, those that overlap
 * in one piece. What is between them is not known.
 *
 * A quote that contradicts another one about the same place (it was made in another version) stands apart.
 * Cost: linear in the quotes' length, and sorting them.
 */
export function toSparseOriginal(quotes: readonly QuoteSelector[]): SparseOriginal {
  const fragments = quotes
    .flatMap(toFragment)
    .sort((a, b) => a.start - b.start || b.text.length - a.text.length);
  const places: (TextPosition | undefined)[] = quotes.map(() => undefined);
  const parts: string[] = [];
  const stretches: Stretch[] = [];
  let length = 0;
  /** The stretch at the end of `parts`: where it stood, and its words as far as the next could overlap. */
  let stretch = { end: -1, text: '' };
  for (const fragment of fragments) {
    const overlap = stretch.end - fragment.start;
    const shared = fragment.text.slice(0, Math.max(0, overlap));
    const back = stretch.text.length - overlap;
    if (overlap < 0 || back < 0 || !stretch.text.startsWith(shared, back)) {
      parts.push(APART, fragment.text);
      stretches.push({ at: length + APART.length, start: fragment.start });
      length += APART.length + fragment.text.length;
      stretch = { end: fragment.start + fragment.text.length, text: fragment.text };
    } else if (fragment.text.length > overlap) {
      const added = fragment.text.slice(overlap);
      parts.push(added);
      length += added.length;
      stretch = { end: stretch.end + added.length, text: fragment.text };
    }
    const start = length - (stretch.end - fragment.start) + fragment.prefix;
    places[fragment.quote] = { start, end: start + fragment.length };
  }
  return { text: parts.join(''), places, stretches };
}

function toFragment(quote: QuoteSelector, at: number): Fragment[] {
  const { exact } = quote;
  const start = findExpectedStart(quote);
  if (typeof exact !== 'string' || exact === '' || start === undefined) return [];
  const { prefix, suffix } = contextOf(quote);
  const text = `${prefix}${exact}${suffix}`;
  return [{ quote: at, start: start - prefix.length, text, prefix: prefix.length, length: exact.length }];
}
