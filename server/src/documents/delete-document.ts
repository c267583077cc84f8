import { applyDeletion, type Change, describeChange, type Executor, type Writer } from '../database/index.ts';
import { dismissals, listDismissals } from '../dismissals/dismissal-store.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { refuseHindrances } from '../history/refuse-hindrances.ts';
import { findReading, listReadings, saveReading } from '../readings/reading-store.ts';
import { documentItems } from './document-items-store.ts';
import { findOwnDocument, saveDocument } from './document-store.ts';
import { listRenditions, saveRendition } from './rendition-store.ts';

/** Takes away what was read, kept and dismissed of a document. */
async function clearDocument(change: Change, id: string): Promise<void> {
  const { transaction, dossier } = change;
  const readings = await listReadings(transaction, dossier, [id]);
  for (const reviewer of new Set(readings.map((reading) => reading.reviewer))) {
    const before = await findReading(transaction, dossier, { document: id, reviewer });
    await saveReading(change, { before });
  }
  for (const before of await listRenditions(transaction, id)) await saveRendition(change, { before });
  for (const before of await listDismissals(transaction, dossier, id))
    await dismissals.save(change, before.id, { before });
}

/**
 * Deletes a document of the given version, with who read it, the texts that were kept of it and what was dismissed in it, as one change that
 * can be undone. One with passages, or into which others were merged, stays.
 *
 * @throws ApiError `document-not-found`, `document-in-use`
 */
export function deleteDocument(
  database: Executor,
  writer: Writer,
  id: string,
  expected: ExpectedVersion,
): Promise<number> {
  return applyDeletion(database, describeChange(writer, 'delete-document'), async (change) => {
    const before = await findOwnDocument(change.transaction, change.dossier, id);
    if (!before || before.mergedInto !== undefined) throw new ApiError('document-not-found');
    assertVersion(before, expected);
    const uses = (await documentItems.findHindrances(change, id, { before })).filter(({ field }) =>
      ['annotations', 'mergedInto'].includes(field),
    );
    refuseHindrances(uses, 'document-in-use');
    await clearDocument(change, id);
    await saveDocument(change, id, { before });
  });
}
