import type { Codebook, Concept, ConceptGroup } from '@waarborg/shared/codebook';
import type { Change, Executor } from '../database/index.ts';

/** The codebook of a dossier, in its order. */
export async function getCodebook(database: Executor, dossier: string): Promise<Codebook> {
  const groups = await database
    .selectFrom('concept_group')
    .select(['id', 'kind', 'label'])
    .where('dossier_id', '=', dossier)
    .orderBy('position')
    .execute();
  const concepts = await database
    .selectFrom('concept')
    .select('concept')
    .where('dossier_id', '=', dossier)
    .orderBy('position')
    .execute();
  return {
    groups: groups.map(({ id, kind, label }) => ({
      id,
      kind: kind as ConceptGroup['kind'],
      label: JSON.parse(label) as ConceptGroup['label'],
    })),
    concepts: concepts.map(({ concept }) => JSON.parse(concept) as Concept),
  };
}

/** Gives a dossier its first codebook. */
export async function saveCodebook(change: Change, codebook: Codebook): Promise<void> {
  const { transaction, dossier } = change;
  await transaction
    .insertInto('concept_group')
    .values(
      codebook.groups.map(({ id, kind, label }, position) => ({
        dossier_id: dossier,
        id,
        kind,
        position,
        label: JSON.stringify(label),
      })),
    )
    .execute();
  await transaction
    .insertInto('concept')
    .values(
      codebook.concepts.map((concept, position) => ({
        dossier_id: dossier,
        id: concept.id,
        kind: concept.kind,
        position,
        concept: JSON.stringify(concept),
      })),
    )
    .execute();
  change.record({ kind: 'codebook', id: dossier, after: codebook });
}
