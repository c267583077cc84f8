import { createVocabulary, type Vocabulary } from '@waarborg/shared/ui';
import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  type ConnectionState,
  type DossierWords,
  type OutboxEntry,
  requestBackground,
} from '../messaging/index.ts';
import { ConflictVersions } from './conflict-versions.tsx';
import { useFocusPassedOn } from './focus-in-panel.ts';
import { KeepOutbox } from './keep-outbox.tsx';
import { usePanel } from './panel-context.ts';

/** What is not at the server yet, and why; it can be taken along as a file. */
export function OutboxList({ connection }: { connection: ConnectionState & { state: 'connected' } }) {
  const { messages } = usePanel();
  const [entries, setEntries] = useState<readonly OutboxEntry[]>([]);
  const { waiting, refused } = connection;
  useEffect(() => {
    void requestBackground('list-outbox').then(setEntries);
  }, [waiting, refused]);
  const vocabulary = useWords(entries.some(({ conflict }) => conflict));
  return (
    <details open={refused > 0}>
      <summary>{messages.whatWaits}</summary>
      <ul class="outbox">
        {entries.map((entry) => (
          <OutboxItem key={entry.key} entry={entry} vocabulary={vocabulary} />
        ))}
      </ul>
      <KeepOutbox />
    </details>
  );
}

/** The words of the dossier, fetched when a conflict needs them. */
function useWords(isNeeded: boolean): Vocabulary | undefined {
  const { language } = usePanel();
  const [words, setWords] = useState<DossierWords>();
  useEffect(() => {
    if (!isNeeded) return;
    void requestBackground('describe-words').then((outcome) => outcome.ok && setWords(outcome.value));
  }, [isNeeded]);
  return useMemo(
    () => words && createVocabulary(words.codebook, words.speakers, language),
    [words, language],
  );
}

function OutboxItem({ entry, vocabulary }: { entry: OutboxEntry; vocabulary: Vocabulary | undefined }) {
  const { messages } = usePanel();
  const { change, subject, problem, isHeld, conflict } = entry;
  return (
    <li>
      {messages[`change.${change}`]}: {subject}
      {problem && <span class="failure"> {describeProblem(entry, problem, messages)}</span>}
      {isHeld && <span class="facts"> {messages.held}</span>}
      {conflict && vocabulary && <ConflictVersions conflict={conflict} vocabulary={vocabulary} />}
      {problem && <RefusedActions entry={entry} />}
    </li>
  );
}

/** Why a change was refused; of a link the server does not say that it is about a passage that is not shown any more. */
function describeProblem(
  { change, isConflict }: OutboxEntry,
  { code, detail }: NonNullable<OutboxEntry['problem']>,
  messages: ReturnType<typeof usePanel>['messages'],
): string {
  if (isConflict) return messages.conflict;
  return change === 'link' && code === 'annotation-not-found' ? messages.linkedDeleted : detail;
}

/** Nothing refused goes away by itself: the reviewer sends it again or lets go of it, at the second click. */
function RefusedActions({ entry }: { entry: OutboxEntry }) {
  const { messages, announce } = usePanel();
  const [isAsking, setAsking] = useState(false);
  const { key, change, isConflict } = entry;
  const actions = useFocusPassedOn<HTMLSpanElement>();
  const discard = async () => {
    if (!isAsking) {
      setAsking(true);
      return;
    }
    await requestBackground('discard-change', { key });
    announce(messages.discarded);
  };
  return (
    <span ref={actions} class="entry-actions">
      <button type="button" class="link" onClick={() => void requestBackground('retry-change', { key })}>
        {isConflict ? messages.retryOver : messages.retryChange}
      </button>
      {change !== 'document' && (
        <button type="button" class="link" onClick={() => void discard()} onBlur={() => setAsking(false)}>
          {isAsking ? messages.discardSure : isConflict ? messages.keepTheirs : messages.discard}
        </button>
      )}
    </span>
  );
}
