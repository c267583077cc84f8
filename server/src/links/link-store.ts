import type { KeptLink, LinkKind } from '@waarborg/shared/dossier';
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
  whereAny,
} from '../database/index.ts';

function toLink(row: Selectable<Database['link']>): KeptLink {
  return {
    id: row.id,
    from: row.from_id,
    to: row.to_id,
    kind: row.kind as LinkKind,
    revision: row.revision,
  };
}

/** Links of a dossier that hang on an annotation. */
export async function listLinks(
  database: Executor,
  dossier: string,
  annotation: string,
): Promise<KeptLink[]> {
  const rows = await database
    .selectFrom('link')
    .selectAll()
    .where('dossier_id', '=', dossier)
    .where((where) => where.or([where('from_id', '=', annotation), where('to_id', '=', annotation)]))
    .orderBy('id')
    .execute();
  return rows.map(toLink);
}

/** Passages whose links are asked for at once. */
const passagesAtOnce = 5_000;

/** Links that hang on any of some annotations, each once. */
export async function listLinksOf(
  database: Executor,
  dossier: string,
  annotations: readonly string[],
): Promise<KeptLink[]> {
  const found = new Map<string, KeptLink>();
  for (let start = 0; start < annotations.length; start += passagesAtOnce) {
    const some = annotations.slice(start, start + passagesAtOnce);
    const rows = await database
      .selectFrom('link')
      .selectAll()
      .where('dossier_id', '=', dossier)
      .where((where) => where.or([where('from_id', 'in', some), where('to_id', 'in', some)]))
      .orderBy('id')
      .execute();
    for (const row of rows) found.set(row.id, toLink(row));
  }
  return [...found.values()];
}

/** All links of a dossier. */
export async function listAllLinks(database: Executor, dossier: string): Promise<KeptLink[]> {
  const rows = await database
    .selectFrom('link')
    .selectAll()
    .where('dossier_id', '=', dossier)
    .orderBy('id')
    .execute();
  return rows.map(toLink);
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

/** A page of a dossier's links between passages. */
export async function listLinkPage(
  database: Executor,
  dossier: string,
  { kind, from, to }: LinkFilters,
  page: PageRequest,
): Promise<Page<KeptLink>> {
  const ofKind = whereAny(
    database.selectFrom('link').selectAll().where('dossier_id', '=', dossier),
    'link.kind',
    kind,
  );
  const wanted = whereAny(whereAny(ofKind, 'link.from_id', from), 'link.to_id', to);
  const { entries, ...rest } = await takePage(wanted, linkOrder, page);
  return { ...rest, entries: entries.map(toLink) };
}

/** One link of a dossier. */
export async function findLink(
  database: Executor,
  dossier: string,
  id: string,
): Promise<KeptLink | undefined> {
  const row = await database
    .selectFrom('link')
    .selectAll()
    .where('dossier_id', '=', dossier)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toLink(row);
}

/** Whether a link of any dossier has this id. */
export async function isLinkIdTaken(database: Executor, id: string): Promise<boolean> {
  return (
    (await database.selectFrom('link').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  );
}

/** Adds, changes or removes a link, and logs it. */
export async function saveLink(
  { transaction, dossier, revision, record }: Change,
  id: string,
  { before, after }: Versions<KeptLink>,
): Promise<KeptLink | undefined> {
  const saved = after && { ...after, id, revision };
  if (saved) {
    const row = { from_id: saved.from, to_id: saved.to, kind: saved.kind, revision };
    if (before) await transaction.updateTable('link').set(row).where('id', '=', id).execute();
    else
      await transaction
        .insertInto('link')
        .values({ ...row, id, dossier_id: dossier })
        .execute();
  } else {
    await transaction.deleteFrom('link').where('id', '=', id).execute();
  }
  record({ kind: 'link', id, before, after: saved });
  return saved;
}

export const linkItems: ItemStore<KeptLink> = {
  find: findLink,
  save: saveLink,
  async findHindrances({ transaction, dossier }, _id, { after }) {
    if (!after) return [];
    const ends = await transaction
      .selectFrom('annotation')
      .select('id')
      .where('dossier_id', '=', dossier)
      .where('id', 'in', [after.from, after.to])
      .execute();
    const known = new Set(ends.map(({ id }) => id));
    return (['from', 'to'] as const)
      .filter((field) => !known.has(after[field]))
      .map((field) => ({ field, subject: after[field] }));
  },
};
