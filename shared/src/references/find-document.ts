import type { DocumentAddress, DocumentIdentifier } from '../dossier/index.ts';
import { canonicalAddress } from './canonical-address.ts';

/** What tells a document apart. */
export interface DocumentIdentity {
  readonly identifiers: readonly DocumentIdentifier[];
  readonly addresses: readonly DocumentAddress[];
}

/** Different files can share a file identifier, so it never joins two documents by itself. */
function decides({ scheme }: DocumentIdentifier): boolean {
  return scheme !== 'pdf-id';
}

/** Keys that two copies of one document share, strongest first. */
export function identityKeys({ identifiers, addresses }: DocumentIdentity): string[] {
  return [
    ...identifiers.filter(decides).map(({ scheme, value }) => `${scheme} ${value.toLowerCase()}`),
    ...addresses.map(({ address }) => `address ${canonicalAddress(address)}`),
  ];
}

/** The document that a candidate is a copy of: by identifier, else by address. */
export function findDocument<D extends DocumentIdentity>(
  candidate: DocumentIdentity,
  documents: readonly D[],
): D | undefined {
  for (const key of identityKeys(candidate)) {
    const found = documents.find((document) => identityKeys(document).includes(key));
    if (found) return found;
  }
  return undefined;
}
