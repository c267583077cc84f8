import type { Rendition, RenditionDraft } from '@waarborg/shared/dossier';
import { applyChange, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
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
    return known ?? keepRendition(change, { id: textId, document, source, mediaType }, compressed);
  });
}

/** Within a change: notes that a text is kept of a document. `compressed` are its bytes, absent where they are kept. */
export async function keepRendition(
  change: Change,
  text: Omit<Rendition, 'retrieved'>,
  compressed: Uint8Array | undefined,
): Promise<Rendition> {
  if (compressed) await keepText(change, text.id, compressed);
  const rendition = { ...text, retrieved: change.at };
  await saveRendition(change, { after: rendition });
  return rendition;
}

async function assertKept(database: Executor, dossier: string, id: string): Promise<void> {
  const document = await findDocumentById(database, dossier, id);
  if (!document) throw new ApiError('document-not-found');
  const { withoutText } = await getSettings(database, dossier);
  if (withoutText.includes(document.sourceType)) {
    throw new ApiError('text-not-kept', [{ path: 'sourceType', message: document.sourceType }]);
  }
}
