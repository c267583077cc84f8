import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';

/**
 * The pattern of the address that was asked, `/api/v1/dossiers/:dossier`: which kind of request it was, and
 * nothing of what it names. Where no route takes exactly this address, the nearest that takes all below it.
 */
export function routeOf(c: Context): string {
  const paths = matchedRoutes(c).map(({ path }) => path);
  const exact = paths.findLast((path) => !path.endsWith('*'));
  const widest = paths.toSorted((a, b) => a.length - b.length).at(-1);
  return exact ?? widest ?? '*';
}
