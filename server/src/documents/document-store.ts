import type { DocumentDraft, SourceDocument, SourceType } from '@waarborg/shared/dossier';
import { areOfDifferentDocuments, identityKeys } from '@waarborg/shared/references';
import { type Change, type Executor, type Hindrance, type Versions, whereAny } from '../database/index.ts';
import { readNames, replaceNames } from './document-names-store.ts';

/**
 * A document by itself, as the log keeps it: its own addresses, identifiers and ids, without those of
 * documents that were merged into it.
 */
export type OwnDocument = SourceDocument;

/** Documents by themselves, merged ones included: these, or all of the dossier. */
export async function listOwnDocuments(
  database: Executor,
  dossier: string,
  ids?: readonly string[],
): Promise<OwnDocument[]> {
  if (ids?.length === 0) return [];
  const documents = database.selectFrom('document').selectAll().where('dossier_id', '=', dossier);
  const rows = await whereAny(documents, 'id', ids)
    .orderBy('date', (order) => order.nullsFirst())
    .orderBy('title')
    .orderBy('id')
    .execute();
  const namesOf = await readNames(database, dossier, ids);
  return rows.map((row) => ({
    id: row.id,
    sourceType: row.source_type as SourceType,
    title: row.title,
    ...(row.issuer_id ? { issuer: row.issuer_id } : {}),
    ...(row.date ? { date: row.date } : {}),
    ...namesOf(row.id),
    ...(row.merged_into ? { mergedInto: row.merged_into } : {}),
    revision: row.revision,
  }));
}

/** A document as it is shown: with all that was merged into it. */
function withMerged(document: OwnDocument, mergedInto: ReadonlyMap<string, OwnDocument[]>): SourceDocument {
  const members: OwnDocument[] = [];
  for (const queue = [document.id]; queue.length > 0; ) {
    const merged = mergedInto.get(queue.shift() ?? '') ?? [];
    members.push(...merged);
    queue.push(...merged.map(({ id }) => id));
  }
  return {
    ...document,
    addresses: [document, ...members].flatMap(({ addresses }) => addresses),
    identifiers: [document, ...members].flatMap(({ identifiers }) => identifiers),
    aliases: [...document.aliases, ...members.flatMap(({ id, aliases }) => [id, ...aliases])],
  };
}

/** Documents as they are shown, of which `all` holds everything that was merged into them. */
export function showDocuments(all: readonly OwnDocument[]): SourceDocument[] {
  const mergedInto = Map.groupBy(all, (document) => document.mergedInto ?? '');
  return (mergedInto.get('') ?? []).map((document) => withMerged(document, mergedInto));
}

/** Documents of a dossier by date and title, each with what was merged into it. */
export async function listDocuments(database: Executor, dossier: string): Promise<SourceDocument[]> {
  return showDocuments(await listOwnDocuments(database, dossier));
}

/** A document by itself, by its own id. */
export async function findOwnDocument(
  database: Executor,
  dossier: string,
  id: string,
): Promise<OwnDocument | undefined> {
  return (await listOwnDocuments(database, dossier, [id]))[0];
}

