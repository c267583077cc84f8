import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress } from 'node:zlib';
import type { Rendition, RenditionDraft } from '@waarborg/shared/dossier';
import { applyOnce, type Executor, type Once } from '../database/index.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Id of a text: SHA-256 of its UTF-8 bytes. */
function renditionId(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

async function isKept(database: Executor, id: string): Promise<boolean> {
  const query = database.selectFrom('rendition_text').select('id').where('id', '=', id);
  return (await query.executeTakeFirst()) !== undefined;
}

/**
 * Keeps the text of a document as it was read; the same text is stored once, however many send it.
 * It is made small before the transaction begins, so that nobody waits for that.
 */
export async function saveRendition(
  database: Executor,
  document: string,
  { text, source, mediaType }: RenditionDraft,
  { once, now = new Date() }: { once?: Once | undefined; now?: Date } = {},
): Promise<Rendition> {
  const id = renditionId(text);
  const retrieved = now.toISOString();
  const compressed = (await isKept(database, id)) ? undefined : await compress(Buffer.from(text, 'utf8'));
  const insert = async (executor: Executor) => {
    if (compressed) {
      await executor
        .insertInto('rendition_text')
        .values({ id, compressed })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await executor
      .insertInto('rendition')
      .values({ document_id: document, text_id: id, source, media_type: mediaType, retrieved })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { id, document, source, mediaType, retrieved };
  };
  return applyOnce(database, once, insert, now);
}

/** The text of a rendition of a document, if it was kept. */
export async function findRenditionText(
  database: Executor,
  document: string,
  id: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('rendition')
    .innerJoin('rendition_text', 'rendition_text.id', 'rendition.text_id')
    .select('rendition_text.compressed')
    .where('rendition.document_id', '=', document)
    .where('rendition.text_id', '=', id)
    .executeTakeFirst();
  return row && (await decompress(row.compressed)).toString('utf8');
}
