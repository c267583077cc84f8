import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The rows of a table, its totals last. */
function rowsOf(table: HTMLTableElement | null): readonly Element[] {
  return [...(table?.querySelectorAll('tbody > tr, tfoot > tr') ?? [])];
}

/** The places of the rows that are in view now; asked after a frame, when all is laid out. */
export function placesInView(table: HTMLTableElement | null): ReadonlySet<number> {
  const places = rowsOf(table).flatMap((row, place) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top < window.innerHeight && bottom > 0 ? [place] : [];
  });
  return new Set(places);
}

/**
 * The places of the rows of a table that are in view, its totals last; undefined until the browser has told.
 * `layout` names which rows there are.
 */
export function useSeenRows(
  table: RefObject<HTMLTableElement | null>,
  layout: string,
): RefObject<ReadonlySet<number> | undefined> {
  const seen = useRef<ReadonlySet<number>>(undefined);
  useEffect(() => {
    const places = new Map<Element, number>();
    const observer = new IntersectionObserver((entries) => {
      const next = new Set(seen.current);
      for (const { target, isIntersecting } of entries) {
        const place = places.get(target);
        if (place === undefined) continue;
        if (isIntersecting) next.add(place);
        else next.delete(place);
      }
      seen.current = next;
    });
    for (const row of rowsOf(table.current)) {
      places.set(row, places.size);
      observer.observe(row);
    }
    return () => {
      observer.disconnect();
      seen.current = undefined;
    };
  }, [table, layout]);
  return seen;
}
