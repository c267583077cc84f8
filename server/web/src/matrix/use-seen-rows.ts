import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

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
    for (const row of table.current?.querySelectorAll('tbody > tr, tfoot > tr') ?? []) {
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
