import { type OutlinePart, sortByPlace } from '@waarborg/shared/dossier';
import { createItemRows, type Executor, type ItemStore } from '../database/index.ts';
import { outlines } from './outline-store.ts';

/** Things of outlines as they are kept. */
export const outlineParts = createItemRows<'outline_part', OutlinePart>({
  table: 'outline_part',
  kind: 'outline-part',
  missing: 'outline-part-not-found',
  taken: 'outline-part-exists',
  toItem: ({ id, outline_id: outline, place, content, comments, revision }) => ({
    ...{ id, outline, place, content: JSON.parse(content) as OutlinePart['content'] },
    ...{ comments: JSON.parse(comments) as OutlinePart['comments'], revision },
  }),
  toRow: ({ outline, place, content, comments }) => ({
    ...{ outline_id: outline, place },
    ...{ content: JSON.stringify(content), comments: JSON.stringify(comments) },
  }),
});

/** Everything that stands in an outline, in order. */
export async function listOutlineParts(
  database: Executor,
  dossier: string,
  outline: string,
): Promise<OutlinePart[]> {
  const rows = await outlineParts
    .select(database, dossier)
    .where('outline_id', '=', outline)
    .orderBy('id')
    .execute();
  return sortByPlace(rows.map(outlineParts.toItem));
}

/** The places of everything that stands in an outline, in order. */
export async function listPlaces(database: Executor, outline: string): Promise<string[]> {
  const rows = await database
    .selectFrom('outline_part')
    .select('place')
    .where('outline_id', '=', outline)
    .execute();
  // Not by the database: each sorts letters in its own way.
  return rows.map(({ place }) => place).sort();
}

/** Passages of a dossier's outline, each once. */
export function passagesOf(parts: readonly OutlinePart[]): string[] {
  const named = parts.flatMap(({ content }) => (content.kind === 'passage' ? [content.annotation] : []));
  return [...new Set(named)];
}

/** Everything that stands in any outline of a dossier. */
export async function listAllOutlineParts(database: Executor, dossier: string): Promise<OutlinePart[]> {
  return (await outlineParts.select(database, dossier).orderBy('id').execute()).map(outlineParts.toItem);
}

/** How a change of a thing in an outline is taken back. */
export const outlinePartItems: ItemStore<OutlinePart> = {
  ...outlineParts,
  async findHindrances({ transaction, dossier }, _id, { after }) {
    if (!after || (await outlines.find(transaction, dossier, after.outline))) return [];
    return [{ field: 'outline', subject: after.outline }];
  },
};
