import { type CitedPlace, citePassage, withIssuer } from '../citation/index.ts';
import type { Codebook, Concept } from '../codebook/index.ts';
import type { SourceDocument, Speaker } from '../dossier/index.ts';
import { documentResolver, mergeResolver } from '../matrix/index.ts';
import type { Language } from '../messages/index.ts';

/** What the ids of a dossier stand for now, in one language. */
export interface DossierWords {
  readonly language: Language;
  /** The concept that stands for an id; undefined for one that the codebook does not have. */
  concept(id: string): Concept | undefined;
  speaker(id: string): Speaker | undefined;
  document(id: string): SourceDocument | undefined;
  /** How a place in a document is cited; undefined for a document that the dossier does not have. */
  cite(document: string, place: CitedPlace): string | undefined;
}

/** The words of a dossier; merges are followed. */
export function createDossierWords(
  {
    codebook,
    speakers,
    documents,
  }: {
    readonly codebook: Codebook;
    readonly speakers: readonly Speaker[];
    readonly documents: readonly SourceDocument[];
  },
  language: Language,
): DossierWords {
  const byId = <T extends { id: string }>(things: readonly T[], now: (id: string) => string) => {
    const own = new Map(things.map((thing) => [thing.id, thing]));
    return (id: string) => own.get(now(id));
  };
  const speaker = byId(speakers, mergeResolver(speakers));
  const document = byId(documents, documentResolver(documents));
  return {
    language,
    concept: byId(codebook.concepts, mergeResolver(codebook.concepts)),
    speaker,
    document,
    cite(id, place) {
      const found = document(id);
      return found && citePassage(withIssuer(found, { get: speaker }), place, language);
    },
  };
}
