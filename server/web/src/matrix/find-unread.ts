import { filterNames } from '@waarborg/shared/matrix';
import { type FilterName, parseView, viewSearch } from '../matrix-view/view.ts';

/** What of a view a parameter of the address sets. */
export type ViewPart = FilterName | 'rows' | 'columns' | 'count' | 'layout';

/** Something that an address asks for and the matrix does not know. */
export interface Unread {
  readonly part: ViewPart;
  readonly value: string;
}

/** The parameters whose values the matrix has to know. */
const findParts = (): ReadonlyMap<string, ViewPart> =>
  new Map<string, ViewPart>([
    ...(['rows', 'columns', 'count'] as const).map((name) => [name, name] as const),
    ...['sortRows', 'sortColumns', 'fold', 'hide'].map((name) => [name, 'layout'] as const),
    ...filterNames.flatMap((name) => [name, `vs.${name}`].map((key) => [key, name] as const)),
  ]);

/** Values that an address leaves out, since they are the usual ones. */
const usual: Readonly<Record<string, string>> = { rows: 'safeguard', columns: 'impact', count: 'claims' };

/** What of the query string of the matrix page is not in its view; of what is no part of a view nothing is said. */
export function findUnread(search: string): Unread[] {
  const parts = findParts();
  const read = new URLSearchParams(viewSearch(parseView(search)));
  return [...new URLSearchParams(search)].flatMap(([name, raw]) => {
    const [part, value] = [parts.get(name), raw.trim()];
    const isRead = value === '' || value === usual[name] || read.has(name, value);
    return part && !isRead ? [{ part, value }] : [];
  });
}
