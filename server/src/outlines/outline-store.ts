import type { Outline } from '@waarborg/shared/dossier';
import {
  createItemRows,
  type Executor,
  type ItemStore,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
} from '../database/index.ts';

/** Outlines as they are kept. */
export const outlines = createItemRows<'outline', Outline>({
  table: 'outline',
  kind: 'outline',
  missing: 'outline-not-found',
  taken: 'outline-exists',
  toItem: ({ id, title, revision }) => ({ id, title, revision }),
  toRow: ({ title }) => ({ title }),
});

/** How a list of outlines can be ordered. */
export const outlineOrder = {
  keys: { title: textColumn('outline.title') },
  id: textColumn('outline.id'),
};

/** A page of a dossier's outlines. */
export function listOutlinePage(
  database: Executor,
  dossier: string,
  page: PageRequest,
): Promise<Page<Outline>> {
  return takePage(outlines.select(database, dossier), outlineOrder, page, outlines.toItem);
}

/** Every outline of a dossier. */
export async function listAllOutlines(database: Executor, dossier: string): Promise<Outline[]> {
  return (await outlines.select(database, dossier).orderBy('id').execute()).map(outlines.toItem);
}

/** How a change of an outline is taken back. */
export const outlineItems: ItemStore<Outline> = {
  ...outlines,
  async findHindrances({ transaction }, id, { after }) {
    if (after) return [];
    const inside = await transaction
      .selectFrom('outline_part')
      .select('id')
      .where('outline_id', '=', id)
      .orderBy('id')
      .executeTakeFirst();
    return inside ? [{ field: 'parts', subject: inside.id }] : [];
  },
};
