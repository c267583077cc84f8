import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Publication } from '@waarborg/shared/api';
import {
  type Change,
  type Executor,
  type ItemStore,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
  type Versions,
} from '../database/index.ts';

const decompress = promisify<Uint8Array, Buffer>(gunzip);

/** A publication as the log keeps it: neither its secret nor its content. */
export type LoggedPublication = Pick<
  Publication,
  'id' | 'title' | 'note' | 'embargo' | 'acceptedOnly' | 'made' | 'withdrawn'
>;

/** A publication with what only curators know of it. */
export interface PublicationDetails extends LoggedPublication {
  readonly by: Publication['by'];
  /** What its address ends with. */
  readonly secret: string;
}

/** A publication as it is kept. */
export interface StoredPublication extends PublicationDetails {
  /** Number of the change that made or withdrew it. */
  readonly revision: number;
}

function selectPublications(database: Executor) {
  return database
    .selectFrom('publication')
    .innerJoin('user', 'user.id', 'publication.creator_id')
    .select([
      'publication.id',
      'publication.title',
      'publication.note',
      'publication.embargo',
      'publication.accepted_only',
      'publication.made',
      'publication.withdrawn',
      'publication.secret',
      'publication.creator_id',
      'user.name as creator_name',
    ])
    .select(({ selectFrom }) =>
      selectFrom('revision_item')
        .select(({ fn }) => fn.max('number').as('last'))
        .whereRef('dossier_id', '=', 'publication.dossier_id')
        .whereRef('item_id', '=', 'publication.id')
        .where('kind', '=', 'publication')
        .as('revision'),
    );
}

type PublicationRow = Awaited<ReturnType<ReturnType<typeof selectPublications>['execute']>>[number];

function toPublication(row: PublicationRow): StoredPublication {
  const { id, title, note, embargo, made, withdrawn, secret } = row;
  return {
    ...{ id, title, ...(note === null ? {} : { note }), ...(embargo === null ? {} : { embargo }) },
    acceptedOnly: row.accepted_only === 1,
    made,
    ...(withdrawn === null ? {} : { withdrawn }),
    by: { id: row.creator_id, name: row.creator_name },
    secret,
    revision: row.revision ?? 0,
  };
}

/** How a list of publications can be ordered. */
export const publicationOrder = {
  keys: { made: textColumn('publication.made') },
  id: textColumn('publication.id'),
};

/** A page of the publications of a dossier, those that were withdrawn too. */
export function listPublicationPage(
  database: Executor,
  dossier: string,
  page: PageRequest,
): Promise<Page<StoredPublication>> {
  const own = selectPublications(database).where('publication.dossier_id', '=', dossier);
  return takePage(own, publicationOrder, page, toPublication);
}

/** Every publication of a dossier as the log describes it. */
export async function listLoggedPublications(
  database: Executor,
  dossier: string,
): Promise<LoggedPublication[]> {
  const rows = await selectPublications(database).where('publication.dossier_id', '=', dossier).execute();
  return rows.map((row) => toLogged(toPublication(row)));
}

/** One publication of a dossier. */
export async function findPublication(
  database: Executor,
  dossier: string,
  id: string,
): Promise<StoredPublication | undefined> {
  const row = await selectPublications(database)
    .where('publication.dossier_id', '=', dossier)
    .where('publication.id', '=', id)
    .executeTakeFirst();
  return row && toPublication(row);
}

/** The publication to which a link leads. While its dossier is deleted it is withdrawn. */
export async function findPublicationBySecret(
  database: Executor,
  secret: string,
): Promise<StoredPublication | undefined> {
  const row = await selectPublications(database)
    .innerJoin('dossier', 'dossier.id', 'publication.dossier_id')
    .select('dossier.deleted')
    .where('publication.secret', '=', secret)
    .executeTakeFirst();
  return row && toPublication({ ...row, withdrawn: row.withdrawn ?? row.deleted });
}

/** The page of a publication; undefined once it is withdrawn. */
export async function readPublishedPage(database: Executor, id: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('publication')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content ? (await decompress(row.content)).toString('utf8') : undefined;
}

/** A publication as the log keeps it. */
function toLogged({
  by: _,
  secret: __,
  revision: ___,
  ...logged
}: PublicationDetails & Partial<StoredPublication>): LoggedPublication {
  return logged;
}

/** Keeps a publication with its page, and logs it. */
export async function insertPublication(
  { transaction, dossier, record }: Change,
  publication: PublicationDetails,
  content: Uint8Array,
): Promise<void> {
  const { id, title, note, embargo, acceptedOnly, made, by, secret } = publication;
  await transaction
    .insertInto('publication')
    .values({
      ...{ id, dossier_id: dossier, title, note: note ?? null, embargo: embargo ?? null, made, secret },
      ...{ accepted_only: acceptedOnly ? 1 : 0, creator_id: by.id, withdrawn: null, content },
    })
    .execute();
  record({ kind: 'publication', id, after: toLogged(publication) });
}

/** Withdraws a publication: its page goes, for good. */
export async function withdrawPublication(
  { transaction, at, record }: Change,
  publication: StoredPublication,
): Promise<void> {
  const before = toLogged(publication);
  await transaction
    .updateTable('publication')
    .set({ withdrawn: at, content: null })
    .where('id', '=', publication.id)
    .execute();
  record({ kind: 'publication', id: publication.id, before, after: { ...before, withdrawn: at } });
}

/**
 * Publications as undo sees them: to publish is undone by withdrawing, so that the link can say what became of it;
 * what was withdrawn is gone.
 */
export const publicationItems: ItemStore = {
  async find(executor, dossier, id) {
    const found = await findPublication(executor, dossier, id);
    return found && { ...toLogged(found) };
  },
  async save(change: Change, id: string, { after }: Versions<object>) {
    const found = await findPublication(change.transaction, change.dossier, id);
    if (!found || after) throw new RangeError(`publication ${id} cannot be put back`);
    await withdrawPublication(change, found);
  },
  isLost: (state) => state !== undefined,
  findHindrances: async () => [],
};
