import {
  type Concept,
  type ConceptGroup,
  idOfName,
  maxLabelLength,
  maxShortLabelLength,
} from '../codebook/index.ts';
import { ImportRefusal } from './import-refusal.ts';

/** A concept of which only a name is known; in both languages it has the same. */
export function conceptOfName(
  name: string,
  { id, kind, group, definition = '' }: Pick<Concept, 'id' | 'kind' | 'group'> & { definition?: string },
): Concept {
  const label = name.trim().slice(0, maxLabelLength);
  const short = label.slice(0, maxShortLabelLength).trim() || id.slice(0, maxShortLabelLength);
  return {
    ...{ id, kind, group, terms: [] },
    label: { nl: label, en: label },
    shortLabel: { nl: short, en: short },
    definition: { nl: definition.slice(0, maxLabelLength), en: definition.slice(0, maxLabelLength) },
  };
}

/** A group of which only a name is known. */
export function groupOfName(name: string, kind: Concept['kind']): ConceptGroup {
  return { id: idOfName(name), kind, label: { nl: name, en: name } };
}

/**
 * Refuses concepts that lead back to themselves.
 *
 * @throws ImportRefusal `codebook-cycle`
 */
export function assertNoCycle(pointers: ReadonlyMap<string, string>): void {
  for (const start of pointers.keys()) {
    const seen = new Set<string>();
    for (let at: string | undefined = start; at !== undefined; at = pointers.get(at)) {
      if (seen.has(at)) throw new ImportRefusal('codebook-cycle');
      seen.add(at);
    }
  }
}
