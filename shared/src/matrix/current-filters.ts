import { foldName } from '../dossier/index.ts';
import type { Axis } from './axes.ts';
import type { DossierFrame } from './facts.ts';
import type { MatrixFilters } from './filters.ts';
import { documentResolver, mergeResolver } from './merges.ts';

/** Ids of speakers by what they are called, names and aliases in any case; of two the first in the list is meant. */
function idsByName({ speakers }: DossierFrame): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { id, name, aliases } of speakers)
    for (const called of [name, ...aliases].map(foldName)) if (!ids.has(called)) ids.set(called, id);
  return ids;
}

/** How values that name a thing are read, for the axes whose things can be merged. */
function readersOf(frame: DossierFrame): Partial<Record<Axis, () => (value: string) => string>> {
  const conceptNow = () => mergeResolver(frame.codebook.concepts);
  return {
    safeguard: conceptNow,
    impact: conceptNow,
    document: () => documentResolver(frame.documents),
    speaker: () => {
      const [ids, speakerNow] = [idsByName(frame), mergeResolver(frame.speakers)];
      return (value) => speakerNow(ids.get(foldName(value)) ?? value);
    },
  };
}

/**
 * Filters by the ids that things have now: an address that was sent before a merge still shows what it meant, and a
 * speaker can be asked for as people write it, by name or alias. What names nothing stays as it is.
 */
export function currentFilters(frame: DossierFrame, filters: MatrixFilters): MatrixFilters {
  const read = Object.entries(readersOf(frame)).flatMap(([axis, createReader]) => {
    const wanted = filters[axis as Axis];
    return wanted?.length ? [[axis, [...new Set(wanted.map(createReader()))]] as const] : [];
  });
  return read.length === 0 ? filters : { ...filters, ...Object.fromEntries(read) };
}
