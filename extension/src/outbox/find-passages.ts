import type { DossierPassage, LocalAnnotation } from '../messaging/index.ts';
import {
  type DossierDatabase,
  findDocumentOperations,
  findOperations,
  findPassageOperations,
} from './database.ts';
import { annotationOf, nameOfAnnotation, type Operation } from './operation.ts';
import { type LocalDocument, overlayAnnotations, overlayDocuments } from './overlay.ts';

type User = LocalAnnotation['creator'];

/** Every passage of the dossier as it is known here, whatever its document, with what waits. */
export async function findAllPassages(db: DossierDatabase, user: User): Promise<DossierPassage[]> {
  const [annotations, operations, documents] = await Promise.all([
    db.getAll('annotations'),
    findPassageOperations(db.transaction('operations').store),
    findDocuments(db),
  ]);
  const documentIds = new Map(annotations.map(({ id, document }) => [id, document]));
  const describe = describeWith(documents, documentIds, operations);
  return overlayAnnotations(annotations, operations, user).map(describe);
}

/** The passages with these ids that are known here, in the order of the ids. */
export async function findPassages(
  db: DossierDatabase,
  user: User,
  ids: readonly string[],
): Promise<DossierPassage[]> {
  const transaction = db.transaction(['annotations', 'operations']);
  const [found, waiting] = await Promise.all([
    Promise.all(ids.map((id) => transaction.objectStore('annotations').get(id))),
    Promise.all(ids.map((id) => findOperations(transaction.objectStore('operations'), nameOfAnnotation(id)))),
  ]);
  const annotations = found.filter((annotation) => annotation !== undefined);
  const documentIds = new Map(annotations.map(({ id, document }) => [id, document]));
  const describe = describeWith(await findDocuments(db), documentIds, waiting.flat());
  return overlayAnnotations(annotations, waiting.flat(), user).map(describe);
}

/** Every document of the dossier as it is known here, with what waits. */
export async function findDocuments(db: DossierDatabase): Promise<LocalDocument[]> {
  const [documents, operations] = await Promise.all([
    db.getAll('documents'),
    findDocumentOperations(db.transaction('operations').store),
  ]);
  return overlayDocuments(documents, operations);
}

/** @param sent documents of the annotations that the server has; those of the others stand in what waits. */
function describeWith(
  documents: readonly LocalDocument[],
  sent: ReadonlyMap<string, string>,
  operations: readonly Operation[],
): (annotation: LocalAnnotation) => DossierPassage {
  const byId = new Map(documents.flatMap((document) => document.ids.map((id) => [id, document] as const)));
  const made = new Map(
    operations.flatMap(({ change }) => {
      return change.kind === 'create-annotation' ? [[annotationOf(change), change.draft.document]] : [];
    }),
  );
  return ({ id, source, ranges, codings, note, modified }) => {
    const documentId = sent.get(id) ?? made.get(id) ?? '';
    const { id: own = documentId, title = '', issuer } = byId.get(documentId) ?? {};
    return { id, source, ranges, codings, note, modified, document: { id: own, title, issuer } };
  };
}
