import type { Page, PageRequest } from '../database/index.ts';

/** Texts by which an entry is ordered: the sort key, and an id that decides between equals. */
interface Ordered<T> {
  keyOf(entry: T, sort: string): string;
  idOf(entry: T): string;
}

/**
 * A page of a list that is in memory, by place and not by number, in the same way as `takePage` pages rows. Keys are
 * compared by code unit.
 */
export function takePageOf<T>(
  entries: readonly T[],
  { keyOf, idOf }: Ordered<T>,
  { sort, descending, limit, after }: PageRequest,
): Page<T> {
  const direction = descending ? -1 : 1;
  const compare = (one: readonly [string, string], other: readonly [string, string]) => {
    for (const part of [0, 1] as const) {
      if (one[part] !== other[part]) return one[part] < other[part] ? -direction : direction;
    }
    return 0;
  };
  const placed = entries
    .map((entry) => ({ entry, place: [keyOf(entry, sort), idOf(entry)] as const }))
    .sort((one, other) => compare(one.place, other.place));
  const rest = after ? placed.filter(({ place }) => compare(place, [after.key, after.id]) > 0) : placed;
  const page = rest.slice(0, limit);
  const last = rest.length > limit ? page.at(-1) : undefined;
  return {
    entries: page.map(({ entry }) => entry),
    ...(last ? { next: { key: last.place[0], id: last.place[1] } } : {}),
    ...(after ? {} : { total: entries.length }),
  };
}
