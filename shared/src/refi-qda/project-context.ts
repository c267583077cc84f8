import type { VocabularyReader } from '../imports/index.ts';

/** How the words of a file are understood, and how names become ids: the same name always the same one. */
export interface ProjectContext {
  readonly vocabulary: VocabularyReader;
  readonly createId: (name: string) => string;
}
