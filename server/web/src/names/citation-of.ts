import { type CitedPlace, citePassage, withIssuer } from '@waarborg/shared/citation';
import { language } from '../language/language.ts';
import type { DossierNames } from './use-dossier-names.ts';

/** How a place in a document is cited. Undefined for a document that the dossier does not have. */
export function citationOf(
  documentId: string,
  place: CitedPlace,
  { documentsById, vocabulary }: Pick<DossierNames, 'documentsById' | 'vocabulary'>,
): string | undefined {
  const document = documentsById.get(documentId);
  return document && citePassage(withIssuer(document, vocabulary.speakers), place, language.value);
}
