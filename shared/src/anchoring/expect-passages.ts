import { chainPassages, type PlaceOption } from './chain-passages.ts';
import type { Expectation } from './evidence.ts';
import { firstIndex } from './first-index.ts';
import { type Match, skippedBefore } from './match-candidate.ts';
import { lengthWithoutFurniture } from './page-furniture.ts';
import type { QuotePattern } from './quote-pattern.ts';
import type { SearchedText } from './searched-text.ts';
import type { Sought } from './seek-quote.ts';
import { skeletonIndex } from './skeleton.ts';

/**
 * Where the quotes are expected that have a place in the old text: between the certain ones before and
 * after them, and as far from them as they were.
 */
export function expectTogether(text: SearchedText, quotes: readonly Sought[]): void {
  const { offsets } = text.skeleton;
  const placeable = quotes.filter((quote) => quote.expected !== undefined && quote.matches.length > 0);
  const chosen = chainPassages(
    placeable.map((quote) => ({
      expected: quote.expected as number,
      options: quote.matches.map(
        (match): PlaceOption => ({
          start: offsets[match.start] ?? 0,
          weight: weightOf(match, quote.pattern),
        }),
      ),
    })),
  );
  const fixed: Fixed[] = [];
  placeable.forEach((quote, at) => {
    const match = quote.matches[chosen[at] as number];
    if (match !== undefined && isCertain(match)) {
      const expected = (quote.expected as number) + skippedBefore(match, quote.pattern).before;
      fixed.push({ quote, expected, start: offsets[match.start] as number });
    }
  });
  fixed.sort((a, b) => a.expected - b.expected || a.start - b.start);
  const byStart = [...fixed].sort((a, b) => a.start - b.start);
  const inOldOrder = [...placeable].sort((a, b) => (a.expected as number) - (b.expected as number));
  const rank = new Map(inOldOrder.map((quote, at) => [quote, at]));
  for (const quote of quotes) {
    const expectation = expect(text, quote, fixed);
    const at = rank.get(quote);
    if (expectation === undefined) continue;
    quote.expectation = {
      ...expectation,
      boundsAt: (skipped) => boundsOf(text, quote, fixed, skipped),
      beside: at === undefined ? [] : besideOf(text, inOldOrder, at),
      stretchAt: (start) => stretchAround(text, byStart, quote, start),
    };
  }
}

function besideOf(text: SearchedText, quotes: readonly Sought[], at: number): number[] {
  const quote = quotes[at] as Sought;
  const result: number[] = [];
  for (let other = at - 3; other <= at + 3; other += 1) {
    const neighbour = quotes[other];
    if (neighbour === undefined || neighbour === quote) continue;
    const distance = (quote.expected as number) - (neighbour.expected as number);
    if (Math.abs(distance) > 3000) continue;
    for (const match of neighbour.matches) {
      if (!isCertain(match)) continue;
      result.push(skeletonIndex(text.skeleton, (text.skeleton.offsets[match.start] as number) + distance));
    }
  }
  return result;
}

interface Fixed {
  readonly quote: Sought;
  readonly expected: number;
  readonly start: number;
}

function expect(
  text: SearchedText,
  quote: Sought,
  fixed: readonly Fixed[],
): Pick<Expectation, 'from' | 'to' | 'start' | 'distance'> | undefined {
  const { expected } = quote;
  if (expected === undefined) return undefined;
  const [previous, next] = neighboursOf(quote, fixed, expected);
  if (previous === undefined && next === undefined) return undefined;
  const isNextNearer = previous && next && expected - previous.expected > next.expected - expected;
  const nearest = (isNextNearer ? next : (previous ?? next)) as Fixed;
  const toIndex = (offset: number) => skeletonIndex(text.skeleton, offset);
  return {
    ...boundsOf(text, quote, fixed, 0),
    start: toIndex(nearest.start + expected - nearest.expected),
    distance: Math.abs(expected - nearest.expected),
  };
}

/** The fixed passages before and after a place of the old text, the quote itself aside. */
function neighboursOf(quote: Sought, fixed: readonly Fixed[], place: number) {
  let after = firstAfter(fixed, place);
  let before = after - 1;
  while (fixed[after]?.quote === quote) after += 1;
  while (fixed[before]?.quote === quote) before -= 1;
  return [fixed[before], fixed[after]] as const;
}

/** Between which places what is left of a quote keeps its order, of which the first `skipped` code units are not. */
function boundsOf({ skeleton }: SearchedText, quote: Sought, fixed: readonly Fixed[], skipped: number) {
  const [previous, next] = neighboursOf(quote, fixed, (quote.expected ?? 0) + skipped);
  return {
    from: previous ? skeletonIndex(skeleton, previous.start) : 0,
    to: next ? skeletonIndex(skeleton, next.start) : skeleton.codes.length,
  };
}

/** The stretch between the fixed passages around a place, then and now, that of the quote itself aside. */
function stretchAround(
  { skeleton }: SearchedText,
  byStart: readonly Fixed[],
  quote: Sought,
  place: number,
): ReturnType<Expectation['stretchAt']> {
  const after = firstAfter(byStart, skeleton.offsets[place] ?? 0, 'start');
  const next = byStart[byStart[after]?.quote === quote ? after + 1 : after];
  const previous = byStart[byStart[after - 1]?.quote === quote ? after - 2 : after - 1];
  if (previous === undefined || next === undefined) return undefined;
  const from = skeletonIndex(skeleton, previous.start);
  const to = skeletonIndex(skeleton, next.start);
  const now = lengthWithoutFurniture(skeleton, from, to);
  const before = (next.expected - previous.expected) * (skeleton.codes.length / skeleton.text.length);
  return { before, now };
}

function firstAfter(fixed: readonly Fixed[], place: number, side: 'expected' | 'start' = 'expected'): number {
  return firstIndex(fixed.length, (at) => (fixed[at] as Fixed)[side] > place);
}

function weightOf(match: Match, pattern: QuotePattern): number {
  const length = pattern.end - pattern.start;
  return match.share ** 2 * length + 48 * (match.before + match.after) * Math.min(1, match.share);
}

/** Whether a match is good enough to place others by. */
function isCertain(match: Match): boolean {
  return match.share >= 0.6 && Math.max(match.before, match.after) >= 0.5;
}
