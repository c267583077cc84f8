import { type DocumentIdentity, findDocument } from '@waarborg/shared/references';
import { findAccount } from './account-store.ts';
import { findDocumentOperations, findOperationsOn } from './database.ts';
import { overlayAnnotations, overlayDocuments } from './overlay.ts';
import { findSentAnnotations } from './sent-annotations.ts';
import { openChosen } from './synchronise.ts';

/** How many passages the chosen dossier has of a document, as far as this machine knows; 0 for an unknown one. */
export async function countPassages(document: DocumentIdentity): Promise<number> {
  const account = await findAccount();
  if (!account) return 0;
  const db = await openChosen(account);
  const [documents, operations] = await Promise.all([
    db.getAll('documents'),
    findDocumentOperations(db.transaction('operations').store),
  ]);
  const known = findDocument(document, overlayDocuments(documents, operations));
  if (!known) return 0;
  const waiting = await findOperationsOn(db, known.ids);
  const sent = await findSentAnnotations(db, known.ids);
  return overlayAnnotations(sent, waiting, account.user).length;
}
