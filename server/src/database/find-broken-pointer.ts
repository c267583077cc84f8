/**
 * Follows pointers from one thing to the next: gives the first id at which nothing is, or which was passed before.
 * Undefined for a way that ends.
 *
 * @param start id of the thing from which the way leads
 */
export async function findBrokenPointer<T>(
  start: string,
  first: string | undefined,
  find: (id: string) => Promise<T | undefined>,
  nextOf: (found: T) => string | undefined,
): Promise<string | undefined> {
  const passed = new Set([start]);
  for (let next = first; next !== undefined; ) {
    const found = passed.has(next) ? undefined : await find(next);
    if (!found) return next;
    passed.add(next);
    next = nextOf(found);
  }
  return undefined;
}
