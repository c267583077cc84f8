import type {
  DocumentAddress,
  DocumentIdentifier,
  SourceType,
  Speaker,
  SpeakerKind,
} from '../dossier/index.ts';

/** What a citation is made of. */
export interface CitedDocument {
  readonly sourceType: SourceType;
  readonly title: string;
  readonly date?: string | undefined;
  readonly identifiers: readonly DocumentIdentifier[];
  /** The site of a press article names the medium, and tells it from the author. */
  readonly addresses?: readonly Pick<DocumentAddress, 'address'>[] | undefined;
  /** Name of the body that speaks in it. */
  readonly issuerName?: string | undefined;
  /** What the body is: of a press article it is the medium or the author. */
  readonly issuerKind?: SpeakerKind | undefined;
}

/** A document of a dossier as it is cited: with the name and the kind of its issuer, where that is a speaker of the dossier. */
export function withIssuer<D extends Omit<CitedDocument, 'issuerName' | 'issuerKind'>>(
  document: D & { readonly issuer?: string | undefined },
  speakers: Pick<ReadonlyMap<string, Speaker>, 'get'>,
): D & CitedDocument {
  const issuer = document.issuer === undefined ? undefined : speakers.get(document.issuer);
  return { ...document, issuerName: issuer?.name, issuerKind: issuer?.kind };
}

/** The value of a document's first identifier of a scheme. */
export function identifierOf(
  { identifiers }: Pick<CitedDocument, 'identifiers'>,
  scheme: DocumentIdentifier['scheme'],
): string | undefined {
  return identifiers.find((candidate) => candidate.scheme === scheme)?.value;
}
