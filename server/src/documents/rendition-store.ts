import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { Rendition } from '@waarborg/shared/dossier';
import { type Selectable, sql } from 'kysely';
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
import { findMissingDocument, isOwnDocument, listMergedIds } from './document-store.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Id of a text: SHA-256 of its UTF-8 bytes. */
export function renditionId(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function toRendition(row: Selectable<Database['rendition']>): Rendition {
  return {
    id: row.text_id,
    document: row.document_id,
    source: row.source,
    mediaType: row.media_type as Rendition['mediaType'],
    retrieved: row.retrieved,
  };
}

/** Texts that were kept of a document and of all that were merged into it, oldest first. */
export async function listRenditions(database: Executor, document: string): Promise<Rendition[]> {
  const rows = await database
    .selectFrom('rendition')
    .selectAll()
    .where('document_id', 'in', await listMergedIds(database, [document]))
    .orderBy('retrieved')
    .orderBy('text_id')
    .execute();
  return rows.map(toRendition);
}

/** How a list of kept texts can be ordered. */
export const renditionOrder = {
  keys: { retrieved: textColumn('rendition.retrieved') },
  id: sql<string>`rendition.document_id || ' ' || rendition.text_id`,
};

/** A page of the texts that were kept of a document and of all that were merged into it. */
export async function listRenditionPage(
  database: Executor,
  document: string,
  { mediaType }: { readonly mediaType?: readonly string[] | undefined },
  page: PageRequest,
): Promise<Page<Rendition>> {
  const kept = database
    .selectFrom('rendition')
    .selectAll()
    .where('document_id', 'in', await listMergedIds(database, [document]));
  return takePage(whereAny(kept, 'media_type', mediaType), renditionOrder, page, toRendition);
}

/** All texts that were kept in a dossier. */
export async function listDossierRenditions(database: Executor, dossier: string): Promise<Rendition[]> {
  const rows = await database
    .selectFrom('rendition')
    .innerJoin('document', 'document.id', 'rendition.document_id')
    .selectAll('rendition')
    .where('document.dossier_id', '=', dossier)
    .execute();
  return rows.map(toRendition);
}

/** That a text was kept of a document itself. */
export async function findRendition(
  database: Executor,
  document: string,
  text: string,
): Promise<Rendition | undefined> {
  const row = await database
    .selectFrom('rendition')
    .selectAll()
    .where('document_id', '=', document)
    .where('text_id', '=', text)
    .executeTakeFirst();
  return row && toRendition(row);
}

/** The bytes to keep of a text; undefined when it is kept already. */
export async function compressUnlessKept(database: Executor, text: string): Promise<Uint8Array | undefined> {
  const query = database.selectFrom('rendition_text').select('id').where('id', '=', renditionId(text));
  if (await query.executeTakeFirst()) return undefined;
  return compress(Buffer.from(text, 'utf8'), {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      // The most, 11, takes 16 to 25 times as long for an eighth to a quarter less: 10 s for 5 MB, and nobody waits
      // longer than half a minute.
      [constants.BROTLI_PARAM_QUALITY]: 9,
    },
  });
}

/** Keeps a text; the same text is stored once, however many send it. */
export async function keepText({ transaction }: Change, id: string, compressed: Uint8Array): Promise<void> {
  await transaction
    .insertInto('rendition_text')
    .values({ id, compressed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function itemId({ document, id }: Pick<Rendition, 'document' | 'id'>): string {
  return `${document} ${id}`;
}

/** Notes that a text was kept of a document, or is kept no longer, and logs it. The text itself stays. */
export async function saveRendition(
  { transaction, record }: Change,
  { before, after }: Versions<Rendition>,
): Promise<void> {
  if (before) {
    await transaction
      .deleteFrom('rendition')
      .where('document_id', '=', before.document)
      .where('text_id', '=', before.id)
      .execute();
  }
  if (after) {
    await transaction
      .insertInto('rendition')
      .values({
        document_id: after.document,
        text_id: after.id,
        source: after.source,
        media_type: after.mediaType,
        retrieved: after.retrieved,
      })
      .execute();
  }
  const item = after ?? before;
  if (item) record({ kind: 'rendition', id: itemId(item), before, after });
}

async function unpack({ compressed }: { readonly compressed: Uint8Array }): Promise<string> {
  return (await decompress(compressed)).toString('utf8');
}

/** A kept text by its id; undefined where there is none. */
export async function readText(database: Executor, id: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('rendition_text')
    .select('compressed')
    .where('id', '=', id)
    .executeTakeFirst();
  return row && unpack(row);
}

/** The text that was last kept of a document, or of what was merged into it, of those that have this in a column. */
async function findText(
  database: Executor,
  document: string,
  column: 'source' | 'text_id',
  value: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('rendition')
    .innerJoin('rendition_text', 'rendition_text.id', 'rendition.text_id')
    .select('rendition_text.compressed')
    .where('rendition.document_id', 'in', await listMergedIds(database, [document]))
    .where(`rendition.${column}`, '=', value)
    .orderBy('rendition.retrieved', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && unpack(row);
}

/** The text of a copy of a document as it was last read; undefined where none was kept. */
export function findLatestText(database: Executor, document: string, source: string) {
  return findText(database, document, 'source', source);
}

/** The text of a rendition of a document, if it was kept of it or of what was merged into it. */
export function findRenditionText(database: Executor, document: string, id: string) {
  return findText(database, document, 'text_id', id);
}

/** Kept texts by their ids in the log: the document's id, a space, and the text's SHA-256. */
export const renditionItems: ItemStore<Rendition> = {
  async find(executor, dossier, item) {
    const [document = '', text = ''] = item.split(' ');
    return (await isOwnDocument(executor, dossier, document))
      ? findRendition(executor, document, text)
      : undefined;
  },
  save: (change, _id, versions) => saveRendition(change, versions),
  findHindrances: async (change, _id, { after }) =>
    after ? findMissingDocument(change, after.document) : [],
};
