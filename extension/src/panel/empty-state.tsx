import { extensionMessages } from '@waarborg/shared/messages/extension';
import { browser } from 'wxt/browser';
import { requestBackground, type TabState } from '../messaging/index.ts';
import { requestSites } from '../sites/host-permission.ts';
import { usePanel } from './panel-context.ts';
import { openWelcome } from './status-line.tsx';

/** The panel of somebody who is not connected. */
export function NotConnected() {
  const { messages } = usePanel();
  return (
    <div class="empty">
      <p>
        <strong>{messages.notConnected}</strong>
      </p>
      <button type="button" class="primary" onClick={openWelcome}>
        {messages.connect}
      </button>
    </div>
  );
}

interface NotActiveProps {
  readonly tabState: TabState;
  readonly onChanged: () => void;
}

/** The panel beside a page in which Waarborg does not work, or not yet. */
export function NotActive({ tabState, onChanged }: NotActiveProps) {
  const { messages, language, tab } = usePanel();
  const { trouble, site } = tabState;
  if (tab === undefined) return <p class="empty">{messages.noTab}</p>;
  if (!trouble) {
    // Only the toolbar button gives the right to read a page of a site that is not allowed.
    return (
      <div class="empty">
        <p>
          <strong>{messages.notActive}</strong> {messages.notActiveHint}
        </p>
        <OpenFile />
      </div>
    );
  }
  if (trouble === 'cannot-run-here') {
    return (
      <div class="empty">
        <p role="alert">{extensionMessages[language]['tab.cannot-run-here']}</p>
        <OpenFile />
      </div>
    );
  }
  const activate = async () => {
    // Asked inside the click, before anything is awaited.
    if (trouble === 'needs-permission' && site && !(await requestSites([site]))) return;
    await requestBackground('activate-tab', { tab });
    onChanged();
  };
  return (
    <div class="empty">
      <p role="alert">{extensionMessages[language][`tab.${trouble}`]}</p>
      <button type="button" class="primary" onClick={() => void activate()}>
        {trouble === 'needs-permission' ? messages.allowAndOpen : messages.retry}
      </button>
    </div>
  );
}

/** A file on disk is opened in our viewer, which needs no access to the disk. */
function OpenFile() {
  const { messages } = usePanel();
  return (
    <button type="button" onClick={() => void browser.tabs.create({ url: '/viewer.html' })}>
      {messages.openFile}
    </button>
  );
}
