import type { Concept } from './concept.ts';

/**
 * Ids of the concepts whose codings count for one of them: its own, and those of every concept that was merged into
 * it, directly or by way of others.
 */
export function countedFor(
  concepts: readonly Pick<Concept, 'id' | 'mergedInto'>[],
  id: string,
): ReadonlySet<string> {
  const ids = new Set([id]);
  for (let known = 0; known < ids.size; ) {
    known = ids.size;
    for (const { id: other, mergedInto } of concepts) {
      if (mergedInto !== undefined && ids.has(mergedInto)) ids.add(other);
    }
  }
  return ids;
}
