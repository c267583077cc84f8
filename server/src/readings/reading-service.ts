import type { Reading, ReadingDraft } from '@waarborg/shared/dossier';
import { getCodebook } from '../codebooks/codebook-store.ts';
import { applyChange, describeChange, type Executor, type Writer } from '../database/index.ts';
import { findDocumentId } from '../documents/document-store.ts';
import { ApiError } from '../errors.ts';
import { listReadings, saveReading } from './reading-store.ts';

/** Sets one's own reading of a document; gives every reading of it. */
export function recordReading(database: Executor, writer: Writer, draft: ReadingDraft): Promise<Reading[]> {
  return applyChange(database, describeChange(writer, 'save-reading'), async (change) => {
    const { dossier } = change;
    const document = await findDocumentId(change.transaction, dossier, draft.document);
    if (!document) throw new ApiError('document-not-found', [{ path: 'document', message: draft.document }]);
    const { concepts } = await getCodebook(change.transaction, dossier);
    const known = new Set(concepts.filter(({ kind }) => kind === 'safeguard').map(({ id }) => id));
    const unknown = draft.safeguards === 'all' ? [] : draft.safeguards.filter((id) => !known.has(id));
    if (unknown.length > 0) {
      throw new ApiError(
        'concept-unknown',
        unknown.map((message) => ({ path: 'safeguards', message })),
      );
    }
    await saveReading(change, { document, reviewer: writer.user.id, safeguards: draft.safeguards });
    const readings = await listReadings(change.transaction, dossier);
    return readings.filter((reading) => reading.document === document);
  });
}
