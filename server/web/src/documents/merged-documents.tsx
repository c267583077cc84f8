import { documentListSchema } from '@waarborg/shared/api';
import type { SourceDocument } from '@waarborg/shared/dossier';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { useList } from '../api/use-resource.ts';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import type { DocumentChanges } from './use-document-changes.ts';

interface MergedDocumentsProps {
  readonly slug: string;
  readonly document: SourceDocument;
  /** Absent for who may only read. */
  readonly changes: DocumentChanges | undefined;
}

/**
 * The documents that a document stands for, each with the way to separate it; nothing where there is none. Drawn anew
 * for each revision of the document, which is another one whenever something is merged into it or separated from it.
 */
export function MergedDocuments({ slug, document, changes }: MergedDocumentsProps) {
  const messages = documentMessages[language.value];
  const path = document.aliases.length > 0 ? `/dossiers/${slug}/documents/${document.id}/merged` : undefined;
  const { data, failure, isLoading, reload } = useList(path, documentListSchema);
  if (failure) return <ProblemNotice failure={failure} onRetry={reload} />;
  const aliases = new Set(document.aliases);
  // What is remembered may be of a version from before something was separated, which cannot be separated again.
  const merged = isLoading ? [] : (data?.documents.filter(({ id }) => aliases.has(id)) ?? []);
  if (merged.length === 0) return null;
  return (
    <section>
      <h2>{messages.mergedHere}</h2>
      <ul class="wb-rows">
        {merged.map((one) => (
          <li key={one.id}>
            <span>{one.title}</span>
            {changes && (
              <ConfirmButton
                text={messages.separate}
                label={messages.separateOf(one.title)}
                isBusy={changes.action.isBusy}
                onConfirm={() => void changes.separate(one)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
