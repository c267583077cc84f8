import type {
  DocumentAddress,
  DocumentDraft,
  DocumentIdentifier,
  SourceDocument,
  SourceType,
} from '@waarborg/shared/dossier';
import { identityKeys } from '@waarborg/shared/references';
import type { Selectable } from 'kysely';
import {
  type Change,
  type Database,
  type Executor,
  optionalTextColumn,
  type Page,
  type PageRequest,
  takePage,
  textColumn,
  whereAny,
} from '../database/index.ts';

/** A document's own fields as they are written; the issuer is a speaker id. */
export interface DocumentFields {
  readonly sourceType: SourceType;
  readonly title: string;
  readonly date?: string | undefined;
  readonly issuer?: string | undefined;
}

/** Groups rows by the document that they belong to. */
function byDocument<Row extends { document_id: string }>(rows: readonly Row[]): (id: string) => Row[] {
  const groups = Map.groupBy(rows, ({ document_id }) => document_id);
  return (id) => groups.get(id) ?? [];
}

/** Documents of a dossier by date and title; with `id` only that one. */
export async function listDocuments(
  database: Executor,
  dossier: string,
  id?: string,
): Promise<SourceDocument[]> {
  let query = database.selectFrom('document').selectAll().where('dossier_id', '=', dossier);
  if (id !== undefined) query = query.where('id', '=', id);
  const rows = await query
    .orderBy('date', (order) => order.nullsFirst())
    .orderBy('title')
    .orderBy('id')
    .execute();
  return withIdentities(database, dossier, rows, id === undefined ? undefined : [id]);
}

/** How a list of documents can be ordered. One without date comes before every date. */
export const documentOrder = {
  keys: { date: optionalTextColumn('document.date'), title: textColumn('document.title') },
  id: textColumn('document.id'),
};

/** Which documents are wanted: of any of the values, for each thing that is named. */
export interface DocumentFilters {
  readonly sourceType?: readonly string[] | undefined;
  /** Speaker ids. */
  readonly issuer?: readonly string[] | undefined;
}

/** A page of a dossier's documents. */
export async function listDocumentPage(
  database: Executor,
  dossier: string,
  { sourceType, issuer }: DocumentFilters,
  page: PageRequest,
): Promise<Page<SourceDocument>> {
  const all = database.selectFrom('document').selectAll().where('dossier_id', '=', dossier);
  const wanted = whereAny(whereAny(all, 'source_type', sourceType), 'issuer_id', issuer);
  const { entries, ...rest } = await takePage(wanted, documentOrder, page);
  const ids = entries.map(({ id }) => id);
  return { ...rest, entries: await withIdentities(database, dossier, entries, ids) };
}

/** Documents with the addresses, identifiers and ids of theirs; `ids` where they are not all of the dossier. */
async function withIdentities(
  database: Executor,
  dossier: string,
  rows: readonly Selectable<Database['document']>[],
  ids?: readonly string[],
): Promise<SourceDocument[]> {
  if (rows.length === 0) return [];
  const [addresses, identifiers, aliases] = await Promise.all([
    whereAny(
      database.selectFrom('document_address').selectAll().where('dossier_id', '=', dossier),
      'document_id',
      ids,
    )
      .orderBy('key')
      .execute(),
    whereAny(
      database.selectFrom('document_identifier').selectAll().where('dossier_id', '=', dossier),
      'document_id',
      ids,
    )
      .orderBy('scheme')
      .orderBy('value')
      .execute(),
    whereAny(
      database.selectFrom('document_alias').selectAll().where('dossier_id', '=', dossier),
      'document_id',
      ids,
    )
      .orderBy('id')
      .execute(),
  ]);
  const [addressesOf, identifiersOf, aliasesOf] = [
    byDocument(addresses),
    byDocument(identifiers),
    byDocument(aliases),
  ];
  return rows.map((row) => ({
    id: row.id,
    sourceType: row.source_type as SourceType,
    title: row.title,
    ...(row.issuer_id ? { issuer: row.issuer_id } : {}),
    ...(row.date ? { date: row.date } : {}),
    addresses: addressesOf(row.id).map(({ address, media_type }) => ({
      address,
      mediaType: media_type as DocumentAddress['mediaType'],
    })),
    identifiers: identifiersOf(row.id).map(({ scheme, value }) => ({
      scheme: scheme as DocumentIdentifier['scheme'],
      value,
    })),
    aliases: aliasesOf(row.id).map((alias) => alias.id),
    revision: row.revision,
  }));
}

