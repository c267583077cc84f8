import { type Revision, revisionDetailSchema } from '@waarborg/shared/api';
import type { Dossier } from '@waarborg/shared/dossier';
import { historyMessages } from '@waarborg/shared/messages/history';
import { momentInWords } from '@waarborg/shared/ui';
import { type HistoryNames, itemTitle, mainItem, operationWords } from '@waarborg/shared/ui/history';
import { useState } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { revisionHref } from '../routing/route.ts';
import { RevisionItems } from './revision-items.tsx';
import { UndoRevision } from './undo-revision.tsx';

interface RevisionProps {
  readonly dossier: Dossier;
  readonly revision: Revision;
  readonly names: HistoryNames;
  /** Something of the dossier changed. */
  readonly onChange: () => void;
}

/** A change of the list; it opens to what became different. */
export function RevisionEntry({ isOpen = false, ...props }: RevisionProps & { readonly isOpen?: boolean }) {
  const messages = historyMessages[language.value];
  const [open, setOpen] = useState(isOpen);
  const { revision, names } = props;
  const main = mainItem(revision);
  const more = revision.count - 1;
  return (
    <li class="wb-result">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="wb-revision">
          <span class="wb-revision-what">
            <strong>{revision.by?.name ?? messages.server}</strong>{' '}
            {operationWords(revision.operation, language.value)}
          </span>
          {revision.undoneBy !== undefined && (
            <span class="wb-chip">{messages.takenBack(revision.undoneBy)}</span>
          )}
          {main && (
            <span class="wb-revision-of">
              {itemTitle(main, names)} {more > 0 && messages.andMore(more)}
            </span>
          )}
          <span class="wb-result-kind">
            {messages.number(revision.revision)} ·{' '}
            <time dateTime={revision.at}>{momentInWords(revision.at, language.value)}</time>
          </span>
        </summary>
        {open && <OpenRevision {...props} />}
      </details>
    </li>
  );
}

function OpenRevision({ dossier, revision: { revision }, names, onChange }: RevisionProps) {
  const messages = historyMessages[language.value];
  const path = `/dossiers/${dossier.slug}/revisions/${revision}`;
  const { data, failure, reload } = useResource(path, revisionDetailSchema);
  const changed = () => {
    reload();
    onChange();
  };
  if (failure) return <ProblemNotice failure={failure} onRetry={reload} />;
  if (!data) return <LoadingNotice />;
  const { undoes, undoneBy } = data;
  return (
    <div class="wb-revision-open">
      {undoes !== undefined && (
        <a class="utrecht-link utrecht-link--html-a" href={revisionHref(dossier.slug, undoes)}>
          {messages.takesBack(undoes)}
        </a>
      )}
      {undoneBy !== undefined && (
        <a class="utrecht-link utrecht-link--html-a" href={revisionHref(dossier.slug, undoneBy)}>
          {messages.takenBack(undoneBy)}
        </a>
      )}
      <RevisionItems slug={dossier.slug} revision={data} names={names} />
      <UndoRevision dossier={dossier} revision={data} names={names} onChange={changed} />
    </div>
  );
}
