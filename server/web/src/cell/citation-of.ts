import { citePassage } from '@waarborg/shared/citation';
import { speakerName } from '@waarborg/shared/ui';
import { language } from '../frame/language.ts';
import type { DossierNames } from './use-dossier-names.ts';

/** How a place in a document is cited; `page` counts from 1. Undefined for a document that the dossier does not have. */
export function citationOf(
  documentId: string,
  page: number | undefined,
  names: DossierNames,
): string | undefined {
  const document = names.documentsById.get(documentId);
  if (!document) return undefined;
  const { sourceType, title, date, identifiers, issuer } = document;
  const issuerName = issuer && speakerName(names.vocabulary, issuer);
  return citePassage({ sourceType, title, date, identifiers, issuerName }, { page }, language.value);
}
