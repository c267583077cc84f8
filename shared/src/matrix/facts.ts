import type { Annotation, Coding } from '../annotation/index.ts';
import type { Codebook } from '../codebook/index.ts';
import type {
  PassageLink,
  Reading,
  SourceDocument,
  SourceType,
  Speaker,
  SpeakerKind,
} from '../dossier/index.ts';
import { type Stance, stanceOf } from './stance.ts';

/** All that a matrix is counted from. */
export interface DossierContent {
  readonly codebook: Codebook;
  readonly speakers: readonly Speaker[];
  readonly documents: readonly SourceDocument[];
  readonly annotations: readonly Annotation[];
  readonly links: readonly PassageLink[];
  readonly readings: readonly Reading[];
}

/** One coding with everything that can be asked of it; merges of concepts, speakers and documents are followed. */
export interface Fact {
  readonly annotation: Annotation;
  readonly coding: Coding;
  readonly stance: Stance;
  readonly safeguard: string;
  readonly impact: string | undefined;
  readonly document: string;
  readonly sourceType: SourceType | undefined;
  /** Date of the document, as far as known. */
  readonly date: string | undefined;
  readonly speaker: string;
  readonly speakerKind: SpeakerKind | undefined;
  /** User id. */
  readonly reviewer: string;
}

/** Follows merges from an id to the one that stands for it now; a cycle ends where it began. */
function followMerges(id: string, mergedInto: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let current = id;
  while (!seen.has(current)) {
    seen.add(current);
    const next = mergedInto.get(current);
    if (next === undefined) return current;
    current = next;
  }
  return id;
}

function mergesOf(entries: readonly { id: string; mergedInto?: string | undefined }[]): Map<string, string> {
  return new Map(entries.flatMap(({ id, mergedInto }) => (mergedInto ? [[id, mergedInto] as const] : [])));
}

/** A function from any id that a document has had to the id that it has now. */
export function documentResolver(documents: readonly SourceDocument[]): (id: string) => string {
  const currentIds = new Map(documents.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id])));
  return (id) => currentIds.get(id) ?? id;
}

/** Every coding of the dossier as a fact, in the order of the annotations. Linear in their number. */
export function factsOf(content: DossierContent): Fact[] {
  const conceptMerges = mergesOf(content.codebook.concepts);
  const speakerMerges = mergesOf(content.speakers);
  const resolveDocument = documentResolver(content.documents);
  const documents = new Map(content.documents.map((document) => [document.id, document]));
  const speakers = new Map(content.speakers.map((speaker) => [speaker.id, speaker]));

  return content.annotations.flatMap((annotation) => {
    const documentId = resolveDocument(annotation.document);
    const document = documents.get(documentId);
    return annotation.codings.map((coding) => {
      const speaker = followMerges(coding.speaker, speakerMerges);
      return {
        annotation,
        coding,
        stance: stanceOf(coding),
        safeguard: followMerges(coding.safeguard, conceptMerges),
        impact: coding.impact === undefined ? undefined : followMerges(coding.impact, conceptMerges),
        document: documentId,
        sourceType: document?.sourceType,
        date: document?.date,
        speaker,
        speakerKind: speakers.get(speaker)?.kind,
        reviewer: annotation.creator.id,
      };
    });
  });
}
