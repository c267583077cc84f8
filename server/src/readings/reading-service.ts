import type { Reading, ReadingDraft } from '@waarborg/shared/dossier';
import { assertSafeguards } from '../codebooks/assert-safeguards.ts';
import { applyChange, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
import { findDocumentId, listMergedIds } from '../documents/document-store.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { findLastRevision } from '../history/history-store.ts';
import { findReading, listReadings, nameReading, type ReadingPlace, saveReading } from './reading-store.ts';

/**
 * Within a change: what a reviewer has read of one document itself becomes `safeguards`; what was read before keeps its
 * instant. Gives whether that changes anything.
 */
export async function setReading(
  change: Change,
  place: ReadingPlace,
  safeguards: readonly (string | undefined)[],
): Promise<boolean> {
  const before = await findReading(change.transaction, change.dossier, place);
  const former = before?.readings ?? [];
  const readings = safeguards
    .map((safeguard) => {
      const known = former.find((reading) => reading.safeguard === safeguard);
      return known ?? { ...place, ...(safeguard === undefined ? {} : { safeguard }), at: change.at };
    })
    .sort((a, b) => ((a.safeguard ?? '') < (b.safeguard ?? '') ? -1 : 1));
  const isSame = former.length === readings.length && readings.every((reading) => former.includes(reading));
  if (isSame) return false;
  await saveReading(change, { before, after: readings.length > 0 ? { ...place, readings } : undefined });
  return true;
}

/** What was read of a document, and the revision that changed last what the writer has read of it; 0 where none has. */
export interface VersionedReadings {
  readonly readings: Reading[];
  readonly revision: number;
}

/**
 * Sets one's own reading of a document, whichever of the documents that were merged into it was read; with a version
 * only that one. Gives every reading of it.
 */
export function recordReading(
  database: Executor,
  writer: Writer,
  draft: ReadingDraft,
  expected: ExpectedVersion | undefined,
): Promise<VersionedReadings> {
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
    const places = copies.map((copy) => ({ document: copy, reviewer: writer.user.id }));
    const ids = places.map(nameReading);
    let revision = await findLastRevision(transaction, dossier, { kind: 'reading', ids });
    const before: VersionedReadings = {
      revision,
      readings: await listReadings(transaction, dossier, copies),
    };
    assertVersion(before, expected);
    for (const place of places) {
      const isSet = await setReading(change, place, place.document === document ? safeguards : []);
      if (isSet) revision = change.revision;
    }
    return { readings: await listReadings(transaction, dossier, copies), revision };
  });
}
