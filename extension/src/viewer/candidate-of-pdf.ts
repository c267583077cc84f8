import { canonicalAddress, identifiersOfAddress } from '@waarborg/shared/references';
import type { StoredPdf } from '../outbox/pdf-store.ts';
import type { Candidate } from '../page/document-view.ts';
import { proposeSourceType } from '../page/propose-source-type.ts';
import { titleOfFile } from './propose-pdf-title.ts';

/** Address of a PDF: where it was fetched, or a name made of its bytes for a file from disk. */
export function addressOfPdf({ id, address }: StoredPdf): string {
  return address ? canonicalAddress(address) : `urn:sha256:${id}`;
}

/** What is known of a PDF beside its bytes. */
export interface PdfClues {
  /** First large line of its first page. */
  readonly largeLine?: string | undefined;
  /** File identifier, from its trailer. */
  readonly fileId?: string | undefined;
}

/** Proposes what document a PDF is. Identity comes from its address and its bytes, never from its text. */
export function candidateOfPdf(pdf: StoredPdf, { largeLine, fileId }: PdfClues): Candidate {
  const address = addressOfPdf(pdf);
  const named = identifiersOfAddress(address);
  return {
    title: (largeLine ?? titleOfFile(pdf.name ?? pdf.address ?? 'PDF')).slice(0, 1_000),
    sourceType: proposeSourceType({ address, identifiers: named }),
    addresses: [{ address, mediaType: 'application/pdf' }],
    identifiers: [
      ...named,
      { scheme: 'sha256', value: pdf.id },
      ...(fileId ? [{ scheme: 'pdf-id' as const, value: fileId }] : []),
    ],
  };
}
