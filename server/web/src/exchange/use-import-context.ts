import { codebookResponseSchema, documentListSchema, speakerListSchema } from '@waarborg/shared/api';
import type { Codebook } from '@waarborg/shared/codebook';
import type { SourceDocument, Speaker } from '@waarborg/shared/dossier';
import { useMemo } from 'preact/hooks';
import type { ApiFailure } from '../api/failure.ts';
import { useList, useResource } from '../api/use-resource.ts';

/** What a dossier has, with which a file is compared before it comes in. */
export interface ImportContext {
  readonly codebook: Codebook;
  readonly speakers: readonly Speaker[];
  readonly documents: readonly SourceDocument[];
}

/** Reads what a file is compared with. */
export function useImportContext(slug: string): {
  readonly data: ImportContext | undefined;
  readonly failure: ApiFailure | undefined;
  readonly reload: () => void;
} {
  const codebook = useResource(`/dossiers/${slug}/codebook`, codebookResponseSchema);
  const speakers = useList(`/dossiers/${slug}/speakers`, speakerListSchema);
  const documents = useList(`/dossiers/${slug}/documents`, documentListSchema);
  const data = useMemo(
    () =>
      codebook.data && speakers.data && documents.data
        ? { codebook: codebook.data, speakers: speakers.data.speakers, documents: documents.data.documents }
        : undefined,
    [codebook.data, speakers.data, documents.data],
  );
  const reload = () => {
    codebook.reload();
    speakers.reload();
    documents.reload();
  };
  return { data, failure: codebook.failure ?? speakers.failure ?? documents.failure, reload };
}
