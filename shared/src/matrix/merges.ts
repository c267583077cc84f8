import type { Reading, SourceDocument } from '../dossier/index.ts';

/** A function from an id to the one that stands for it now; a cycle of merges ends where it began. */
export function mergeResolver(
  entries: readonly { id: string; mergedInto?: string | undefined }[],
): (id: string) => string {
  const mergedInto = new Map(
    entries.flatMap((entry) => (entry.mergedInto ? [[entry.id, entry.mergedInto] as const] : [])),
  );
  return (id) => {
    const seen = new Set<string>();
    let current = id;
    while (!seen.has(current)) {
      seen.add(current);
      const next = mergedInto.get(current);
      if (next === undefined) return current;
      current = next;
    }
    return id;
  };
}

/**
 * Readings for the safeguards that there are now: what was read for one was read for that into which it was merged.
 *
 * @param now gives the id of a safeguard that stands for an id.
 */
export function currentReadings(readings: readonly Reading[], now: (id: string) => string): Reading[] {
  return readings.map((reading) =>
    reading.safeguard === undefined ? reading : { ...reading, safeguard: now(reading.safeguard) },
  );
}

/** A function from any id that a document has had to the id that it has now. */
export function documentResolver(documents: readonly SourceDocument[]): (id: string) => string {
  const currentIds = new Map(documents.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id])));
  return (id) => currentIds.get(id) ?? id;
}
