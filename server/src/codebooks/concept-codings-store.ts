import { type Concept, countedFor } from '@waarborg/shared/codebook';
import type { Change, Executor } from '../database/index.ts';
import { getCodebook } from './codebook-store.ts';

/** How many codings count for a concept: those that name it, and those that name what was merged into it. */
export async function countCodings(
  { transaction, dossier }: Change,
  { id, kind }: Pick<Concept, 'id' | 'kind'>,
): Promise<number> {
  const { concepts } = await getCodebook(transaction, dossier);
  const { codings } = await transaction
    .selectFrom('coding')
    .select(({ fn }) => fn.countAll().as('codings'))
    .where('dossier_id', '=', dossier)
    .where(kind, 'in', [...countedFor(concepts, id)])
    .executeTakeFirstOrThrow();
  return Number(codings);
}

/** How many codings name each concept itself, by its id; one that none names is left out. */
export async function countCodingsOfConcepts(
  database: Executor,
  dossier: string,
): Promise<Record<string, number>> {
  // One group for each pair, which the index of the codings has side by side.
  const pairs = await database
    .selectFrom('coding')
    .select(({ fn }) => ['safeguard', 'impact', fn.countAll().as('codings')])
    .where('dossier_id', '=', dossier)
    .groupBy(['safeguard', 'impact'])
    .execute();
  const counts = new Map<string, number>();
  for (const { safeguard, impact, codings } of pairs) {
    for (const id of [safeguard, impact]) {
      if (id !== null) counts.set(id, (counts.get(id) ?? 0) + Number(codings));
    }
  }
  return Object.fromEntries(counts);
}

/** Codings that name a concept itself, with the annotations that hold them. */
export async function listCodings(
  { transaction, dossier }: Change,
  { id, kind }: Pick<Concept, 'id' | 'kind'>,
): Promise<{ id: string; annotation: string }[]> {
  return transaction
    .selectFrom('coding')
    .select(['id', 'annotation_id as annotation'])
    .where('dossier_id', '=', dossier)
    .where(kind, '=', id)
    .orderBy('annotation_id')
    .orderBy('position')
    .execute();
}
