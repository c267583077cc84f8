import type { Executor } from '../database/index.ts';

/** How many passages a document has. */
export interface PassageCount {
  readonly document: string;
  readonly passages: number;
  /** How many of them were confirmed to be gone. */
  readonly gone: number;
}

/** How many passages the documents of a dossier have; what was merged counts for what it was merged into. */
export async function countPassages(database: Executor, dossier: string): Promise<PassageCount[]> {
  const rows = await database
    .selectFrom('annotation')
    .select(({ fn }) => [
      'document_id',
      fn.countAll<number | string>().as('passages'),
      fn.count<number | string>('gone').as('gone'),
    ])
    .where('dossier_id', '=', dossier)
    .groupBy('document_id')
    .execute();
  const pointers = await database
    .selectFrom('document')
    .select(['id', 'merged_into'])
    .where('dossier_id', '=', dossier)
    .where('merged_into', 'is not', null)
    .execute();
  const into = new Map(pointers.map(({ id, merged_into }) => [id, merged_into]));
  const shownOf = (id: string): string => {
    const next = into.get(id);
    return next ? shownOf(next) : id;
  };
  const counts = new Map<string, PassageCount>();
  for (const row of rows) {
    const document = shownOf(row.document_id);
    const known = counts.get(document);
    const passages = (known?.passages ?? 0) + Number(row.passages);
    counts.set(document, { document, passages, gone: (known?.gone ?? 0) + Number(row.gone) });
  }
  return [...counts.values()].toSorted((one, other) => (one.document < other.document ? -1 : 1));
}
