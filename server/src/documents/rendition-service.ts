import type { Rendition, RenditionDraft } from '@waarborg/shared/dossier';
import { applyChange, describeChange, type Executor, type Writer } from '../database/index.ts';
import { getSettings } from '../dossiers/settings-store.ts';
import { ApiError } from '../errors.ts';
import { findDocumentById, findOwnDocumentId } from './document-store.ts';
import {
  compressUnlessKept,
  findRendition,
  keepText,
  renditionId,
  saveRendition,
} from './rendition-store.ts';

/**
 * Keeps the text of a document as it was read. It is made small before the transaction begins, so that
 * nobody waits for that. Keeping the same text of the same document again changes nothing.
 *
 * @throws ApiError `text-not-kept` where the dossier keeps no texts of such documents.
 */
export async function addRendition(
  database: Executor,
  writer: Writer,
  id: string,
  { text, source, mediaType }: RenditionDraft,
): Promise<Rendition> {
  const compressed = await compressUnlessKept(database, text);
  const textId = renditionId(text);
  return applyChange(database, describeChange(writer, 'keep-text'), async (change) => {
    const { transaction, dossier } = change;
    await assertKept(transaction, dossier, id);
    const document = await findOwnDocumentId(transaction, dossier, id);
    if (document === undefined) throw new ApiError('document-not-found');
    const known = await findRendition(transaction, document, textId);
    if (known) return known;
    if (compressed) await keepText(change, textId, compressed);
    const rendition = { id: textId, document, source, mediaType, retrieved: change.at };
    await saveRendition(change, { after: rendition });
    return rendition;
  });
}

async function assertKept(database: Executor, dossier: string, id: string): Promise<void> {
  const document = await findDocumentById(database, dossier, id);
  if (!document) throw new ApiError('document-not-found');
  const { withoutText } = await getSettings(database, dossier);
  if (withoutText.includes(document.sourceType)) {
    throw new ApiError('text-not-kept', [{ path: 'sourceType', message: document.sourceType }]);
  }
}
