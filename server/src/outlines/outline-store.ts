import type { Outline } from '@waarborg/shared/dossier';
import type { Selectable } from 'kysely';
import {
  type Change,
  type Database,
  type Executor,
  type ItemStore,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
  type Versions,
} from '../database/index.ts';

function toOutline({ id, title, revision }: Selectable<Database['outline']>): Outline {
  return { id, title, revision };
}

function selectOutlines(database: Executor, dossier: string) {
  return database.selectFrom('outline').selectAll().where('dossier_id', '=', dossier);
}

/** How a list of outlines can be ordered. */
export const outlineOrder = {
  keys: { title: textColumn('outline.title') },
  id: textColumn('outline.id'),
};

/** A page of a dossier's outlines. */
export async function listOutlinePage(
  database: Executor,
  dossier: string,
  page: PageRequest,
): Promise<Page<Outline>> {
  const { entries, ...rest } = await takePage(selectOutlines(database, dossier), outlineOrder, page);
  return { ...rest, entries: entries.map(toOutline) };
}

/** Every outline of a dossier. */
export async function listAllOutlines(database: Executor, dossier: string): Promise<Outline[]> {
  return (await selectOutlines(database, dossier).orderBy('id').execute()).map(toOutline);
}

/** One outline of a dossier. */
export async function findOutline(
  database: Executor,
  dossier: string,
  id: string,
): Promise<Outline | undefined> {
  const row = await selectOutlines(database, dossier).where('id', '=', id).executeTakeFirst();
  return row && toOutline(row);
}

/** Whether an outline of any dossier has this id. */
export async function isOutlineIdTaken(database: Executor, id: string): Promise<boolean> {
  const row = await database.selectFrom('outline').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** Adds, renames or removes an outline, and logs it. */
export async function saveOutline(
  { transaction, dossier, revision, record }: Change,
  id: string,
  { before, after }: Versions<Outline>,
): Promise<Outline | undefined> {
  const saved = after && { ...after, id, revision };
  if (saved && before) {
    const { title } = saved;
    await transaction.updateTable('outline').set({ title, revision }).where('id', '=', id).execute();
  } else if (saved) {
    await transaction
      .insertInto('outline')
      .values({ ...saved, dossier_id: dossier })
      .execute();
  } else {
    await transaction.deleteFrom('outline').where('id', '=', id).execute();
  }
  record({ kind: 'outline', id, before, after: saved });
  return saved;
}

export const outlineItems: ItemStore<Outline> = {
  find: findOutline,
  save: saveOutline,
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
