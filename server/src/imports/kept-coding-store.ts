import type { CodingDraft } from '@waarborg/shared/annotation';
import type { Change } from '../database/index.ts';

/** What a coding says of its passage, whoever says so. */
type Said = Pick<CodingDraft, 'safeguard' | 'measure' | 'impact' | 'direction'>;

/** The same for two codings exactly when they say the same. */
export function keyOfSaid({ safeguard, measure, impact, direction }: Said): string {
  return JSON.stringify([safeguard, measure ?? null, impact ?? null, direction]);
}

/** What is said of each of these passages of the dossier, as keys; a passage that is not there any more is left out. */
export async function readSaid(
  { transaction, dossier }: Change,
  passages: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (passages.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('annotation')
    .leftJoin('coding', 'coding.annotation_id', 'annotation.id')
    .select(['annotation.id', 'coding.safeguard', 'coding.measure', 'coding.impact', 'coding.direction'])
    .where('annotation.dossier_id', '=', dossier)
    .where('annotation.id', 'in', passages)
    .execute();
  const groups = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    [...groups].map(([id, own]) => [id, new Set(own.map((row) => keyOfSaid(row as unknown as Said)))]),
  );
}
