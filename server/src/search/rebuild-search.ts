import { listAnnotationPage } from '../annotations/annotation-store.ts';
import { type Executor, indexItems, type PageRequest, type Place } from '../database/index.ts';
import { listOwnDocuments } from '../documents/document-store.ts';
import { listDossierRenditions } from '../documents/rendition-store.ts';
import { clearSearch, isSearchMissing, listDossierIds } from './search-store.ts';

const annotationsAtOnce = 500;

async function indexAnnotations(database: Executor, dossier: string): Promise<void> {
  let after: Place | undefined;
  do {
    const page: PageRequest = { sort: 'created', descending: false, limit: annotationsAtOnce, after };
    const { entries, next } = await listAnnotationPage(database, dossier, { coding: {} }, page);
    const items = entries.map(({ annotation }) => ({
      ...{ kind: 'annotation' as const, id: annotation.id, after: annotation },
    }));
    await indexItems(database, dossier, items);
    after = next;
  } while (after);
}

async function indexDossier(database: Executor, dossier: string): Promise<void> {
  const documents = await listOwnDocuments(database, dossier);
  const titles = documents.map((document) => ({
    kind: 'document' as const,
    id: document.id,
    after: document,
  }));
  await indexItems(database, dossier, titles);
  for (const rendition of await listDossierRenditions(database, dossier)) {
    await indexItems(database, dossier, [{ kind: 'rendition', id: rendition.id, after: rendition }]);
  }
  await indexAnnotations(database, dossier);
}

/** Makes all that can be found anew from what is there, in one transaction. */
export function rebuildSearch(database: Executor): Promise<void> {
  return database.transaction().execute(async (transaction) => {
    await clearSearch(transaction);
    for (const dossier of await listDossierIds(transaction)) await indexDossier(transaction, dossier);
  });
}

/** Makes it where it is missing: in a database of an older version, or one that was just copied. */
export async function prepareSearch(database: Executor): Promise<void> {
  if (await isSearchMissing(database)) await rebuildSearch(database);
}
