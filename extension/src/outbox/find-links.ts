import { defaultCodebook } from '@waarborg/shared/codebook';
import type { DocumentLinks, LocalAnnotation, LocalLink } from '../messaging/index.ts';
import { type DossierDatabase, findLinkOperations, findOperationsOn, findState } from './database.ts';
import { findAllPassages, findDocuments, findPassages } from './find-passages.ts';
import { annotationOf } from './operation.ts';
import { overlayLinks } from './overlay.ts';
import { type PassageSearch, searchPassages } from './search-passages.ts';

/** The links of the dossier as they are known here, with what waits. */
async function findLinks(db: DossierDatabase): Promise<LocalLink[]> {
  const [links, operations] = await Promise.all([
    db.getAll('links'),
    findLinkOperations(db.transaction('operations').store),
  ]);
  return overlayLinks(links, operations);
}

/**
 * The links that hang on passages of a document, with the passages at both ends. One of which a passage is not
 * known here, or is being deleted, is left out.
 */
export async function findLinksOf(
  db: DossierDatabase,
  user: LocalAnnotation['creator'],
  document: string,
): Promise<DocumentLinks> {
  const all = await findLinks(db);
  if (all.length === 0) return { links: [], passages: [] };
  const known = (await findDocuments(db)).find(({ ids }) => ids.includes(document));
  const own = await annotationIdsOf(db, known?.ids ?? [document]);
  const links = all.filter(({ from, to }) => own.has(from) || own.has(to));
  const ends = new Set(links.flatMap(({ from, to }) => [from, to]));
  const passages = await findPassages(db, user, [...ends]);
  const there = new Set(passages.map(({ id }) => id));
  return { links: links.filter(({ from, to }) => there.has(from) && there.has(to)), passages };
}

async function annotationIdsOf(db: DossierDatabase, documents: readonly string[]): Promise<Set<string>> {
  const [sent, waiting] = await Promise.all([
    Promise.all(documents.map((id) => db.getAllKeysFromIndex('annotations', 'document', id))),
    findOperationsOn(db, documents),
  ]);
  return new Set([...sent.flat(), ...waiting.flatMap(({ change }) => annotationOf(change) ?? [])]);
}

/** The passages of the dossier that answer what was typed. Asks nobody. */
export async function findPassagesByWords(
  db: DossierDatabase,
  user: LocalAnnotation['creator'],
  search: PassageSearch,
) {
  const [passages, codebook, speakers] = await Promise.all([
    findAllPassages(db, user),
    findState(db, 'codebook'),
    db.getAll('speakers'),
  ]);
  return searchPassages(passages, search, { codebook: codebook ?? defaultCodebook, speakers });
}
