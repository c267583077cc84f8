import type { LinkKind, PassageLink } from '@waarborg/shared/dossier';
import type { Change, Executor } from '../database/index.ts';

/** Links of a dossier between passages that are both still there. */
export async function listLinks(database: Executor, dossier: string): Promise<PassageLink[]> {
  const rows = await database
    .selectFrom('link')
    .innerJoin('annotation as source', 'source.id', 'link.from_id')
    .innerJoin('annotation as target', 'target.id', 'link.to_id')
    .selectAll('link')
    .where('link.dossier_id', '=', dossier)
    .where('source.deleted', '=', 0)
    .where('target.deleted', '=', 0)
    .orderBy('link.id')
    .execute();
  return rows.map(({ id, from_id, to_id, kind }) => ({
    id,
    from: from_id,
    to: to_id,
    kind: kind as LinkKind,
  }));
}

/** A link by its id, whatever dossier it is in. */
export async function findLink(
  database: Executor,
  id: string,
): Promise<{ dossier: string; link: PassageLink } | undefined> {
  const row = await database.selectFrom('link').selectAll().where('id', '=', id).executeTakeFirst();
  return (
    row && {
      dossier: row.dossier_id,
      link: { id, from: row.from_id, to: row.to_id, kind: row.kind as LinkKind },
    }
  );
}

export async function insertLink(change: Change, link: PassageLink): Promise<void> {
  await change.transaction
    .insertInto('link')
    .values({ id: link.id, dossier_id: change.dossier, from_id: link.from, to_id: link.to, kind: link.kind })
    .execute();
  change.record({ kind: 'link', id: link.id, after: link });
}

export async function deleteLink(change: Change, link: PassageLink): Promise<void> {
  await change.transaction.deleteFrom('link').where('id', '=', link.id).execute();
  change.record({ kind: 'link', id: link.id, before: link });
}
