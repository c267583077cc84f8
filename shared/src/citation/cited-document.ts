import type { DocumentAddress, DocumentIdentifier, SourceType, SpeakerKind } from '../dossier/index.ts';

/** What a citation is made of. */
export interface CitedDocument {
  readonly sourceType: SourceType;
  readonly title: string;
  readonly date?: string | undefined;
  readonly identifiers: readonly DocumentIdentifier[];
  /** The site of a press article names the medium where nothing else does. */
  readonly addresses?: readonly Pick<DocumentAddress, 'address'>[] | undefined;
  /** Name of the body that speaks in it. */
  readonly issuerName?: string | undefined;
  /** What the body is: of a press article it is the medium, or else the author. */
  readonly issuerKind?: SpeakerKind | undefined;
}

/** The value of a document's first identifier of a scheme. */
export function identifierOf(
  { identifiers }: Pick<CitedDocument, 'identifiers'>,
  scheme: DocumentIdentifier['scheme'],
): string | undefined {
  return identifiers.find((candidate) => candidate.scheme === scheme)?.value;
}
