import { revisionDetailSchema } from '@waarborg/shared/api';
import type { Dossier } from '@waarborg/shared/dossier';
import { historyMessages } from '@waarborg/shared/messages/history';
import type { HistoryNames } from '@waarborg/shared/ui/history';
import { useResource } from '../api/use-resource.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { dossierHref } from '../routing/route.ts';
import { RevisionEntry } from './revision-entry.tsx';

interface SingleRevisionProps {
  readonly dossier: Dossier;
  /** Its number, as the address has it. */
  readonly revision: string;
  readonly names: HistoryNames;
  readonly onChange: () => void;
}

/** One change by itself, open, with the way back to all of them. */
export function SingleRevision({ dossier, revision, names, onChange }: SingleRevisionProps) {
  const path = `/dossiers/${dossier.slug}/revisions/${encodeURIComponent(revision)}`;
  const { data, failure, reload } = useResource(path, revisionDetailSchema);
  const changed = () => {
    reload();
    onChange();
  };
  return (
    <>
      <p class="wb-back">
        <a class="utrecht-link utrecht-link--html-a" href={dossierHref(dossier.slug, 'history')}>
          {historyMessages[language.value].allChanges}
        </a>
      </p>
      {failure && <ProblemNotice failure={failure} onRetry={reload} />}
      {!failure && !data && <LoadingNotice />}
      {data && (
        <ol class="wb-results">
          <RevisionEntry dossier={dossier} revision={data} names={names} onChange={changed} isOpen />
        </ol>
      )}
    </>
  );
}
