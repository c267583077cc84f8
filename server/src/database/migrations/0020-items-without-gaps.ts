import type { Kysely } from 'kysely';

interface Tables {
  revision_item: { dossier_id: string; number: number; position: number };
}

/**
 * Numbers the items of each change from 0 without gap: the migration that split the codebook into its concepts
 * (0007) left out the place at which it had been.
 */
export async function up(untyped: Kysely<unknown>): Promise<void> {
  const database = untyped as Kysely<Tables>;
  const broken = await database
    .selectFrom('revision_item')
    .select(['dossier_id', 'number'])
    .groupBy(['dossier_id', 'number'])
    .having(({ fn, eb }) => eb(eb(fn.max('position'), '+', eb.lit(1)), '!=', fn.countAll<number>()))
    .execute();
  for (const { dossier_id, number } of broken) {
    const items = await database
      .selectFrom('revision_item')
      .select('position')
      .where('dossier_id', '=', dossier_id)
      .where('number', '=', number)
      .orderBy('position')
      .execute();
    // From the first to the last, so that each place is free when it is taken.
    for (const [position, item] of items.entries()) {
      if (item.position === position) continue;
      await database
        .updateTable('revision_item')
        .set({ position })
        .where('dossier_id', '=', dossier_id)
        .where('number', '=', number)
        .where('position', '=', item.position)
        .execute();
    }
  }
}
