import type { Dismissal, DismissalDraft } from '@waarborg/shared/dossier';
import { assertSafeguards } from '../codebooks/assert-safeguards.ts';
import { applyChange, applyDeletion, describeChange, type Executor, type Writer } from '../database/index.ts';
import { findDocumentId } from '../documents/document-store.ts';
import { ApiError } from '../errors.ts';
import { assertVersion, type ExpectedVersion } from '../history/expected-version.ts';
import { dismissals } from './dismissal-store.ts';

interface Dismissing {
  readonly id: string;
  readonly draft: DismissalDraft;
  readonly expected: ExpectedVersion | undefined;
}

/**
 * Dismisses a suggestion for the whole team. What is dismissed already stays as it is, with who did it first; with a
 * version only where that is the one, 0 where nobody dismissed it.
 *
 * @throws ApiError `document-not-found`, `concept-unknown`, and `dismissal-exists` for an id that stands for something else
 */
export function dismissSuggestion(
  database: Executor,
  writer: Writer,
  { id, draft, expected }: Dismissing,
): Promise<{ dismissal: Dismissal; created: boolean }> {
  return applyChange(database, describeChange(writer, 'dismiss-suggestion'), async (change) => {
    const { dossier, transaction, revision, at } = change;
    const document = await findDocumentId(transaction, dossier, draft.document);
    if (!document) throw new ApiError('document-not-found', [{ path: 'document', message: draft.document }]);
    const isSame = async (known: Dismissal) =>
      known.safeguard === draft.safeguard &&
      known.quote === draft.quote &&
      (await findDocumentId(transaction, dossier, known.document)) === document;
    const known = await dismissals.findRepeated(change, id, isSame);
    assertVersion(known ?? { revision: 0 }, expected);
    if (known) return { dismissal: known, created: false };
    await assertSafeguards(change, [draft.safeguard], 'safeguard');
    const dismissal = { ...draft, id, document, reviewer: writer.user.id, at, revision };
    await dismissals.save(change, id, { after: dismissal });
    return { dismissal, created: true };
  });
}

/**
 * Lets a suggestion be made again; with a version only if it was dismissed in that one.
 *
 * @throws ApiError `dismissal-not-found`
 */
export function restoreSuggestion(
  database: Executor,
  writer: Writer,
  id: string,
  expected: ExpectedVersion | undefined,
): Promise<number> {
  return applyDeletion(database, describeChange(writer, 'restore-suggestion'), async (change) => {
    const before = await dismissals.get(change.transaction, change.dossier, id);
    assertVersion(before, expected);
    await dismissals.save(change, id, { before });
  });
}
