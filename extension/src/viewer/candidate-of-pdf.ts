import { type DocumentIdentifier, maxTitleLength } from '@waarborg/shared/dossier';
import {
  addOtherKinds,
  canonicalAddress,
  identifiersOfAddress,
  proposeSourceType,
} from '@waarborg/shared/references';
import { toXmlText } from '@waarborg/shared/text';
import type { DocumentCandidate } from '../messaging/index.ts';
import type { StoredPdfName } from '../outbox/pdf-store.ts';
import { titleOfFile } from './propose-pdf-title.ts';
import type { PdfClues } from './read-pdf-clues.ts';

/** Address of a PDF: where it was fetched, or a name made of its bytes for a file from disk. */
export function addressOfPdf({ id, address }: StoredPdfName): string {
  return address ? canonicalAddress(address) : `urn:sha256:${id}`;
}

/**
 * Proposes what document a PDF is. Its address and its bytes identify it, and its text where it names
 * itself; never what its text or its metadata mention.
 */
export function candidateOfPdf(pdf: StoredPdfName, clues: PdfClues): DocumentCandidate {
  const address = addressOfPdf(pdf);
  const identifiers = identifiersOf(pdf, address, clues);
  const { title, issuer, date, sourceType } = clues.text ?? {};
  const named = title ?? clues.largeLine ?? titleOfFile(pdf.name ?? pdf.address ?? 'PDF');
  return {
    // A cut may leave half a character, and a font may give what no text holds.
    title: toXmlText(named.slice(0, maxTitleLength)).trim() || 'PDF',
    sourceType: proposeSourceType({ address, identifiers, issuer, byText: sourceType }),
    ...(issuer && { issuer }),
    ...(date && { date }),
    addresses: [{ address, mediaType: 'application/pdf' }],
    identifiers,
  };
}

function identifiersOf(pdf: StoredPdfName, address: string, clues: PdfClues): DocumentIdentifier[] {
  return [
    ...addOtherKinds(identifiersOfAddress(address), [clues.text?.identifier]),
    { scheme: 'sha256', value: pdf.id },
    ...(clues.textHash ? [{ scheme: 'text-sha256' as const, value: clues.textHash }] : []),
    ...(clues.fileId ? [{ scheme: 'pdf-id' as const, value: clues.fileId }] : []),
  ];
}
