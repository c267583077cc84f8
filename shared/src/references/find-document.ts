import type { DocumentAddress, DocumentIdentifier } from '../dossier/index.ts';
import { foldText } from '../text/index.ts';
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

/** Identifiers that are given out to documents: a document has one of a scheme, while of its bytes there can be several. */
const givenOut = new Set<DocumentIdentifier['scheme']>([
  'ecli',
  'official-publication',
  'bwb',
  'celex',
  'tweede-kamer',
]);

/**
 * Whether identifiers say that two documents are different ones, whatever address they share: a site can show one
 * paper after the other at one address.
 */
export function areOfDifferentDocuments(
  some: readonly DocumentIdentifier[],
  others: readonly DocumentIdentifier[],
): boolean {
  return some.some(({ scheme }) => {
    if (!givenOut.has(scheme)) return false;
    const valuesOf = (identifiers: readonly DocumentIdentifier[]) =>
      identifiers.filter((one) => one.scheme === scheme).map(({ value }) => value.toLowerCase());
    const [own, foreign] = [valuesOf(some), new Set(valuesOf(others))];
    return foreign.size > 0 && !own.some((value) => foreign.has(value));
  });
}

/** The document that a candidate is a copy of: by identifier, else by address. */
export function findDocument<D extends DocumentIdentity>(
  candidate: DocumentIdentity,
  documents: readonly D[],
): D | undefined {
  for (const key of identityKeys(candidate)) {
    const isByAddress = key.startsWith('address ');
    const found = documents.find(
      (document) =>
        identityKeys(document).includes(key) &&
        !(isByAddress && areOfDifferentDocuments(candidate.identifiers, document.identifiers)),
    );
    if (found) return found;
  }
  return undefined;
}

/** A document by what a reader knows it by. */
interface NamedDocument extends DocumentIdentity {
  readonly title: string;
  readonly date?: string | undefined;
}

/**
 * Another document with the same title and day, which may be a copy of this one. That does not join them: two papers
 * taken for one are worse than one taken for two; it is for a person to decide.
 */
export function findNamesake<D extends NamedDocument>(
  document: NamedDocument,
  others: readonly D[],
): D | undefined {
  const title = foldText(document.title);
  return others.find(
    (other) =>
      document.date !== undefined &&
      other.date === document.date &&
      foldText(other.title) === title &&
      !areOfDifferentDocuments(document.identifiers, other.identifiers),
  );
}
