import type { Dismissal } from '@waarborg/shared/dossier';
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

function toDismissal(row: Selectable<Database['dismissal']>): Dismissal {
  return {
    id: row.id,
    document: row.document_id,
    safeguard: row.safeguard,
    quote: row.quote,
    reviewer: row.user_id,
    at: row.at,
    revision: row.revision,
  };
}

function selectDismissals(database: Executor, dossier: string) {
  return database.selectFrom('dismissal').selectAll().where('dossier_id', '=', dossier);
}

/** How a list of dismissals can be ordered. */
export const dismissalOrder = {
  keys: { id: textColumn('dismissal.id'), at: textColumn('dismissal.at') },
  id: textColumn('dismissal.id'),
};

/** Which dismissals are wanted: of any of the values, for each thing that is named. */
export interface DismissalFilters {
  readonly document?: readonly string[] | undefined;
  readonly safeguard?: readonly string[] | undefined;
}

/** A page of what was dismissed in a dossier. */
export async function listDismissalPage(
  database: Executor,
  dossier: string,
  { document, safeguard }: DismissalFilters,
  page: PageRequest,
): Promise<Page<Dismissal>> {
  const ofDocument = whereAny(selectDismissals(database, dossier), 'dismissal.document_id', document);
  const wanted = whereAny(ofDocument, 'dismissal.safeguard', safeguard);
  const { entries, ...rest } = await takePage(wanted, dismissalOrder, page);
  return { ...rest, entries: entries.map(toDismissal) };
}

/** Everything that was dismissed in a dossier; with `document` only of that one itself. */
export async function listDismissals(
  database: Executor,
  dossier: string,
  document?: string,
): Promise<Dismissal[]> {
  const wanted = whereAny(
    selectDismissals(database, dossier),
    'dismissal.document_id',
    document ? [document] : [],
  );
  return (await wanted.orderBy('id').execute()).map(toDismissal);
}

/** One dismissal of a dossier. */
export async function findDismissal(
  database: Executor,
  dossier: string,
  id: string,
): Promise<Dismissal | undefined> {
  const row = await selectDismissals(database, dossier).where('id', '=', id).executeTakeFirst();
  return row && toDismissal(row);
}

/** Adds, changes or removes a dismissal, and logs it. */
export async function saveDismissal(
  { transaction, dossier, revision, record }: Change,
  id: string,
  { before, after }: Versions<Dismissal>,
): Promise<Dismissal | undefined> {
  const saved = after && { ...after, id, revision };
  await transaction.deleteFrom('dismissal').where('dossier_id', '=', dossier).where('id', '=', id).execute();
  if (saved) {
    const { document, safeguard, quote, reviewer, at } = saved;
    await transaction
      .insertInto('dismissal')
      .values({
        ...{ dossier_id: dossier, id, document_id: document, safeguard, quote },
        ...{ user_id: reviewer, at, revision },
      })
      .execute();
  }
  record({ kind: 'dismissal', id, before, after: saved });
  return saved;
}

export const dismissalItems: ItemStore<Dismissal> = {
  find: findDismissal,
  save: saveDismissal,
  async findHindrances({ transaction, dossier }, _id, { after }) {
    if (!after) return [];
    const document = await transaction
      .selectFrom('document')
      .select('id')
      .where('dossier_id', '=', dossier)
      .where('id', '=', after.document)
      .executeTakeFirst();
    const safeguard = await transaction
      .selectFrom('concept')
      .select('id')
      .where('dossier_id', '=', dossier)
      .where('kind', '=', 'safeguard')
      .where('id', '=', after.safeguard)
      .executeTakeFirst();
    return [
      ...(document ? [] : [{ field: 'document', subject: after.document }]),
      ...(safeguard ? [] : [{ field: 'safeguard', subject: after.safeguard }]),
    ];
  },
};
