import { type CitedPlace, citePassage } from '@waarborg/shared/citation';
import { language } from '../frame/language.ts';
import type { DossierNames } from './use-dossier-names.ts';

/** How a place in a document is cited. Undefined for a document that the dossier does not have. */
export function citationOf(
  documentId: string,
  place: CitedPlace,
  { documentsById, vocabulary }: Pick<DossierNames, 'documentsById' | 'vocabulary'>,
): string | undefined {
  const document = documentsById.get(documentId);
  if (!document) return undefined;
  const issuer = document.issuer === undefined ? undefined : vocabulary.speakers.get(document.issuer);
  const cited = { ...document, issuerName: issuer?.name, issuerKind: issuer?.kind };
  return citePassage(cited, place, language.value);
}
