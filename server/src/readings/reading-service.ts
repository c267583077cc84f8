import type { Reading, ReadingDraft } from '@waarborg/shared/dossier';
import { assertSafeguards } from '../codebooks/assert-safeguards.ts';
import { applyChange, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
import { findDocumentId, listMergedIds } from '../documents/document-store.ts';
import { ApiError } from '../errors.ts';
import { findReading, listReadings, saveReading } from './reading-store.ts';

/** Within a change: what a reviewer has read of one document itself becomes `safeguards`; what was read before keeps its instant. */
export async function setReading(
  change: Change,
  place: { document: string; reviewer: string },
  safeguards: readonly (string | undefined)[],
): Promise<void> {
  const before = await findReading(change.transaction, change.dossier, place);
  const former = before?.readings ?? [];
  const readings = safeguards
    .map((safeguard) => {
      const known = former.find((reading) => reading.safeguard === safeguard);
      return known ?? { ...place, ...(safeguard === undefined ? {} : { safeguard }), at: change.at };
    })
    .sort((a, b) => ((a.safeguard ?? '') < (b.safeguard ?? '') ? -1 : 1));
  const isSame = former.length === readings.length && readings.every((reading) => former.includes(reading));
  if (isSame) return;
  await saveReading(change, { before, after: readings.length > 0 ? { ...place, readings } : undefined });
}

/**
 * Sets one's own reading of a document, whichever of the documents that were merged into it was read;
 * gives every reading of it.
 */
export function recordReading(database: Executor, writer: Writer, draft: ReadingDraft): Promise<Reading[]> {
  return applyChange(database, describeChange(writer, 'save-reading'), async (change) => {
    const { dossier, transaction } = change;
    const document = await findDocumentId(transaction, dossier, draft.document);
    if (!document) throw new ApiError('document-not-found', [{ path: 'document', message: draft.document }]);
    const safeguards = draft.safeguards === 'all' ? [undefined] : [...new Set(draft.safeguards)];
    await assertSafeguards(
      change,
      safeguards.filter((safeguard) => safeguard !== undefined),
      'safeguards',
    );
    const copies = await listMergedIds(transaction, [document]);
    for (const copy of copies) {
      const place = { document: copy, reviewer: writer.user.id };
      await setReading(change, place, copy === document ? safeguards : []);
    }
    return listReadings(transaction, dossier, copies);
  });
}
