import type { ListedSuggestion } from './use-suggestions.ts';

/** In which orders suggestions are listed. */
export const suggestionOrders = ['likeliest', 'text'] as const;
export type SuggestionOrder = (typeof suggestionOrders)[number];

/**
 * The suggestions in an order. In the order of the text each has its place; of the likeliest first those that were
 * shown keep theirs, also when what was coded since makes them likelier or less, and new ones come after them:
 * nothing moves under the eyes of who reads.
 *
 * @param shown keys in the order in which they are shown now; none to begin anew.
 */
export function arrangeSuggestions(
  suggestions: readonly ListedSuggestion[],
  order: SuggestionOrder,
  shown: readonly string[],
): ListedSuggestion[] {
  if (order === 'text') {
    return suggestions.toSorted((one, other) => one.start - other.start || other.score - one.score);
  }
  const places = new Map(shown.map((key, index) => [key, index]));
  const placeOf = ({ key }: ListedSuggestion) => places.get(key) ?? shown.length;
  return suggestions.toSorted((one, other) => placeOf(one) - placeOf(other) || other.score - one.score);
}

/**
 * How many suggestions there are for each safeguard, by id; the most first.
 *
 * @param chosen safeguard that is told of also when none is left of it.
 */
export function countBySafeguard(
  suggestions: readonly ListedSuggestion[],
  chosen: string | undefined,
): [string, number][] {
  const found = Map.groupBy(suggestions, ({ safeguard }) => safeguard);
  const counts = [...found].map(([id, some]): [string, number] => [id, some.length]);
  if (chosen !== undefined && !found.has(chosen)) counts.push([chosen, 0]);
  return counts.sort(([, one], [, other]) => other - one);
}