/** Whether a dossier has a document by this id of its own, merged or not. */
export async function isOwnDocument(database: Executor, dossier: string, id: string): Promise<boolean> {
  const found = await database
    .selectFrom('document')
    .select('id')
    .where('dossier_id', '=', dossier)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

/** That a document which something names is not there. */
export async function findMissingDocument(
  { transaction, dossier }: Change,
  document: string,
): Promise<Hindrance[]> {
  return (await isOwnDocument(transaction, dossier, document))
    ? []
    : [{ field: 'document', subject: document }];
}

/** Id of the document that was proposed under an id, whether or not it was merged since. */
export async function findOwnDocumentId(
  database: Executor,
  dossier: string,
  id: string,
): Promise<string | undefined> {
  if (await isOwnDocument(database, dossier, id)) return id;
  const alias = await database
    .selectFrom('document_alias')
    .select('document_id')
    .where('dossier_id', '=', dossier)
    .where('id', '=', id)
    .executeTakeFirst();
  return alias?.document_id;
}

/** Id of the document that stands for a document now: itself, or what it was merged into. */
async function followMerges(database: Executor, id: string): Promise<string> {
  for (let current = id; ; ) {
    const row = await database
      .selectFrom('document')
      .select('merged_into')
      .where('id', '=', current)
      .executeTakeFirst();
    if (!row?.merged_into) return current;
    current = row.merged_into;
  }
}

/** The id that a document has now, by any id under which it or what was merged into it was proposed. */
export async function findDocumentId(
  database: Executor,
  dossier: string,
  id: string,
): Promise<string | undefined> {
  const own = await findOwnDocumentId(database, dossier, id);
  return own === undefined ? undefined : followMerges(database, own);
}

/** Ids of documents and of all that were merged into them: rows that belong to them name any of these. */
export async function listMergedIds(database: Executor, documents: readonly string[]): Promise<string[]> {
  const ids = [...documents];
  for (let newest = ids; newest.length > 0; ) {
    const rows = await database
      .selectFrom('document')
      .select('id')
      .where('merged_into', 'in', newest)
      .orderBy('id')
      .execute();
    newest = rows.map(({ id }) => id);
    ids.push(...newest);
  }
  return ids;
}

/** A document as it is shown, by any id under which it or what was merged into it was proposed. */
export async function findDocumentById(
  database: Executor,
  dossier: string,
  id: string,
): Promise<SourceDocument | undefined> {
  const current = await findDocumentId(database, dossier, id);
  if (current === undefined) return undefined;
  return showDocuments(
    await listOwnDocuments(database, dossier, await listMergedIds(database, [current])),
  )[0];
}

/** Id of the document that has one of the candidate's identifiers, else one of its addresses. */
export async function findDocumentByIdentity(
  database: Executor,
  dossier: string,
  candidate: Pick<DocumentDraft, 'addresses' | 'identifiers'>,
): Promise<string | undefined> {
  for (const key of identityKeys(candidate)) {
    const holder = await findHolder(database, dossier, key);
    if (holder === undefined) continue;
    const id = await followMerges(database, holder);
    if (!key.startsWith('address ') || candidate.identifiers.length === 0) return id;
    const document = await findDocumentById(database, dossier, id);
    if (!areOfDifferentDocuments(candidate.identifiers, document?.identifiers ?? [])) return id;
  }
  return undefined;
}

/** Id of the document that itself has the address or identifier of this key. */
export async function findHolder(
  database: Executor,
  dossier: string,
  key: string,
): Promise<string | undefined> {
  const table = key.startsWith('address ') ? 'document_address' : 'document_identifier';
  const row = await database
    .selectFrom(table)
    .select('document_id')
    .where('dossier_id', '=', dossier)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.document_id;
}

/** Whether a document of any dossier has this id; another dossier's must not be seen nor disturbed. */
export async function isDocumentIdTaken(database: Executor, id: string): Promise<boolean> {
  return (
    (await database.selectFrom('document').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  );
}

/** Adds, changes or removes a document with its addresses, identifiers and ids, and logs it. */
export async function saveDocument(
  change: Change,
  id: string,
  { before, after }: Versions<OwnDocument>,
): Promise<OwnDocument | undefined> {
  const { transaction, dossier, revision, record } = change;
  const saved = after && { ...after, id, revision };
  if (saved) {
    const row = {
      source_type: saved.sourceType,
      title: saved.title,
      issuer_id: saved.issuer ?? null,
      date: saved.date ?? null,
      merged_into: saved.mergedInto ?? null,
      revision,
    };
    if (before) await transaction.updateTable('document').set(row).where('id', '=', id).execute();
    else
      await transaction
        .insertInto('document')
        .values({ ...row, id, dossier_id: dossier })
        .execute();
  }
  await replaceNames(change, id, { before, after: saved });
  if (!saved) await transaction.deleteFrom('document').where('id', '=', id).execute();
  record({ kind: 'document', id, before, after: saved });
  for (const pointer of new Set([before?.mergedInto, saved?.mergedInto])) {
    if (pointer !== undefined) await touchShown(change, pointer);
  }
  return saved;
}

/** A document looks different when one that was merged into it changes, so it becomes another version. */
async function touchShown(change: Change, merged: string): Promise<void> {
  const { transaction, dossier, revision } = change;
  const id = await followMerges(transaction, merged);
  const shown = await findOwnDocument(transaction, dossier, id);
  if (shown && shown.revision !== revision) {
    await saveDocument(change, id, { before: shown, after: shown });
  }
}
