import { conceptIdSchema, maxConceptIdLength } from '@waarborg/shared/annotation';
import { toSlug } from '@waarborg/shared/text';

/** An id for something of that name, which none of the others has: "Tolk en vertaling" → "tolk-en-vertaling". */
export function proposeId(name: string, taken: readonly string[]): string {
  const slug = toSlug(name, maxConceptIdLength) || 'begrip';
  const known = new Set(taken);
  for (let number = 1; ; number++) {
    const id = number === 1 ? slug : `${slug.slice(0, 58).replace(/-+$/u, '')}-${number}`;
    if (!known.has(id)) return id;
  }
}

/** Whether it can be an id of the codebook. */
export function isConceptId(id: string): boolean {
  return conceptIdSchema.safeParse(id).success;
}
