import { type Revision, revisionDetailSchema } from '@waarborg/shared/api';
import type { Dossier } from '@waarborg/shared/dossier';
import { historyMessages } from '@waarborg/shared/messages/history';
import { historyWords } from '@waarborg/shared/messages/history-words';
import { useState } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { language } from '../frame/language.ts';
import { LoadingNotice, ProblemNotice } from '../frame/problem-page.tsx';
import { revisionHref } from '../routing/route.ts';
import { itemTitle } from './describe-item.ts';
import type { HistoryNames } from './history-names.ts';
import { RevisionItems } from './revision-items.tsx';
import { UndoRevision } from './undo-revision.tsx';

interface RevisionProps {
  readonly dossier: Dossier;
  readonly revision: Revision;
  readonly names: HistoryNames;
  /** Something of the dossier changed. */
  readonly onChange: () => void;
}

const locales = { nl: 'nl-NL', en: 'en-GB' } as const;

/** Moment of an instant where the reader is: "12 mei 2026 om 14:05". */
function momentInWords(instant: string): string {
  const format = { dateStyle: 'long', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(locales[language.value], format).format(new Date(instant));
}

/** What somebody did: "markeerde een passage". */
function operationWords(operation: string): string {
  const words: Readonly<Record<string, string>> = historyWords[language.value];
  return words[`operation.${operation}`] ?? operation;
}

/** A change of the list; it opens to what became different. */
export function RevisionEntry({ isOpen = false, ...props }: RevisionProps & { readonly isOpen?: boolean }) {
  const messages = historyMessages[language.value];
  const [open, setOpen] = useState(isOpen);
  const { revision, names } = props;
  const [first] = revision.items;
  const more = revision.count - 1;
  return (
    <li class="wb-result">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="wb-revision">
          <span class="wb-revision-what">
            <strong>{revision.by?.name ?? messages.server}</strong> {operationWords(revision.operation)}
          </span>
          {revision.undoneBy !== undefined && (
            <span class="wb-chip">{messages.takenBack(revision.undoneBy)}</span>
          )}
          {first && (
            <span class="wb-revision-of">
              {itemTitle(first, names)} {more > 0 && messages.andMore(more)}
            </span>
          )}
          <span class="wb-result-kind">
            {messages.number(revision.revision)} ·{' '}
            <time dateTime={revision.at}>{momentInWords(revision.at)}</time>
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