/** The id that a document has now, by any id under which it was proposed. */
export async function findDocumentId(
  database: Executor,
  dossier: string,
  id: string,
): Promise<string | undefined> {
  const own = await database
    .selectFrom('document')
    .select('id')
    .where('dossier_id', '=', dossier)
    .where('id', '=', id)
    .executeTakeFirst();
  if (own) return own.id;
  const alias = await database
    .selectFrom('document_alias')
    .select('document_id')
    .where('dossier_id', '=', dossier)
    .where('id', '=', id)
    .executeTakeFirst();
  return alias?.document_id;
}

export async function findDocumentById(
  database: Executor,
  dossier: string,
  id: string,
): Promise<SourceDocument | undefined> {
  const current = await findDocumentId(database, dossier, id);
  return current === undefined ? undefined : (await listDocuments(database, dossier, current))[0];
}

/** Id of the document with one of the candidate's identifiers, else one of its addresses. */
export async function findDocumentByIdentity(
  database: Executor,
  dossier: string,
  candidate: Pick<DocumentDraft, 'addresses' | 'identifiers'>,
): Promise<string | undefined> {
  for (const key of identityKeys(candidate)) {
    const table = key.startsWith('address ') ? 'document_address' : 'document_identifier';
    const row = await database
      .selectFrom(table)
      .select('document_id')
      .where('dossier_id', '=', dossier)
      .where('key', '=', key)
      .executeTakeFirst();
    if (row) return row.document_id;
  }
  return undefined;
}

/** Whether a document of any dossier has this id; another dossier's must not be seen nor disturbed. */
export async function isDocumentIdTaken(database: Executor, id: string): Promise<boolean> {
  return (
    (await database.selectFrom('document').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  );
}

export async function insertDocument(
  { transaction, dossier, revision }: Change,
  id: string,
  fields: DocumentFields,
) {
  await transaction
    .insertInto('document')
    .values({
      id,
      dossier_id: dossier,
      source_type: fields.sourceType,
      title: fields.title,
      issuer_id: fields.issuer ?? null,
      date: fields.date ?? null,
      revision,
    })
    .execute();
}

export async function updateDocument({ transaction, revision }: Change, id: string, fields: DocumentFields) {
  await transaction
    .updateTable('document')
    .set({
      source_type: fields.sourceType,
      title: fields.title,
      issuer_id: fields.issuer ?? null,
      date: fields.date ?? null,
      revision,
    })
    .where('id', '=', id)
    .execute();
}

/** Lets a document keep an id under which it was proposed. Says whether that is new. */
export async function insertAlias(
  { transaction, dossier }: Change,
  alias: string,
  document: string,
): Promise<boolean> {
  const result = await transaction
    .insertInto('document_alias')
    .values({ dossier_id: dossier, id: alias, document_id: document })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Adds the addresses and identifiers that no document of the dossier has yet. Says whether any was new. */
export async function insertIdentity(
  { transaction, dossier }: Change,
  document: string,
  { addresses, identifiers }: Pick<DocumentDraft, 'addresses' | 'identifiers'>,
): Promise<boolean> {
  let added = 0n;
  for (const one of addresses) {
    const [key = ''] = identityKeys({ addresses: [one], identifiers: [] });
    const row = {
      document_id: document,
      dossier_id: dossier,
      address: one.address,
      key,
      media_type: one.mediaType,
    };
    const result = await transaction
      .insertInto('document_address')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    added += result.numInsertedOrUpdatedRows ?? 0n;
  }
  for (const one of identifiers) {
    const [key = null] = identityKeys({ addresses: [], identifiers: [one] });
    const row = { document_id: document, dossier_id: dossier, scheme: one.scheme, value: one.value, key };
    const result = await transaction
      .insertInto('document_identifier')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    added += result.numInsertedOrUpdatedRows ?? 0n;
  }
  return added > 0n;
}
