import { type Language, locales } from '@waarborg/shared/messages';
import { browser } from 'wxt/browser';
import { matrixAddress } from '../connection/matrix-address.ts';
import { type ConnectionState, requestBackground } from '../messaging/index.ts';
import { useFocusPassedOn } from './focus-in-panel.ts';
import { OutboxList } from './outbox-list.tsx';
import { usePanel } from './panel-context.ts';
import { UnsentElsewhere } from './unsent-elsewhere.tsx';
import { useCounts } from './use-counts.ts';
import { useLowWindow } from './use-low-window.ts';

type Connected = ConnectionState & { state: 'connected' };

/**
 * The line at the bottom: what is not sent yet and why, and the way to the matrix. In a low window only how much is not
 * sent, with the rest of it folded: what is read stands above it.
 */
export function StatusLine({ connection }: { connection: Connected }) {
  const { trouble, refused, elsewhere } = connection;
  const isLow = useLowWindow();
  return (
    <footer class="status" data-trouble={trouble !== undefined || refused > 0 || elsewhere.length > 0}>
      {isLow ? (
        <details class="fold">
          <summary>
            <InShort connection={connection} />
          </summary>
          <InFull connection={connection} />
        </details>
      ) : (
        <InFull connection={connection} />
      )}
    </footer>
  );
}

function InShort({ connection }: { connection: Connected }) {
  const counts = useCounts(connection);
  return counts ? <strong>{counts}</strong> : <StatusSentence connection={connection} />;
}

function InFull({ connection }: { connection: Connected }) {
  const { messages } = usePanel();
  const { waiting, refused, trouble, server, dossier, elsewhere } = connection;
  const isClear = waiting === 0 && refused === 0 && !trouble;
  return (
    <>
      <p>
        <StatusSentence connection={connection} />
      </p>
      <TroubleAction connection={connection} />
      <UnsentElsewhere elsewhere={elsewhere} />
      {!isClear && waiting + refused > 0 && <OutboxList connection={connection} />}
      <p class="status-links">
        <a href={matrixAddress(server, dossier.slug)} target="_blank" rel="noreferrer">
          {messages.matrixOf(dossier.title)}
        </a>
        <button type="button" class="link" onClick={openWelcome}>
          {messages.settings}
        </button>
      </p>
    </>
  );
}

/** Opens the page on which one connects and signs out. */
export function openWelcome(): void {
  void browser.tabs.create({ url: '/welcome.html' });
}

function StatusSentence({ connection }: { connection: Connected }) {
  const { messages } = usePanel();
  const { trouble, elsewhere } = connection;
  const counts = useCounts(connection);
  const reason = useReason(connection);
  if (!counts && !trouble) return <>{elsewhere.length === 0 ? messages.allSent : messages.allSentHere}</>;
  if (!counts) return <span class="sentence">{reason}</span>;
  return (
    <>
      <strong>{counts}</strong>
      {reason ? `: ${reason}` : '.'} {messages.nothingLost}
    </>
  );
}

/** Why something is not sent yet, as the rest of a sentence. */
function useReason({ trouble, troubleSince, waiting, refused }: Connected): string | undefined {
  const { messages, language } = usePanel();
  switch (trouble) {
    case 'server-unreachable':
      return messages.unreachableSince(timeInWords(troubleSince, language));
    case 'server-failing':
      return messages.failingSince(timeInWords(troubleSince, language));
    case 'token-expired':
      return messages.tokenExpired;
    case 'dossier-unknown':
      return messages.dossierUnknown;
    case undefined:
      return waiting > 0 && refused === 0 ? messages.sending : undefined;
  }
}

/** The time of today, else day and time. */
function timeInWords(instant: string | undefined, language: Language): string {
  const date = new Date(instant ?? Date.now());
  const isToday = date.toDateString() === new Date().toDateString();
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(
    locales[language],
    isToday ? time : { day: 'numeric', month: 'short', ...time },
  ).format(date);
}

/** What a reviewer can do about the trouble. */
function TroubleAction({ connection }: { connection: Connected }) {
  const { messages } = usePanel();
  const { trouble } = connection;
  if (trouble === 'token-expired' || trouble === 'dossier-unknown') {
    return (
      <p>
        <button type="button" onClick={openWelcome}>
          {trouble === 'token-expired' ? messages.signInAgain : messages.chooseDossier}
        </button>
      </p>
    );
  }
  if (trouble === undefined) return null;
  return <SendNow />;
}

function SendNow() {
  const { messages } = usePanel();
  const line = useFocusPassedOn<HTMLParagraphElement>();
  return (
    <p ref={line}>
      <button type="button" onClick={() => void requestBackground('synchronise')}>
        {messages.sendNow}
      </button>
    </p>
  );
}
