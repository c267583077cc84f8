import type { Revision } from '@waarborg/shared/api';
import { historyMessages } from '@waarborg/shared/messages/history';
import { momentInWords } from '@waarborg/shared/ui';
import { type HistoryNames, itemChanges, operationWords } from '@waarborg/shared/ui/history';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { revisionAddress } from '../connection/matrix-address.ts';
import { requestBackground, type ServerReply } from '../messaging/index.ts';
import type { EntrySectionProps } from './entry-section.tsx';
import { usePanel } from './panel-context.ts';
import { ServerTrouble } from './server-trouble.tsx';
import { TakeBack } from './take-back.tsx';
import { WordVersions } from './word-versions.tsx';

/** Who changed what of the passage and when, the latest first, with the way back from each change. */
export function PassageHistory({ passage, opened, vocabulary, onClose }: EntrySectionProps) {
  const { messages, passageWords } = usePanel();
  const { id, revision, sync } = passage.annotation;
  const { server, dossier } = opened.connection;
  const { reply, load } = useHistory(id, revision);
  const close = useRef<HTMLButtonElement>(null);
  const names = useMemo((): HistoryNames => {
    const { document } = opened;
    return {
      vocabulary,
      documents: new Map([[document.id, document]]),
      groups: new Map(),
      people: new Map(),
    };
  }, [opened, vocabulary]);
  return (
    <>
      {revision === undefined && <p>{passageWords.historyNotSent}</p>}
      {revision !== undefined && !reply && <p role="status">{messages.loading}</p>}
      {reply && !reply.ok && <ServerTrouble reply={reply} onRetry={load} />}
      {reply?.ok && sync !== 'sent' && <p class="facts">{passageWords.historyWaits}</p>}
      {reply?.ok && (
        <ol class="history">
          {reply.value.map((change) => (
            <HistoryEntry
              key={change.revision}
              change={change}
              names={names}
              address={revisionAddress(server, dossier.slug, change.revision)}
              onTakenBack={sync === 'sent' ? () => close.current?.focus() : undefined}
            />
          ))}
        </ol>
      )}
      <p class="actions">
        <button ref={close} type="button" onClick={onClose}>
          {messages.close}
        </button>
      </p>
    </>
  );
}

/** What the server says of the passage; asked again when the passage has another revision. */
function useHistory(id: string, revision: number | undefined) {
  const [reply, setReply] = useState<ServerReply<readonly Revision[]>>();
  const asked = useRef(0);
  const load = () => {
    asked.current += 1;
    const question = asked.current;
    const asking = requestBackground('read-history', { id }).catch(() => unanswered);
    void asking.then((answer) => {
      if (question === asked.current) setReply(answer);
    });
  };
  useEffect(() => {
    if (revision !== undefined) load();
  }, [id, revision]);
  return { reply, load };
}

/** A background that does not answer reaches no server either. */
const unanswered = { ok: false, trouble: 'server-unreachable' } as const;

interface HistoryEntryProps {
  readonly change: Revision;
  readonly names: HistoryNames;
  /** Address of the change in the history of the dossier. */
  readonly address: string;
  /** Absent where changes cannot be taken back now. */
  readonly onTakenBack: (() => void) | undefined;
}

function HistoryEntry({ change, names, address, onTakenBack }: HistoryEntryProps) {
  const { language } = usePanel();
  const words = historyMessages[language];
  const { by, operation, at, undoneBy, items } = change;
  // What somebody marked first stands in the change after it, or in the passage itself.
  const told = items.filter(({ before, after }) => before && after);
  const changes = told.flatMap((item) => itemChanges(item, names));
  return (
    <li>
      <p>
        <strong>{by?.name ?? words.server}</strong> {operationWords(operation, language)}{' '}
        <span class="facts">
          <time dateTime={at}>{momentInWords(at, language)}</time>
        </span>
      </p>
      {undoneBy !== undefined && <p class="facts">{words.takenBack(undoneBy)}</p>}
      {told.length > 0 && changes.length === 0 && <p class="facts">{words.noVisible}</p>}
      {changes.map(({ label, before, after }, index) => (
        <div key={index} class="field-change">
          <p class="field-name">{label}</p>
          <WordVersions labels={[words.was, words.isNow]} then={before} now={after} nothing={words.nothing} />
        </div>
      ))}
      {onTakenBack && told.length > 0 && undoneBy === undefined && (
        <TakeBack change={change} names={names} address={address} onTakenBack={onTakenBack} />
      )}
    </li>
  );
}
