import type { LinkKind, PassageLink } from '@waarborg/shared/dossier';
import type { Selectable } from 'kysely';
import {
  type Change,
  type Database,
  type Executor,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
  whereAny,
} from '../database/index.ts';

function toLink({ id, from_id, to_id, kind }: Selectable<Database['link']>): PassageLink {
  return { id, from: from_id, to: to_id, kind: kind as LinkKind };
}

function selectPresent(database: Executor, dossier: string) {
  return database
    .selectFrom('link')
    .innerJoin('annotation as source', 'source.id', 'link.from_id')
    .innerJoin('annotation as target', 'target.id', 'link.to_id')
    .selectAll('link')
    .where('link.dossier_id', '=', dossier)
    .where('source.deleted', '=', 0)
    .where('target.deleted', '=', 0);
}

/** How a list of links can be ordered. */
export const linkOrder = { keys: { id: textColumn('link.id') }, id: textColumn('link.id') };

/** Which links are wanted: of any of the values, for each thing that is named. */
export interface LinkFilters {
  readonly kind?: readonly string[] | undefined;
  /** Passages from which, or to which, they lead. */
  readonly from?: readonly string[] | undefined;
  readonly to?: readonly string[] | undefined;
}

/** A page of a dossier's links between passages that are both still there. */
export async function listLinkPage(
  database: Executor,
  dossier: string,
  { kind, from, to }: LinkFilters,
  page: PageRequest,
): Promise<Page<PassageLink>> {
  const ofKind = whereAny(selectPresent(database, dossier), 'link.kind', kind);
  const wanted = whereAny(whereAny(ofKind, 'link.from_id', from), 'link.to_id', to);
  const { entries, ...rest } = await takePage(wanted, linkOrder, page);
  return { ...rest, entries: entries.map(toLink) };
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
      link: toLink(row),
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
