import type { DocumentDraft } from '../dossier/index.ts';
import type { VocabularyReader } from '../imports/index.ts';

/** How the words of a file are understood, and how names become ids: the same name always the same one. */
export interface ProjectContext {
  readonly vocabulary: VocabularyReader;
  readonly createId: (name: string) => string;
  /** Whether the dossier has a document already, with an issuer who speaks where nobody is named. Absent: it has none. */
  readonly hasIssuer?: ((document: DocumentDraft) => boolean) | undefined;
}
