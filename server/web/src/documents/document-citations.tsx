import { referenceListSchema } from '@waarborg/shared/api';
import type { SourceDocument } from '@waarborg/shared/dossier';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { sourceGroupMessages } from '@waarborg/shared/messages/source-groups';
import { sourceGroups } from '@waarborg/shared/references';
import { useList } from '../api/use-resource.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { SourceEntry } from '../references/source-entry.tsx';

interface DocumentCitationsProps {
  readonly slug: string;
  readonly document: SourceDocument;
  readonly names: DossierNames;
}

/** What a document cites, by kind: what of it the dossier has and what it lacks. */
export function DocumentCitations({ slug, document, names }: DocumentCitationsProps) {
  const messages = documentMessages[language.value];
  const path = `/dossiers/${slug}/references?document=${document.id}&sort=name`;
  const { data, failure, reload } = useList(path, referenceListSchema);
  const byGroup = Map.groupBy(data?.references ?? [], ({ group }) => group);
  return (
    <section>
      <h2>{messages.cites}</h2>
      {failure && <ProblemNotice failure={failure} onRetry={reload} />}
      {!failure && !data && <LoadingNotice />}
      {data?.references.length === 0 && <p class="wb-empty">{messages.citesNothing}</p>}
      {sourceGroups.map((group) => {
        const sources = byGroup.get(group) ?? [];
        if (sources.length === 0) return null;
        return (
          <details key={group} class="wb-document-citations">
            <summary>
              {sourceGroupMessages[language.value][group]} ({sources.length})
            </summary>
            <ul class="wb-results">
              {sources.map((source) => (
                <SourceEntry key={source.key} slug={slug} source={source} names={names} />
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
