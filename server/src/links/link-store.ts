import type { KeptLink, LinkKind, PassageLink } from '@waarborg/shared/dossier';
import {
  createItemRows,
  type Executor,
  type ItemStore,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
  whereAny,
} from '../database/index.ts';

/** Links as they are kept. */
export const links = createItemRows<'link', KeptLink>({
  table: 'link',
  kind: 'link',
  missing: 'link-not-found',
  taken: 'link-exists',
  toItem: ({ id, from_id: from, to_id: to, kind, revision }) => ({
    ...{ id, from, to, kind: kind as LinkKind, revision },
  }),
  toRow: ({ from, to, kind }) => ({ from_id: from, to_id: to, kind }),
});

/** The link that says the same of the same passages, whatever its id; the first of several. */
export async function findSameLink(
  database: Executor,
  dossier: string,
  { from, to, kind }: PassageLink,
): Promise<KeptLink | undefined> {
  const same = links.select(database, dossier).where('from_id', '=', from).where('to_id', '=', to);
  const row = await same.where('kind', '=', kind).orderBy('id').limit(1).executeTakeFirst();
  return row && links.toItem(row);
}

/** Links of a dossier that hang on an annotation. */
export async function listLinks(
  database: Executor,
  dossier: string,
  annotation: string,
): Promise<KeptLink[]> {
  return listLinksOf(database, dossier, [annotation]);
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
    const rows = await links
      .select(database, dossier)
      .where((where) => where.or([where('from_id', 'in', some), where('to_id', 'in', some)]))
      .orderBy('id')
      .execute();
    for (const row of rows) found.set(row.id, links.toItem(row));
  }
  return [...found.values()];
}

/** All links of a dossier. */
export async function listAllLinks(database: Executor, dossier: string): Promise<KeptLink[]> {
  return (await links.select(database, dossier).orderBy('id').execute()).map(links.toItem);
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
export function listLinkPage(
  database: Executor,
  dossier: string,
  { kind, from, to }: LinkFilters,
  page: PageRequest,
): Promise<Page<KeptLink>> {
  const ofKind = whereAny(links.select(database, dossier), 'link.kind', kind);
  const wanted = whereAny(whereAny(ofKind, 'link.from_id', from), 'link.to_id', to);
  return takePage(wanted, linkOrder, page, links.toItem);
}

/** How a change of a link is taken back. */
export const linkItems: ItemStore<KeptLink> = {
  ...links,
  async findHindrances({ transaction, dossier, revision }, id, { after }) {
    if (!after) return [];
    const same = await findSameLink(transaction, dossier, after);
    // Of two that went together, from when there could be two, both come back.
    if (same && same.id !== id && same.revision !== revision) return [{ field: '', subject: same.id }];
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
