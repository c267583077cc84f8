import type { AnnotationDraft, CodingDraft } from '@waarborg/shared/annotation';
import type { DocumentDraft } from '@waarborg/shared/dossier';
import { v7 as uuid } from 'uuid';

/** A document as a client proposes it, at an address of its own. */
export function sampleDocument(changes: Partial<DocumentDraft> = {}): DocumentDraft {
  const id = uuid();
  return {
    id,
    sourceType: 'inspection-letter',
    title: 'Brief',
    issuer: 'IND',
    date: '2026-02-05',
    addresses: [{ address: `https://example.org/${id}.html`, mediaType: 'text/html' }],
    identifiers: [],
    ...changes,
  };
}

/** A coding that says that the safeguard helps. */
export function sampleCoding(changes: Partial<CodingDraft> = {}): CodingDraft {
  return {
    safeguard: 'voornemen',
    measure: 'abolished',
    impact: 'court-workload',
    direction: 'unfavourable',
    basis: 'expectation',
    ...changes,
  };
}

/** A passage of a document with one coding. */
export function sampleAnnotation(document: string, changes: Partial<AnnotationDraft> = {}): AnnotationDraft {
  return {
    id: uuid(),
    document,
    source: 'https://example.org/brief.html',
    ranges: [{ exact: 'Het voornemen vervalt.', prefix: '', suffix: ' Dat', start: 10, end: 32 }],
    codings: [sampleCoding()],
    ...changes,
  };
}
