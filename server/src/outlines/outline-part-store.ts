import { type OutlinePart, sortByPlace } from '@waarborg/shared/dossier';
import type { Selectable } from 'kysely';
import type { Change, Database, Executor, ItemStore, Versions } from '../database/index.ts';
import { findOutline } from './outline-store.ts';

function toPart(row: Selectable<Database['outline_part']>): OutlinePart {
  return {
    id: row.id,
    outline: row.outline_id,
    place: row.place,
    content: JSON.parse(row.content) as OutlinePart['content'],
    comments: JSON.parse(row.comments) as OutlinePart['comments'],
    revision: row.revision,
  };
}

function selectParts(database: Executor, dossier: string) {
  return database.selectFrom('outline_part').selectAll().where('dossier_id', '=', dossier);
}

/** Everything that stands in an outline, in order. */
export async function listOutlineParts(
  database: Executor,
  dossier: string,
  outline: string,
): Promise<OutlinePart[]> {
  const rows = await selectParts(database, dossier).where('outline_id', '=', outline).orderBy('id').execute();
  return sortByPlace(rows.map(toPart));
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
  return (await selectParts(database, dossier).orderBy('id').execute()).map(toPart);
}

/** One thing of an outline of a dossier. */
export async function findOutlinePart(
  database: Executor,
  dossier: string,
  id: string,
): Promise<OutlinePart | undefined> {
  const row = await selectParts(database, dossier).where('id', '=', id).executeTakeFirst();
  return row && toPart(row);
}

/** Whether a thing of an outline of any dossier has this id. */
export async function isPartIdTaken(database: Executor, id: string): Promise<boolean> {
  const row = await database.selectFrom('outline_part').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** Adds, changes or removes a thing of an outline, and logs it. */
export async function saveOutlinePart(
  { transaction, dossier, revision, record }: Change,
  id: string,
  { before, after }: Versions<OutlinePart>,
): Promise<OutlinePart | undefined> {
  const saved = after && { ...after, id, revision };
  if (saved) {
    const row = {
      outline_id: saved.outline,
      place: saved.place,
      content: JSON.stringify(saved.content),
      comments: JSON.stringify(saved.comments),
      revision,
    };
    if (before) await transaction.updateTable('outline_part').set(row).where('id', '=', id).execute();
    else
      await transaction
        .insertInto('outline_part')
        .values({ ...row, id, dossier_id: dossier })
        .execute();
  } else {
    await transaction.deleteFrom('outline_part').where('id', '=', id).execute();
  }
  record({ kind: 'outline-part', id, before, after: saved });
  return saved;
}

export const outlinePartItems: ItemStore<OutlinePart> = {
  find: findOutlinePart,
  save: saveOutlinePart,
  async findHindrances({ transaction, dossier }, _id, { after }) {
    if (!after || (await findOutline(transaction, dossier, after.outline))) return [];
    return [{ field: 'outline', subject: after.outline }];
  },
};
