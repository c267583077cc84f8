import { isCarriedTo, toCarriedText } from './carry-passage.ts';
import { chainPassages } from './chain-passages.ts';
import { contextOf, findExpectedStart } from './quote-pattern.ts';
import { toSearchedText } from './searched-text.ts';
import type { Anchoring, QuoteSelector } from './selectors.ts';
import { areEqual, toSkeleton } from './skeleton.ts';

/** So many code units of context tell that the same words stand beside a passage; fewer tell nothing … */
const ENOUGH = 8;
/** … and more are not asked for. */
const NEAREST = 16;
/** White space, hyphens and footnote marks may stand between so many. */
const REACH = 96;
/** About a sentence came or went between two passages that are as far from each other as they were. */
const SENTENCE = 100;
/** Outweighs whatever a chain charges for shifts, so that as many passages as can keep their order. */
const WEIGHT = 96;

interface Found {
  readonly quote: QuoteSelector;
  /** Where it started in the text in which it was made. */
  readonly before: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Tells which passages stand in their place as a reader sees it: in order with the rest of the document. Text that
 * came or went above a passage changes its offsets, and its place not at all.
 *
 * Method: with the original, what its alignment with the text carried to where the passage was found is in its
 * place; the rest was moved past it. Without it, as many passages as can keep their order are chained; one of the
 * chain is in its place when the words on one of its sides are still there, or when it is as far as before from
 * the next one of the chain.
 * Cost: that of the alignment, which `anchorQuotes` made already where it needed one, or of the chain; constant
 * per quote.
 *
 * @param quotes as they were made in one text.
 * @param anchorings what became of them, in the same order.
 * @param original the text in which they were made, where it was kept.
 * @returns for each quote whether it stands in its place; an orphan and a quote without `start` do not.
 */
export function standInPlace(
  text: string,
  quotes: readonly QuoteSelector[],
  anchorings: readonly Anchoring[],
  original?: string,
): boolean[] {
  const found = quotes.map((quote, at) => toFound(quote, anchorings[at]));
  if (original !== undefined) {
    const carried = toCarriedText(toSearchedText(original).skeleton, toSearchedText(text).skeleton);
    return found.map(
      (one) =>
        one !== undefined &&
        isCarriedTo(carried, { start: one.before, end: one.before + one.quote.exact.length }, one),
    );
  }
  const inOrder = keepOrder(found.filter((one) => one !== undefined));
  const inPlace = new Set(
    inOrder.filter((one, at) => isInPlace(text, one, inOrder[at - 1], inOrder[at + 1])),
  );
  return found.map((one) => one !== undefined && inPlace.has(one));
}

function toFound(quote: QuoteSelector, anchoring: Anchoring | undefined): Found | undefined {
  const before = findExpectedStart(quote);
  if (before === undefined || anchoring === undefined || anchoring.state === 'orphan') return undefined;
  return { quote, before, ...anchoring.position };
}

/** The passages that keep their order, in that order. */
function keepOrder(all: readonly Found[]): Found[] {
  const chosen = chainPassages(
    all.map(({ before, start, end }) => ({
      expected: before,
      options: [{ start, weight: WEIGHT + end - start }],
    })),
  );
  return all
    .filter((_, at) => chosen[at] === 0)
    .sort((one, other) => one.before - other.before || one.start - other.start);
}

function isInPlace(text: string, found: Found, ...beside: readonly (Found | undefined)[]): boolean {
  const isAsFar = (other: Found | undefined) =>
    other !== undefined && Math.abs(found.start - other.start - (found.before - other.before)) <= SENTENCE;
  return beside.some(isAsFar) || isBesideItsWords(text, found);
}

/** Whether the words on one side of a passage are those that were there. */
function isBesideItsWords(text: string, { quote, start, end }: Found): boolean {
  const { prefix, suffix } = contextOf(quote);
  return (
    areSame(prefix, text.slice(Math.max(0, start - REACH), start), 'end') ||
    areSame(suffix, text.slice(end, end + REACH), 'start')
  );
}

/** Whether two texts have the same words at one end, disregarding layout. */
function areSame(one: string, other: string, side: 'start' | 'end'): boolean {
  const a = toSkeleton(one).codes;
  const b = toSkeleton(other).codes;
  const length = Math.min(NEAREST, a.length);
  if (length < ENOUGH || b.length < length) return false;
  return side === 'start'
    ? areEqual(a, 0, b, 0, length)
    : areEqual(a, a.length - length, b, b.length - length, length);
}
