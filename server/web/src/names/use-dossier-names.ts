import {
  accountResponseSchema,
  codebookResponseSchema,
  documentListSchema,
  speakerListSchema,
} from '@waarborg/shared/api';
import { documentsByAnyId, isAllowed, type SourceDocument } from '@waarborg/shared/dossier';
import { createVocabulary, type Vocabulary } from '@waarborg/shared/ui';
import { useCallback, useMemo } from 'preact/hooks';
import type { ApiFailure } from '../api/failure.ts';
import { useList, useResource } from '../api/use-resource.ts';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';

/** Everything that turns the ids of a dossier into words. */
export interface DossierNames {
  readonly slug: string;
  /** Whether the reader may add to the dossier. */
  readonly mayWrite: boolean;
  readonly vocabulary: Vocabulary;
  readonly documents: readonly SourceDocument[];
  /** By id and by every id that they had. */
  readonly documentsById: ReadonlyMap<string, SourceDocument>;
  /** User id of the reader, once it is known. */
  readonly reader: string | undefined;
}

interface NamesResource {
  /** Undefined until all of it is here. */
  readonly data: DossierNames | undefined;
  readonly failure: ApiFailure | undefined;
  readonly reload: () => void;
}

/** The names of a dossier: its codebook, speakers and documents. */
export function useDossierNames(slug: string): NamesResource {
  const codebook = useResource(`/dossiers/${slug}/codebook`, codebookResponseSchema);
  const speakers = useList(`/dossiers/${slug}/speakers`, speakerListSchema);
  const documents = useList(`/dossiers/${slug}/documents`, documentListSchema);
  const reader = useResource('/me', accountResponseSchema).data?.user.id;
  const role = useDossier(slug).data?.role;
  const mayWrite = role !== undefined && isAllowed(role, 'reviewer');
  const spoken = language.value;
  const data = useMemo(() => {
    if (!codebook.data || !speakers.data || !documents.data) return undefined;
    const list = documents.data.documents;
    return {
      slug,
      mayWrite,
      vocabulary: createVocabulary(codebook.data, speakers.data.speakers, spoken),
      documents: list,
      documentsById: documentsByAnyId(list),
      reader,
    };
  }, [slug, mayWrite, codebook.data, speakers.data, documents.data, reader, spoken]);
  const reload = useCallback(() => {
    codebook.reload();
    speakers.reload();
    documents.reload();
  }, [codebook.reload, speakers.reload, documents.reload]);
  return { data, failure: codebook.failure ?? speakers.failure ?? documents.failure, reload };
}
