import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress } from 'node:zlib';
import type { Rendition, RenditionDraft } from '@waarborg/shared/dossier';
import type { Executor } from '../database/index.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Id of a text: SHA-256 of its UTF-8 bytes. */
function renditionId(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Keeps the text of a document as it was read; the same text is stored once, however many send it. */
export async function saveRendition(
  database: Executor,
  document: string,
  draft: RenditionDraft,
  now = new Date(),
): Promise<Rendition> {
  const id = renditionId(draft.text);
  const retrieved = now.toISOString();
  const known = await database
    .selectFrom('rendition_text')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!known) {
    const compressed = await compress(Buffer.from(draft.text, 'utf8'));
    await database
      .insertInto('rendition_text')
      .values({ id, compressed })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await database
    .insertInto('rendition')
    .values({
      document_id: document,
      text_id: id,
      source: draft.source,
      media_type: draft.mediaType,
      retrieved,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { id, document, source: draft.source, mediaType: draft.mediaType, retrieved };
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
