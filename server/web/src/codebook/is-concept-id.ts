import { conceptIdSchema } from '@waarborg/shared/annotation';

/** Whether it can be an id of the codebook. */
export function isConceptId(id: string): boolean {
  return conceptIdSchema.safeParse(id).success;
}
