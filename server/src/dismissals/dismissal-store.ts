import type { Dismissal } from '@waarborg/shared/dossier';
import { findMissingSafeguards } from '../codebooks/codebook-store.ts';
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
import { findMissingDocument } from '../documents/document-store.ts';

/** Dismissals as they are kept. */
export const dismissals = createItemRows<'dismissal', Dismissal>({
  table: 'dismissal',
  kind: 'dismissal',
  missing: 'dismissal-not-found',
  taken: 'dismissal-exists',
  hasOwnIds: true,
  toItem: ({ id, document_id: document, safeguard, quote, user_id: reviewer, at, revision }) => ({
    ...{ id, document, safeguard, quote, reviewer, at, revision },
  }),
  toRow: ({ document, safeguard, quote, reviewer, at }) => ({
    ...{ document_id: document, safeguard, quote, user_id: reviewer, at },
  }),
});

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
export function listDismissalPage(
  database: Executor,
  dossier: string,
  { document, safeguard }: DismissalFilters,
  page: PageRequest,
): Promise<Page<Dismissal>> {
  const ofDocument = whereAny(dismissals.select(database, dossier), 'dismissal.document_id', document);
  const wanted = whereAny(ofDocument, 'dismissal.safeguard', safeguard);
  return takePage(wanted, dismissalOrder, page, dismissals.toItem);
}

/** Everything that was dismissed in a dossier; with `document` only of that one itself. */
export async function listDismissals(
  database: Executor,
  dossier: string,
  document?: string,
): Promise<Dismissal[]> {
  const own = dismissals.select(database, dossier);
  const wanted = whereAny(own, 'dismissal.document_id', document ? [document] : []);
  return (await wanted.orderBy('id').execute()).map(dismissals.toItem);
}

/** How a dismissal is taken back. */
export const dismissalItems: ItemStore<Dismissal> = {
  ...dismissals,
  async findHindrances(change, _id, { after }) {
    if (!after) return [];
    return [
      ...(await findMissingDocument(change, after.document)),
      ...(await findMissingSafeguards(change, 'safeguard', [after.safeguard])),
    ];
  },
};
