import type { DocumentAddress, DocumentIdentifier, SourceDocument } from '@waarborg/shared/dossier';
import { identityKeys } from '@waarborg/shared/references';
import { type Change, type Executor, insertRows, type Versions, whereAny } from '../database/index.ts';

/** What a document is known by: where its copies are, its identifiers, and other ids under which clients name it. */
export type DocumentNames = Pick<SourceDocument, 'addresses' | 'identifiers' | 'aliases'>;

/** Key of an address: equal for two copies. */
export function addressKey(address: DocumentAddress): string {
  const [key = address.address] = identityKeys({ addresses: [address], identifiers: [] });
  return key;
}

/** Key of an identifier; null where the scheme does not decide by itself. */
export function identifierKey(identifier: DocumentIdentifier): string | null {
  const [key = null] = identityKeys({ addresses: [], identifiers: [identifier] });
  return key;
}

async function groupByDocument<Row extends { readonly document_id: string }>(query: {
  execute(): Promise<Row[]>;
}): Promise<(document: string) => readonly Row[]> {
  const groups = Map.groupBy(await query.execute(), ({ document_id }) => document_id);
  return (document) => groups.get(document) ?? [];
}

/** What each of these documents is known by itself, or each of the dossier; by document id. */
export async function readNames(
  database: Executor,
  dossier: string,
  ids: readonly string[] | undefined,
): Promise<(document: string) => DocumentNames> {
  const addresses = database.selectFrom('document_address').selectAll().where('dossier_id', '=', dossier);
  const identifiers = database
    .selectFrom('document_identifier')
    .selectAll()
    .where('dossier_id', '=', dossier);
  const aliases = database.selectFrom('document_alias').selectAll().where('dossier_id', '=', dossier);
  const addressesOf = await groupByDocument(whereAny(addresses, 'document_id', ids).orderBy('position'));
  const identifiersOf = await groupByDocument(whereAny(identifiers, 'document_id', ids).orderBy('position'));
  const aliasesOf = await groupByDocument(whereAny(aliases, 'document_id', ids));
  return (document) => ({
    addresses: addressesOf(document).map(({ address, media_type }) => ({
      address,
      mediaType: media_type as DocumentAddress['mediaType'],
    })),
    identifiers: identifiersOf(document).map(({ scheme, value }) => ({
      scheme: scheme as DocumentIdentifier['scheme'],
      value,
    })),
    aliases: aliasesOf(document)
      .map(({ id }) => id)
      .sort(),
  });
}

/** Writes what a document is known by from now on, as far as that is something else than before. */
export async function replaceNames(
  { transaction, dossier }: Change,
  id: string,
  { before, after }: Versions<DocumentNames>,
): Promise<void> {
  const owner = { document_id: id, dossier_id: dossier };
  const replace = async <Name extends keyof DocumentNames>(
    name: Name,
    table: 'document_address' | 'document_identifier' | 'document_alias',
    toColumns: (
      value: DocumentNames[Name][number],
      position: number,
    ) => Record<string, string | number | null>,
  ) => {
    const values: readonly DocumentNames[Name][number][] = after?.[name] ?? [];
    if (JSON.stringify(before?.[name] ?? []) === JSON.stringify(values)) return;
    await transaction.deleteFrom(table).where('document_id', '=', id).execute();
    await insertRows(
      transaction,
      table,
      values.map((value, position) => ({ ...owner, ...toColumns(value, position) })),
    );
  };
  await replace('addresses', 'document_address', (one, position) => ({
    ...{ position, address: one.address, key: addressKey(one), media_type: one.mediaType },
  }));
  await replace('identifiers', 'document_identifier', (one, position) => ({
    ...{ position, scheme: one.scheme, value: one.value, key: identifierKey(one) },
  }));
  await replace('aliases', 'document_alias', (alias) => ({ id: alias }));
}
